/**
 * A backup is gzipped text: a line of JSON that names program and migrations; then for each table a line of JSON, its rows as
 * COPY writes them, and a line `\.` (COPY never writes one: it doubles backslashes); then a line of JSON with the number of
 * rows of each table. A file without that last line is not whole.
 */
export type Head = {
  readonly tonnage: 'backup'
  readonly format: 1
  readonly version: string
  readonly madeAt: string
  /** Names and checksums, in order. */
  readonly migrations: readonly (readonly [string, string])[]
}
export type TableHead = { readonly table: string; readonly columns: readonly string[] }
export type Tail = { readonly rows: Readonly<Record<string, number>> }

export const END_OF_ROWS = '\\.\n'

/** Reads such a text in pieces of any size. */
export class BackupReader {
  private rest: Buffer = Buffer.alloc(0)
  private readonly source: AsyncIterator<Buffer>

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]()
  }

  private async more(): Promise<boolean> {
    const next = await this.source.next()
    if (next.done) return false
    this.rest = this.rest.length === 0 ? next.value : Buffer.concat([this.rest, next.value])
    return true
  }

  /** The next line without its end; null at the end of the file. */
  async line(): Promise<string | null> {
    for (;;) {
      const end = this.rest.indexOf(0x0a)
      if (end !== -1) {
        const line = this.rest.subarray(0, end).toString('utf8')
        this.rest = this.rest.subarray(end + 1)
        return line
      }
      if (!(await this.more())) return null
    }
  }

  /** The rows up to the end mark, which is passed over. False comes last if the file ended before it. */
  async *rows(): AsyncGenerator<Buffer, boolean> {
    const mark = Buffer.from(`\n${END_OF_ROWS}`)
    const first = Buffer.from(END_OF_ROWS)
    while (this.rest.length < first.length) if (!(await this.more())) return false
    if (this.rest.subarray(0, first.length).equals(first)) {
      this.rest = this.rest.subarray(first.length)
      return true
    }
    for (;;) {
      const at = this.rest.indexOf(mark)
      if (at !== -1) {
        yield this.rest.subarray(0, at + 1)
        this.rest = this.rest.subarray(at + mark.length)
        return true
      }
      // The mark may lie across two pieces: what could be its beginning waits.
      const sure = this.rest.length - (mark.length - 1)
      if (sure > 0) {
        yield this.rest.subarray(0, sure)
        this.rest = this.rest.subarray(sure)
      }
      if (!(await this.more())) return false
    }
  }
}

import { isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'
import { Refused } from '../../../domain/problem.ts'
import { wideOf } from './sniff.ts'
import { blocksOf, bytesOf } from './text-stream.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** What one reading of the whole file told: its encoding, and pieces from all over it (whole lines, in file order). */
export type Scanned = {
  readonly encoding: Encoding
  readonly mark: boolean
  readonly head: string
  readonly spread: readonly string[]
  readonly tail: string
  /** All of the file is in `head`. */
  readonly whole: boolean
  readonly lines: number | null
}

const HEAD = 768 * 1024
const SLICE = 48 * 1024
const COUNTED = 96 * 1024 * 1024

/**
 * Byte-order mark, else strict UTF-8 over the whole file, else GB18030 over the whole file; a file that is neither, or one whose
 * lines are some of this and some of that, is refused with the row where it turns.
 */
export async function scanText(path: string, packed: boolean, said?: Encoding): Promise<Scanned> {
  if (said) return await scanSaid(path, packed, said)
  const wide = wideOf(await firstBytes(path, packed))
  if (wide) return await scanAs(path, packed, wide, wide)
  const utf8 = await scanAs(path, packed, null, 'utf-8').catch((error: unknown) => {
    if (error instanceof NotThis) return error.row
    throw error
  })
  if (typeof utf8 !== 'number') return utf8
  try {
    return await scanAs(path, packed, null, 'gb18030')
  } catch (error) {
    if (error instanceof NotThis) throw new Refused('file/encoding-mixed', { row: Math.max(utf8, error.row) })
    throw error
  }
}

/** As a person says it is; refused with the row that is something else. */
async function scanSaid(path: string, packed: boolean, said: Encoding): Promise<Scanned> {
  const wide = said === 'utf-16le' || said === 'utf-16be' ? said : null
  try {
    return await scanAs(path, packed, wide, said)
  } catch (error) {
    if (error instanceof NotThis) throw new Refused('file/encoding-mixed', { row: error.row })
    throw error
  }
}

class NotThis extends Error {
  readonly row: number
  constructor(row: number) {
    super('another encoding')
    this.row = row
  }
}

async function firstBytes(path: string, packed: boolean): Promise<Buffer> {
  if (packed) {
    for await (const piece of bytesOf(path, packed, { bytes: 0 })) return piece.subarray(0, 4096)
    return Buffer.alloc(0)
  }
  const file = await open(path, 'r')
  try {
    const head = Buffer.alloc(4096)
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    return head.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function scanAs(
  path: string,
  packed: boolean,
  wide: 'utf-16le' | 'utf-16be' | null,
  encoding: Encoding,
): Promise<Scanned> {
  const kept = new Kept(wide !== null)
  let row = 1
  let bytes = 0
  let utf8Lines = 0
  let strange = 0
  for await (const block of blocksOf(path, packed, { bytes: 0 }, wide)) {
    if (!wide && block.includes(0)) throw new Refused('file/binary')
    if (encoding === 'utf-8') {
      if (!isUtf8(block)) {
        if (isCutOff(block)) throw new Refused('file/broken', { why: 'the last character is cut off' })
        throw new NotThis(row + firstBadLine(block, (line) => isUtf8(line)))
      }
    } else if (!decodes(block, encoding)) {
      if (wide) throw new Refused('file/encoding-mixed', { row })
      throw new NotThis(row + firstBadLine(block, (line) => decodes(line, encoding)))
    }
    if (encoding === 'gb18030') {
      const found = utf8Among(block)
      if (found.plain >= 0) throw new NotThis(row + found.plain)
      utf8Lines += found.likely
      strange += found.strange
    }
    bytes += block.length
    if (bytes <= COUNTED || encoding === 'gb18030') row += linesIn(block)
    kept.take(block)
  }
  if (utf8Lines >= 2 && utf8Lines * 20 > strange) throw new NotThis(1)
  return kept.end(encoding, bytes <= COUNTED ? row : null)
}

/** UTF-8 to the last byte but for a character that is begun and not finished: the file was cut. */
function isCutOff(block: Buffer): boolean {
  for (let missing = 1; missing <= 3; missing++) {
    const at = block.length - missing
    if ((block[at] ?? 0) >= 0xe0)
      return block.indexOf(10, at) < 0 && hasHigh(block, at) && isUtf8(block.subarray(0, at))
  }
  return false
}

function hasHigh(block: Buffer, end: number): boolean {
  for (let at = 0; at < end; at++) if ((block[at] ?? 0) > 127) return true
  return false
}

function decodes(bytes: Buffer, encoding: Encoding): boolean {
  try {
    decode(bytes, encoding)
    return true
  } catch {
    return false
  }
}

const decoders = new Map<Encoding, InstanceType<typeof TextDecoder>>()

/** Throws on a byte that is not of this encoding: never a silent U+FFFD. */
export function decode(bytes: Buffer, encoding: Encoding): string {
  if (encoding === 'utf-8') return bytes.toString('utf8')
  let decoder = decoders.get(encoding)
  if (!decoder)
    decoders.set(encoding, (decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })))
  return decoder.decode(bytes)
}

function linesIn(block: Buffer): number {
  let count = 0
  for (let at = block.indexOf(10); at >= 0; at = block.indexOf(10, at + 1)) count++
  return count
}

function firstBadLine(block: Buffer, good: (line: Buffer) => boolean): number {
  let row = 0
  for (let from = 0; from < block.length; row++) {
    const end = block.indexOf(10, from)
    const to = end < 0 ? block.length : end
    if (!good(block.subarray(from, to))) return row
    from = to + 1
  }
  return 0
}

/**
 * Lines of a GB18030 file that are UTF-8 by their bytes. A GB line of six and more characters is never UTF-8 of three-byte
 * characters by chance (well below 1 in 10^7); shorter ones can be, so they only count.
 */
function utf8Among(block: Buffer): { plain: number; likely: number; strange: number } {
  let likely = 0
  let strange = 0
  let row = 0
  for (let from = 0; from < block.length; row++) {
    const end = block.indexOf(10, from)
    const to = end < 0 ? block.length : end
    let high = 0
    for (let at = from; at < to; at++) if ((block[at] ?? 0) > 127) high++
    if (high > 0) {
      strange++
      if (high >= 6 && high % 3 === 0) {
        const line = block.subarray(from, to)
        if (isUtf8(line) && onlyTriples(line)) {
          if (high >= 12) return { plain: row, likely, strange }
          likely++
        }
      }
    }
    from = to + 1
  }
  return { plain: -1, likely, strange }
}

function onlyTriples(line: Buffer): boolean {
  for (const byte of line) if (byte >= 0xc0 && (byte < 0xe2 || byte > 0xef)) return false
  return true
}

/** Head, a spread of slices (their distance doubles as the file goes on) and tail. */
class Kept {
  private head: Buffer[] = []
  private headSize = 0
  private slices: Buffer[] = []
  private tail: Buffer = Buffer.alloc(0)
  private blocks = 0
  private stride = 4
  private full = false
  private readonly wide: boolean

  constructor(wide: boolean) {
    this.wide = wide
  }

  take(block: Buffer): void {
    if (!this.full) {
      this.head.push(Buffer.from(block))
      this.headSize += block.length
      this.full = this.headSize >= HEAD
      return
    }
    this.tail = block
    if (!this.wide && this.blocks++ % this.stride === 0) {
      this.slices.push(Buffer.from(block.subarray(0, cutAt(block, SLICE))))
      if (this.slices.length > 24) {
        this.slices = this.slices.filter((_, index) => index % 2 === 0)
        this.stride *= 2
      }
    }
  }

  end(encoding: Encoding, lines: number | null): Scanned {
    const head = Buffer.concat(this.head)
    const text = decode(head, encoding)
    const mark = text.startsWith('\ufeff')
    const last = this.tail.subarray(Math.max(0, this.tail.length - SLICE))
    const from = last.length < this.tail.length ? last.indexOf(10) + 1 : 0
    return {
      encoding,
      mark,
      head: mark ? text.slice(1) : text,
      spread: this.slices.map((slice) => decode(slice, encoding)),
      tail: this.wide ? '' : decode(last.subarray(from), encoding),
      whole: !this.tail.length,
      lines,
    }
  }
}

function cutAt(block: Buffer, size: number): number {
  if (block.length <= size) return block.length
  const at = block.lastIndexOf(10, size)
  return at < 0 ? block.length : at + 1
}

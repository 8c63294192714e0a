import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, stat } from 'node:fs/promises'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Understood } from '../../contract/intake.ts'
import type { Problem } from '../../domain/problem.ts'
import { say, type Locale } from '../../language/index.ts'
import { openCsv, openXlsx, type RowFile } from './rejected.ts'

const REASON: Record<Locale, string> = { zh: '为什么', en: 'Why' }

type Source = {
  readonly understood: Understood
  readonly header: readonly string[]
  /** Its last column holds the reasons of an earlier import: these are written anew. */
  readonly returned: boolean
}

export type RefusedFile = {
  /** A row of a table turned sideways holds several lines: it is written once. */
  add(row: { readonly row: number; readonly cells: readonly string[] }, problem: Problem): Promise<void>
  close(): Promise<void>
}

type Head = { readonly header: readonly string[]; readonly sheet: string | null; readonly delimiter: string }

const workbook = ({ format }: Understood) => format === 'xlsx' || format === 'xls'

/**
 * `folder`/rejected/`batch`.csv or .xlsx, as the source is, with reasons in the language of who imports; beside it the same rows
 * with the reasons as codes, from which `refusedFor` writes the file for a reader of another language.
 */
export async function refusedFile(
  folder: string,
  batch: string,
  source: Source,
  locale: Locale,
): Promise<{ readonly path: string; readonly file: RefusedFile }> {
  const { understood } = source
  const width = source.header.length - (source.returned ? 1 : 0)
  const header = source.header.slice(0, width)
  const asWorkbook = workbook(understood)
  const target = path.join(folder, 'rejected', `${batch}.${asWorkbook ? 'xlsx' : 'csv'}`)
  const head: Head = {
    header,
    sheet: asWorkbook ? (understood.sheet ?? 'Sheet1') : null,
    delimiter: understood.delimiter ?? ',',
  }
  const rows = await opened(target, head, locale)
  const codes = createWriteStream(codesPath(target))
  codes.write(`${JSON.stringify(head)}\n`)
  let last = -1
  const file: RefusedFile = {
    async add(row, problem) {
      if (row.row === last) return
      last = row.row
      const cells = source.returned
        ? [...row.cells.slice(0, width), ...row.cells.slice(width + 1)]
        : row.cells
      const padding = Array.from({ length: Math.max(0, width - cells.length) }, () => '')
      const whole = [...cells, ...padding]
      await rows.write([...whole, say(locale, problem)])
      if (!codes.write(`${JSON.stringify([whole, problem])}\n`)) await once(codes, 'drain')
    },
    async close() {
      await rows.close()
      codes.end()
      await once(codes, 'close')
    },
  }
  return { path: target, file }
}

const codesPath = (target: string) => target.replace(/\.\w+$/, '.jsonl')

async function opened(target: string, head: Head, locale: Locale): Promise<RowFile> {
  await mkdir(path.dirname(target), { recursive: true })
  const rows =
    head.sheet === null ? await openCsv(target, head.delimiter) : await openXlsx(target, head.sheet)
  await rows.write([...head.header, REASON[locale]])
  return rows
}

/** The refused rows with reasons in the reader's language; the file as it was written where only that is there. */
export async function refusedFor(target: string, locale: Locale): Promise<string> {
  const codes = codesPath(target)
  if (!(await stat(codes).catch(() => undefined))) return target
  const translated = target.replace(/\.(\w+)$/, `.${locale}.$1`)
  if (await stat(translated).catch(() => undefined)) return translated
  const written = `${translated}.${process.pid}.part`
  let rows: RowFile | undefined
  for await (const line of createInterface({ input: createReadStream(codes), crlfDelay: Infinity })) {
    if (!rows) {
      rows = await opened(written, JSON.parse(line) as Head, locale)
      continue
    }
    const [cells, problem] = JSON.parse(line) as [string[], Problem]
    await rows.write([...cells, say(locale, problem)])
  }
  await rows?.close()
  await rename(written, translated)
  return translated
}

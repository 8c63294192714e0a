import { Refused } from '../../../domain/problem.ts'
import { own } from './cell.ts'
import type { SheetWriter } from './sheet-file.ts'
import { richText, SheetRows, unescape } from './xlsx-sheet.ts'
import { openZip, type Zip } from './zip.ts'

const SMALL_PART = 64 * 1024 * 1024

/** Reads every worksheet of an .xlsx once, as a stream, into `writer`. Refuses what is no workbook. */
export async function readXlsx(path: string, writer: SheetWriter): Promise<void> {
  const zip = await openZip(path)
  try {
    const book = await bookOf(zip)
    const strings = book.strings ? await stringsOf(zip, book.strings, writer) : []
    const dateStyles = book.styles ? dateStylesOf(await zip.text(book.styles, SMALL_PART)) : []
    for (const sheet of book.sheets) {
      writer.begin(sheet.name, sheet.hidden)
      const rows = new SheetRows({ strings, dateStyles, since1904: book.since1904 }, (row, cells) =>
        writer.row(row, cells),
      )
      for await (const piece of zip.pieces(sheet.part)) {
        guarded(() => rows.push(piece))
        await writer.breathe()
      }
      await writer.finish(rows.merges)
    }
  } finally {
    zip.close()
  }
}

function guarded(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused('file/broken', { why: error instanceof Error ? error.message.slice(0, 80) : 'xml' })
  }
}

type Book = {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly hidden: boolean }[]
  readonly strings: string | null
  readonly styles: string | null
  readonly since1904: boolean
}

async function bookOf(zip: Zip): Promise<Book> {
  const rootRelations = relationsOf(await zip.text('_rels/.rels', SMALL_PART), '')
  const main = rootRelations.find((relation) => relation.type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  if (!zip.names.has(main)) throw new Refused('file/not-readable', { why: 'zip' })
  const xml = await zip.text(main, SMALL_PART)
  if (!/<(?:[\w.-]+:)?workbook[\s>]/.test(xml)) throw new Refused('file/not-readable', { why: 'zip' })
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const relations = relationsOf(
    await zip.text(`${folder}_rels/${main.slice(folder.length)}.rels`, SMALL_PART),
    folder,
  )
  const sheets: { name: string; part: string; hidden: boolean }[] = []
  for (const [tag] of xml.matchAll(/<(?:[\w.-]+:)?sheet\s[^>]*>/g)) {
    const id = /\s[\w.-]+:id="([^"]*)"/.exec(tag)?.[1]
    const relation = relations.find((one) => one.id === id)
    if (!relation || relation.type !== 'worksheet' || !zip.names.has(relation.part)) continue
    const name = unescape(/\sname="([^"]*)"/.exec(tag)?.[1] ?? '')
    sheets.push({ name, part: relation.part, hidden: /\sstate="(very)?hidden"/i.test(tag) })
  }
  if (sheets.length === 0) throw new Refused('file/no-table')
  const ofType = (type: string, usual: string) =>
    relations.find((one) => one.type === type)?.part ?? (zip.names.has(usual) ? usual : null)
  return {
    sheets,
    strings: ofType('sharedStrings', `${folder}sharedStrings.xml`),
    styles: ofType('styles', `${folder}styles.xml`),
    since1904: /<(?:[\w.-]+:)?workbookPr\s[^>]*date1904="(1|true)"/.test(xml),
  }
}

function relationsOf(xml: string, folder: string): { id: string; type: string; part: string }[] {
  const found: { id: string; type: string; part: string }[] = []
  for (const [tag] of xml.matchAll(/<(?:[\w.-]+:)?Relationship\s[^>]*>/g)) {
    const of = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
    const target = unescape(of('Target')).replace(/\\/g, '/')
    const part = target.startsWith('/') ? target.slice(1) : flat(folder + target)
    found.push({ id: of('Id'), type: of('Type').split('/').pop() ?? '', part })
  }
  return found
}

function flat(path: string): string {
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

async function stringsOf(zip: Zip, part: string, writer: SheetWriter): Promise<string[]> {
  const strings: string[] = []
  let buffer = ''
  let prefix: string | null = null
  for await (const piece of zip.pieces(part)) {
    buffer += piece
    if (prefix === null) {
      const root = /<((?:[\w.-]+:)?)sst[\s>]/.exec(buffer)
      if (!root) continue
      prefix = root[1] ?? ''
    }
    const close = `</${prefix}si>`
    const open = `<${prefix}si`
    let at = 0
    for (;;) {
      const start = buffer.indexOf(open, at)
      if (start < 0) break
      const tagEnd = buffer.indexOf('>', start)
      if (tagEnd < 0) break
      if (buffer.charCodeAt(tagEnd - 1) === 47) {
        strings.push('')
        at = tagEnd + 1
        continue
      }
      const end = buffer.indexOf(close, tagEnd)
      if (end < 0) break
      strings.push(own(richText(buffer.slice(tagEnd + 1, end), prefix)))
      at = end + close.length
    }
    buffer = buffer.slice(at)
    if (buffer.length > 32 * 1024 * 1024) throw new Refused('file/broken', { why: 'a text without an end' })
    await writer.breathe()
  }
  return strings
}

const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
])

/** A number format that shows a date or a time (ECMA-376 Part 1, 18.8.30), its literal parts and colours left aside. */
export function isDateFormat(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .split(';')[0]
  return bare !== undefined && /[ymdhs年月日]/i.test(bare) && !/[#?]|0[.,]0|general/i.test(bare)
}

function dateStylesOf(xml: string): boolean[] {
  const custom = new Map<number, string>()
  for (const [tag] of xml.matchAll(/<(?:[\w.-]+:)?numFmt\s[^>]*>/g)) {
    const id = /\snumFmtId="(\d+)"/.exec(tag)?.[1]
    const code = /\sformatCode="([^"]*)"/.exec(tag)?.[1]
    if (id && code !== undefined) custom.set(Number(id), unescape(code))
  }
  const formats = /<(?:[\w.-]+:)?cellXfs[\s>][\s\S]*?<\/(?:[\w.-]+:)?cellXfs>/.exec(xml)?.[0] ?? ''
  return [...formats.matchAll(/<(?:[\w.-]+:)?xf\s[^>]*>/g)].map(([tag]) => {
    const id = Number(/\snumFmtId="(\d+)"/.exec(tag)?.[1] ?? 0)
    const code = custom.get(id)
    return code === undefined ? builtInDates.has(id) : isDateFormat(code)
  })
}

import { crc32, deflateRawSync } from 'node:zlib'
import type { CellValue } from './encode.ts'

/** A cell with more than a value: a number in a date format, a formula with or without a value, an inline text. */
export type RichCell =
  | CellValue
  | { readonly date: number; readonly format?: string }
  | { readonly formula: string; readonly value?: number }
  | { readonly inline: string }

export type SheetSpec = {
  readonly name: string
  readonly rows: readonly (readonly RichCell[])[]
  readonly merges?: readonly string[]
  readonly hidden?: boolean
}

export type BookOptions = { readonly since1904?: boolean; readonly prefix?: string }

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export function columnName(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)
}

/** A workbook as Excel writes it: shared texts, styles for dates, merged cells. Written here so that tests can twist it. */
export function xlsx(sheets: readonly SheetSpec[], options: BookOptions = {}): Buffer {
  const p = options.prefix ? `${options.prefix}:` : ''
  const xmlns = options.prefix ? `xmlns:${options.prefix}` : 'xmlns'
  const main = `${xmlns}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
  const strings: string[] = []
  const known = new Map<string, number>()
  const formats: string[] = []
  const cellXml = (cell: RichCell, reference: string): string => {
    if (cell === null || cell === undefined || cell === '') return ''
    if (typeof cell === 'number') return `<${p}c r="${reference}"><${p}v>${cell}</${p}v></${p}c>`
    if (typeof cell === 'string') {
      let index = known.get(cell)
      if (index === undefined) {
        known.set(cell, (index = strings.length))
        strings.push(cell)
      }
      return `<${p}c r="${reference}" t="s"><${p}v>${index}</${p}v></${p}c>`
    }
    if ('date' in cell) {
      const format = cell.format ?? 'yyyy-mm-dd'
      if (!formats.includes(format)) formats.push(format)
      return `<${p}c r="${reference}" s="${formats.indexOf(format) + 1}"><${p}v>${cell.date}</${p}v></${p}c>`
    }
    if ('inline' in cell)
      return `<${p}c r="${reference}" t="inlineStr"><${p}is><${p}t>${escape(cell.inline)}</${p}t></${p}is></${p}c>`
    const value = cell.value === undefined ? '' : `<${p}v>${cell.value}</${p}v>`
    return `<${p}c r="${reference}"><${p}f>${escape(cell.formula)}</${p}f>${value}</${p}c>`
  }
  const sheetXml = sheets.map((sheet) => {
    const rows = sheet.rows
      .map(
        (row, at) =>
          `<${p}row r="${at + 1}">${row.map((cell, column) => cellXml(cell, `${columnName(column)}${at + 1}`)).join('')}</${p}row>`,
      )
      .join('')
    const merges = sheet.merges?.length
      ? `<${p}mergeCells count="${sheet.merges.length}">${sheet.merges.map((range) => `<${p}mergeCell ref="${range}"/>`).join('')}</${p}mergeCells>`
      : ''
    return `<?xml version="1.0" encoding="UTF-8"?><${p}worksheet ${main}><${p}sheetData>${rows}</${p}sheetData>${merges}</${p}worksheet>`
  })
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const rels = (targets: readonly (readonly [string, string])[]) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${relation}/${type}" Target="${target}"/>`).join('')}</Relationships>`
  const files: [string, string][] = [
    ['_rels/.rels', rels([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `<?xml version="1.0"?><${p}workbook ${main} xmlns:r="${relation}"><${p}workbookPr${options.since1904 ? ' date1904="1"' : ''}/><${p}sheets>${sheets.map((sheet, at) => `<${p}sheet name="${escape(sheet.name)}" sheetId="${at + 1}"${sheet.hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`).join('')}</${p}sheets></${p}workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      rels([
        ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
        ['sharedStrings', 'sharedStrings.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    ...sheetXml.map((xml, at): [string, string] => [`xl/worksheets/sheet${at + 1}.xml`, xml]),
    [
      'xl/sharedStrings.xml',
      `<?xml version="1.0"?><${p}sst ${main}>${strings.map((text) => `<${p}si><${p}t xml:space="preserve">${escape(text)}</${p}t></${p}si>`).join('')}</${p}sst>`,
    ],
    [
      'xl/styles.xml',
      `<?xml version="1.0"?><${p}styleSheet ${main}><${p}numFmts>${formats.map((format, at) => `<${p}numFmt numFmtId="${170 + at}" formatCode="${escape(format)}"/>`).join('')}</${p}numFmts><${p}cellXfs><${p}xf numFmtId="0"/>${formats.map((_, at) => `<${p}xf numFmtId="${170 + at}"/>`).join('')}</${p}cellXfs></${p}styleSheet>`,
    ],
  ]
  return zip(files.map(([name, text]) => ({ name, bytes: Buffer.from(text, 'utf8') })))
}

export type ZipEntry = {
  readonly name: string
  readonly bytes: Buffer
  /** What the directory claims, when it lies. */ readonly claimed?: number
}

/** A zip archive; `claimed` makes its directory lie about a size. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8')
    const packed = deflateRawSync(entry.bytes)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(0x800, 6)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(crc32(entry.bytes), 14)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(entry.claimed ?? entry.bytes.length, 22)
    head.writeUInt16LE(name.length, 26)
    parts.push(head, name, packed)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(20, 4)
    central.writeUInt16LE(20, 6)
    head.copy(central, 8, 6, 30)
    central.writeUInt32LE(offset, 42)
    directory.push(central, name)
    offset += head.length + name.length + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, central, end])
}

/** Days since 1899-12-30, as workbooks count. */
export const serial = (year: number, month: number, dom: number) =>
  Date.UTC(year, month - 1, dom) / 86_400_000 + 25_569

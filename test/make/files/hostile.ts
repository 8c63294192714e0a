import { write, utils } from '@e965/xlsx'
import { gzipSync } from 'node:zlib'
import { csv, gb18030, utf16be, utf16le } from './encode.ts'
import { random } from '../random.ts'
import { makeLines } from './lines.ts'
import { head, row } from './twist.ts'
import { makeText, textTwists } from './twists-text.ts'
import { xlsx, zip, type RichCell } from './workbook.ts'

export type Hostile = { readonly name: string; readonly bytes: Buffer; readonly workbook: boolean }

/** An Excel 97 workbook of some rows, dates as serials. */
export function xls(rows: readonly (readonly (string | number)[])[]): Buffer {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((one) => [...one])), 'Sheet1')
  return write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer
}

type Next = () => number

const operations: readonly ((bytes: Buffer, next: Next) => Buffer)[] = [
  (bytes, next) => change(bytes, next, 1 + Math.floor(next() * 40), () => Math.floor(next() * 256)),
  (bytes, next) => change(bytes, next, 1 + Math.floor(next() * 8), () => 0),
  (bytes, next) => bytes.subarray(0, Math.floor(next() * bytes.length)),
  (bytes, next) => cutOut(bytes, next),
  (bytes, next) =>
    insert(bytes, next, Buffer.from(Array.from({ length: 400 }, () => Math.floor(next() * 256)))),
  (bytes, next) => insert(bytes, next, Buffer.from('"'.repeat(1 + Math.floor(next() * 5)))),
  (bytes, next) => insert(bytes, next, Buffer.from([0xed, 0xa0, 0x80, 0xef, 0xbf])),
  (bytes, next) => insert(bytes, next, Buffer.from([0x00, 0xd8, 0x41, 0x00])),
  (bytes, next) => insert(bytes, next, Buffer.alloc(70_000, 'x')),
  (bytes, next) => insert(bytes, next, Buffer.from('\u0001\u0002\u0003\u001f\u001e\n')),
  (bytes, next) => change(bytes, next, 200, () => [44, 10, 13, 34, 59, 9][Math.floor(next() * 6)] ?? 44),
  (bytes) => Buffer.concat([bytes, bytes]),
]

function change(bytes: Buffer, next: Next, count: number, value: () => number): Buffer {
  const made = Buffer.from(bytes)
  for (let at = 0; at < count; at++) made[Math.floor(next() * made.length)] = value()
  return made
}

function cutOut(bytes: Buffer, next: Next): Buffer {
  const from = Math.floor(next() * bytes.length)
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + Math.floor(next() * 500))])
}

function insert(bytes: Buffer, next: Next, more: Buffer): Buffer {
  const at = Math.floor(next() * bytes.length)
  return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)])
}

/** One hostile file from a seed: a sound one that was spoilt, a workbook with wild XML inside, or bytes from nowhere. */
export function hostile(seed: number): Hostile {
  const next = random(seed * 7919 + 13)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] ?? (from[0] as T)
  const rows = makeLines(seed, 40).map(row)
  const text = csv([head, ...rows])
  const spoil = (bytes: Buffer): Buffer => {
    let made = bytes
    for (let turns = 1 + Math.floor(next() * 3); turns > 0; turns--)
      made = made.length === 0 ? made : pick(operations)(made, next)
    return made
  }
  const kinds: readonly (() => Hostile)[] = [
    () => ({ name: 'text', bytes: spoil(Buffer.from(text)), workbook: false }),
    () => ({
      name: 'twist',
      bytes: spoil(makeText(pick(textTwists), makeLines(seed, 40)).bytes),
      workbook: false,
    }),
    () => ({ name: 'gb18030', bytes: spoil(gb18030(text)), workbook: false }),
    () => ({ name: 'utf-16', bytes: spoil(next() > 0.5 ? utf16le(text) : utf16be(text)), workbook: false }),
    () => ({ name: 'gzip', bytes: spoil(gzipSync(Buffer.from(text))), workbook: false }),
    () => ({
      name: 'noise',
      bytes: Buffer.from(Array.from({ length: 3000 }, () => Math.floor(next() * 256))),
      workbook: false,
    }),
    () => ({
      name: 'commas',
      bytes: Buffer.from(Array.from({ length: 4000 }, () => pick([44, 44, 10, 34, 49, 65, 59]))),
      workbook: false,
    }),
    () => ({
      name: 'xlsx bytes',
      bytes: spoil(xlsx([{ name: 'S', rows: [head, ...rows] }])),
      workbook: true,
    }),
    () => ({ name: 'xlsx xml', bytes: wildXml(rows, next, spoil), workbook: true }),
    () => ({
      name: 'xls',
      bytes: spoil(xls([head, ...rows.map((one) => one.map((cell) => cell ?? ''))])),
      workbook: true,
    }),
  ]
  return pick(kinds)()
}

function wildXml(
  rows: readonly (readonly RichCell[])[],
  next: Next,
  spoil: (bytes: Buffer) => Buffer,
): Buffer {
  const deep = '<a>'.repeat(20_000) + '</a>'.repeat(20_000)
  const cells = rows
    .map(
      (cellsOfRow, at) =>
        `<row r="${at + 1}">${cellsOfRow.map((cell, column) => `<c r="${String.fromCharCode(65 + column)}${at + 1}" t="inlineStr"><is><t>${String(cell)}</t></is></c>`).join('')}</row>`,
    )
    .join(next() > 0.7 ? deep : '')
  const sheet = Buffer.from(
    `<worksheet xmlns="x"><sheetData>${cells}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`,
  )
  return zip([
    { name: '_rels/.rels', bytes: Buffer.from('<Relationships/>') },
    {
      name: 'xl/workbook.xml',
      bytes: Buffer.from('<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: Buffer.from(
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
    },
    { name: 'xl/worksheets/sheet1.xml', bytes: next() > 0.2 ? spoil(sheet) : sheet },
    { name: 'xl/sharedStrings.xml', bytes: spoil(Buffer.from('<sst><si><t>a</t></si></sst>')) },
  ])
}

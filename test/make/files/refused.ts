import { gzipSync } from 'node:zlib'
import { csv, gb18030 } from './encode.ts'
import { makeLines } from './lines.ts'
import { head, row } from './twist.ts'
import { columnName, xlsx, zip, type RichCell } from './workbook.ts'

/** Files from which nothing can be read, with the code that says why. */
export type Hopeless = {
  readonly name: string
  readonly fileName: string
  readonly bytes: Buffer
  readonly code: string
}

const rows = makeLines(7, 60).map(row)
const table = csv([head, ...rows])
const book = () => xlsx([{ name: 'S', rows: [head, ...rows] }])

/** The head of a compound file with the names of an encrypted package in its directory. */
function encrypted(): Buffer {
  const bytes = Buffer.alloc(4096)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
  Buffer.from('EncryptionInfo', 'utf16le').copy(bytes, 1024)
  Buffer.from('EncryptedPackage', 'utf16le').copy(bytes, 1152)
  return bytes
}

/** A workbook of one sheet with this XML; its directory may lie about the size. */
export function bookOf(sheet: string, claimed?: number): Buffer {
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
    {
      name: 'xl/worksheets/sheet1.xml',
      bytes: Buffer.from(sheet),
      ...(claimed === undefined ? {} : { claimed }),
    },
  ])
}

function lyingBook(): Buffer {
  const many = '<row><c><v>1</v></c><c><v>2</v></c></row>'.repeat(200_000)
  return bookOf(`<worksheet xmlns="x"><sheetData>${many}</sheetData></worksheet>`, 5000)
}

const text = (name: string, content: string | Buffer, code: string, fileName = 'x.csv'): Hopeless => ({
  name,
  fileName,
  bytes: typeof content === 'string' ? Buffer.from(content, 'utf8') : content,
  code,
})

export function hopeless(): Hopeless[] {
  const wide = Array.from({ length: 401 }, (_, at) => `列${columnName(at)}`)
  const formulas: RichCell[][] = rows.map((cells) => [
    ...cells.slice(0, 8),
    { formula: 'A1+1' },
    { formula: 'B1*2' },
  ])
  return [
    text('empty', '', 'file/empty'),
    text('only blanks', ' \n\n  \n', 'file/empty'),
    text('only a mark', '\ufeff', 'file/empty'),
    text('prose', '各位同事:\n下周一上午九点开会,请准时参加。\n办公室\n', 'file/no-table'),
    text(
      'english prose',
      'Dear all,\nplease send the list of customers, and the rest, by Friday.\nRegards\n',
      'file/no-table',
    ),
    text('json', '{"rows":[{"a":1,"b":2},\n{"a":3,"b":4}]}\n', 'file/no-table'),
    text('header alone', `${head.join(',')}\n`, 'file/header-only'),
    text('header and blank rows', `${head.join(',')}\n,,,,,,,,,\n,,,,,,,,,\n`, 'file/header-only'),
    text('header alone with a title', `销售明细\n${head.join(',')}\n`, 'file/header-only'),
    text(
      'picture',
      Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), Buffer.alloc(500, 7)]),
      'file/binary',
      'x.xlsx',
    ),
    text('pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\n'), 'file/binary'),
    text(
      'nulls in the middle',
      Buffer.concat([Buffer.from(table.repeat(40)), Buffer.from([0, 0, 0]), Buffer.from(table)]),
      'file/binary',
    ),
    text(
      'random bytes',
      Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919 + (at >> 3) * 31) & 255)),
      'file/binary',
    ),
    text(
      'UTF-8, then GB18030',
      Buffer.concat([Buffer.from(table), gb18030(csv(rows))]),
      'file/encoding-mixed',
    ),
    text(
      'GB18030, then UTF-8',
      Buffer.concat([gb18030(table), Buffer.from(csv(rows))]),
      'file/encoding-mixed',
    ),
    text(
      'one UTF-8 line in GB18030',
      Buffer.concat([gb18030(table), Buffer.from(csv(rows.slice(0, 1))), gb18030(csv(rows))]),
      'file/encoding-mixed',
    ),
    text('gzip cut off', gzipSync(Buffer.from(table.repeat(9))).subarray(0, 900), 'file/broken', 'x.csv.gz'),
    text('gzip bomb', gzipSync(Buffer.alloc(200 * 1024 * 1024, 'a,b\n')), 'file/bomb', 'x.csv.gz'),
    text('one endless line', Buffer.alloc(6 * 1024 * 1024, 'a,'), 'file/line-too-long'),
    text(
      'an endless quote',
      Buffer.concat([Buffer.from(`${head.join(',')}\n"`), Buffer.alloc(6 * 1024 * 1024, 'a,')]),
      'file/line-too-long',
    ),
    text('too wide', csv([wide, wide.map((_, at) => at), wide.map((_, at) => at)]), 'file/too-wide'),
    text('workbook cut off', book().subarray(0, 2500), 'file/broken', 'x.xlsx'),
    text(
      'workbook with a hole',
      (() => {
        const bytes = Buffer.from(book())
        bytes.fill(0xaa, 900, 1400)
        return bytes
      })(),
      'file/broken',
      'x.xlsx',
    ),
    text(
      'zip of something else',
      zip([{ name: 'word/document.xml', bytes: Buffer.from('<w/>') }]),
      'file/not-readable',
      'x.xlsx',
    ),
    text(
      'zip bomb by its directory',
      zip([{ name: 'xl/workbook.xml', bytes: Buffer.alloc(60 * 1024 * 1024) }]),
      'file/bomb',
      'x.xlsx',
    ),
    text('zip bomb that lies', lyingBook(), 'file/bomb', 'x.xlsx'),
    text('password', encrypted(), 'file/encrypted', 'x.xlsx'),
    text(
      'formulas never computed',
      xlsx([{ name: 'S', rows: [head, ...formulas] }]),
      'file/formulas-without-values',
      'x.xlsx',
    ),
    text('workbook without rows', xlsx([{ name: 'S', rows: [] }]), 'file/no-table', 'x.xlsx'),
    text('workbook with a header alone', xlsx([{ name: 'S', rows: [head] }]), 'file/header-only', 'x.xlsx'),
    text(
      'workbook too wide',
      xlsx([{ name: 'S', rows: [wide, wide.map((_, at) => at)] }]),
      'file/too-wide',
      'x.xlsx',
    ),
  ]
}

import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { projectFolder } from '../project.ts'
import { openFont } from './open-font.ts'
import { pdfOf } from './pdf.ts'

const MADE = new Date('2026-01-05T04:00:00Z')
const font = (weight: string) =>
  readFile(path.join(projectFolder(), 'assets', 'fonts', `noto-sans-sc-${weight}.woff`))

/** OpenType 1.9, "Calculating checksums": the sum of a table's big-endian words, modulo 2³². */
function sumOf(table: Buffer): number {
  const whole = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])
  let sum = 0
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0
  return sum
}

it.each(['400', '700'])(
  'opens the font that comes with the program, weight %s: each table is whole',
  async (weight) => {
    const opened = openFont(await font(weight))
    const tables = Array.from({ length: opened.readUInt16BE(4) }, (_, n) => {
      const entry = 12 + 16 * n
      const [sum = 0, offset = 0, length = 0] = [4, 8, 12].map((field) => opened.readUInt32BE(entry + field))
      return {
        name: opened.toString('latin1', entry, entry + 4),
        sum,
        found: sumOf(opened.subarray(offset, offset + length)),
      }
    })
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['cmap', 'glyf', 'loca', 'hmtx']))
    // `head` holds a sum over the whole file, which is 0 while that of the table is taken.
    expect(tables.filter(({ name, sum, found }) => name !== 'head' && sum !== found)).toEqual([])
  },
)

it('refuses what is no packed font', () => {
  expect(() => openFont(Buffer.alloc(100))).toThrow('not a WOFF font')
})

it('prints a sheet with its title and its fonts inside, and reads no file or address that a content names', async () => {
  const sheet = { title: '合作协议', locale: 'zh', foot: '澜江啤酒', content: ['一箱赚十五元'] } as const
  const pdf = (await pdfOf({ ...sheet, content: [...sheet.content] }, projectFolder(), MADE)).toString(
    'latin1',
  )
  expect(pdf).toMatch(/^%PDF-1\.\d/)
  expect(pdf).toContain('/FontFile2')
  expect(pdf).toContain('/Lang (zh-CN)')
  for (const image of ['/etc/hostname', 'http://127.0.0.1:9/a.png'])
    await expect(pdfOf({ ...sheet, content: [{ image }] }, projectFolder(), MADE)).rejects.toThrow('denied')
})

it('prints the same sheet of the same moment as the same bytes', async () => {
  const print = (at: Date) =>
    pdfOf({ title: '对账', locale: 'zh', foot: '', content: ['一箱赚十五元'] }, projectFolder(), at)
  const [one, again, later] = [await print(MADE), await print(MADE), await print(new Date(0))]
  expect([one.equals(again), one.equals(later)]).toEqual([true, false])
})

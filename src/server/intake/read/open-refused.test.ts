import { afterAll, describe, expect, it } from 'vitest'
import { csv, gb18030 } from '../../../../test/make/files/encode.ts'
import { makeLines } from '../../../../test/make/files/lines.ts'
import { isRead, readAll, scratch } from '../../../../test/make/files/reading.ts'
import { bookOf, hopeless } from '../../../../test/make/files/refused.ts'
import { head, row } from '../../../../test/make/files/twist.ts'
import { openFile } from './open.ts'

const folder = scratch()
afterAll(() => folder.remove())

describe('files from which nothing can be read', () => {
  it.each(hopeless().map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const opened = await openFile({
      path: folder.path(one.fileName, one.bytes),
      fileName: one.fileName,
      kind: 'movements',
      map: null,
      remembered: async () => null,
    })
    expect(opened.ok ? 'read' : opened.problem.code).toBe(one.code)
  })

  it('resolves no entity that a workbook brings: no file of the machine, no text that grows', async () => {
    const secret = folder.path('secret.txt', 'planted-secret')
    const levels = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
      '',
    )
    const types = `<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file://${secret}"><!ENTITY l0 "grown">${levels}]>`
    const rowXml = (cells: readonly string[]) =>
      `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
    const lines = makeLines(9, 20).map((line) => row(line).map(String))
    const planted = lines.map((cells) => cells.map((cell, at) => (at === 3 ? '&x;&l9;' : cell)))
    const sheet = `<?xml version="1.0"?>${types}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${[[...head], ...planted].map(rowXml).join('')}</sheetData></worksheet>`
    const read = await readAll(folder.path('x.xlsx', bookOf(sheet)), 'x.xlsx')
    const told = JSON.stringify(read)
    expect(told).not.toMatch(/planted-secret|growngrown/)
    expect(told.length).toBeLessThan(100_000)
    expect(isRead(read) && read.rows.length).toBe(20)
  })

  it('says from which row the encoding turns', async () => {
    const rows = makeLines(3, 40).map(row)
    const read = await readAll(
      folder.path('x.csv', Buffer.concat([Buffer.from(csv([head, ...rows])), gb18030(csv(rows))])),
      'x.csv',
    )
    expect(read).toMatchObject({ code: 'file/encoding-mixed', facts: { row: 42 } })
  })
})

describe('lines that cannot be read come back alone', () => {
  const spoilt = async (change: (text: string[]) => void) => {
    const lines = csv([head, ...makeLines(5, 30).map(row)], ',', '\n')
      .trimEnd()
      .split('\n')
    change(lines)
    const read = await readAll(folder.path('x.csv', `${lines.join('\n')}\n`), 'x.csv')
    if (!isRead(read)) return read.code
    const refused = read.rows.filter((one) => !one.ok)
    return [read.rows.length, ...refused.map((one) => `${one.row} ${one.ok ? '' : one.problem.code}`)]
  }
  const cells = (line: string | undefined) => (line ?? '').split(',')

  it('a quote that never closes spoils its own row', async () => {
    expect(
      await spoilt((lines) => {
        lines[10] = lines[10]?.replace(/,([^,]*),/, ',"$1,') ?? ''
      }),
    ).toEqual([30, '11 line/quotes-broken'])
  })

  it('an opening quote before the next quoted cell', async () => {
    expect(
      await spoilt((lines) => {
        lines[10] = lines[10]?.replace(/,([^,]*),/, ',"$1,') ?? ''
        lines[11] = cells(lines[11])
          .map((cell) => `"${cell}"`)
          .join(',')
      }),
    ).toEqual([30, '11 line/quotes-broken'])
  })

  it('a name with a line break inside quotes is one row', async () => {
    expect(
      await spoilt((lines) => {
        const one = cells(lines[4])
        one[3] = '"松坪\n商行"'
        lines[4] = one.join(',')
      }),
    ).toEqual([30])
  })

  it('a quote inside a name is a letter', async () => {
    expect(
      await spoilt((lines) => {
        const one = cells(lines[4])
        one[3] = '5" 商行'
        lines[4] = one.join(',')
        const two = cells(lines[6])
        two[3] = '"松坪 "老店" 商行"'
        lines[6] = two.join(',')
      }),
    ).toEqual([30])
  })

  it('more cells than the header', async () => {
    expect(
      await spoilt((lines) => {
        lines[7] += ',9,9'
      }),
    ).toEqual([30, '8 line/too-many-cells'])
  })

  it('an impossible day, a word for a figure, no product, money on nothing', async () => {
    expect(
      await spoilt((lines) => {
        for (const [at, column, value] of [
          [2, 1, '2025-06-31'],
          [3, 8, 'n.a.?'],
          [4, 9, '#DIV/0!'],
          [6, 8, '0'],
          [8, 1, ''],
        ] as const) {
          const one = cells(lines[at])
          one[column] = value
          lines[at] = one.join(',')
        }
        const five = cells(lines[5])
        five[5] = five[6] = ''
        lines[5] = five.join(',')
      }),
    ).toEqual([
      30,
      '3 line/date-unreadable',
      '4 line/number-unreadable',
      '5 line/number-unreadable',
      '6 line/no-sku',
      '7 line/amount-without-units',
      '9 line/date-unreadable',
    ])
  })
})

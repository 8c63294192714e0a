import { afterAll, describe, expect, it } from 'vitest'
import { xls } from '../../../../test/make/files/hostile.ts'
import { dayOf, makeLines } from '../../../../test/make/files/lines.ts'
import { scratch, summed, wanted } from '../../../../test/make/files/reading.ts'
import { bookTwists, makeBook } from '../../../../test/make/files/twists-book.ts'

const folder = scratch()
afterAll(() => folder.remove())

describe('workbooks in the shapes that offices export', () => {
  it.each(bookTwists)('%s', async (name) => {
    const made = makeBook(name, makeLines(bookTwists.indexOf(name) + 100))
    const got = await summed(folder, made)
    expect(got.problems).toEqual({})
    expect(got.sums).toEqual(wanted(made))
  })

  const header = ['日期', '客户编码', '客户名称', '货号', '箱数', '金额']

  it('an Excel 97 workbook', async () => {
    const lines = makeLines(31)
    const rows = lines.map((line) => [
      dayOf(line),
      line.code,
      line.customer,
      line.sku,
      line.cases,
      line.amount,
    ])
    const made = { name: 'xls', fileName: 'x.xlsx', bytes: xls([header, ...rows]), lines }
    const got = await summed(folder, made)
    expect(got).toMatchObject({ problems: {}, sums: wanted(made), understood: { format: 'xls' } })
  })

  it('a web page that calls itself .xls', async () => {
    const lines = makeLines(32)
    const cells = (row: readonly (string | number)[]) =>
      `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
    const rows = lines.map((line) =>
      cells([
        dayOf(line),
        line.code,
        line.customer,
        line.sku,
        line.cases,
        line.amount.toLocaleString('en-US'),
      ]),
    )
    const page = `<html><head><meta charset="utf-8"></head><body><table>${cells(header)}${rows.join('')}</table></body></html>`
    const made = { name: 'html', fileName: 'x.xls', bytes: Buffer.from(page), lines }
    const got = await summed(folder, made)
    expect(got).toMatchObject({ problems: {}, sums: wanted(made) })
  })
})

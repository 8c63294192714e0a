import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv } from '../../../../test/make/files/encode.ts'
import { CsvRows, delimiterOf, rowsOf } from './csv-rows.ts'

const cell = fc.string({ unit: fc.constantFrom('a', '酒', '"', ',', ';', '\n', ' ', '1', '.'), maxLength: 6 })
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 })

/** The text in pieces of any size, as a stream brings it. */
function inPieces(text: string, sizes: readonly number[], delimiter: string): string[][] {
  const reader = new CsvRows(delimiter, 0, '\n')
  const rows: string[][] = []
  let at = 0
  for (const size of [...sizes, text.length]) {
    rows.push(...reader.push(text.slice(at, at + size)).rows)
    at += size
  }
  return [...rows, ...reader.end().rows]
}

describe('rows of delimited text', () => {
  it('any table that is written is read again, however it is cut into pieces', () => {
    fc.assert(
      fc.property(
        table,
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 30 }),
        fc.constantFrom(',', ';'),
        (rows, sizes, delimiter) => {
          expect(inPieces(csv(rows, delimiter, '\n'), sizes, delimiter)).toEqual(rows)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('CR LF and LF give the same; empty rows are counted and left out', () => {
    expect(rowsOf('a,b\r\n\r\n1,2\r\n', ',', '\n')).toEqual({
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
      numbers: [1, 3],
      broken: null,
    })
  })

  it('a quote that never closes spoils one row, and the rows after it are read', () => {
    const batch = rowsOf('a,b\n"x,1\ny,2\n', ',', '\n')
    expect(batch.rows).toEqual([
      ['a', 'b'],
      ['"x', '1'],
      ['y', '2'],
    ])
    expect([...(batch.broken ?? [])]).toEqual([1])
  })

  it.each([
    [',', '日期,客户,箱数\n2025-01-01,"甲;乙",3\n'],
    [';', 'Date;Customer;Net\n01.02.2025;"A, B";1.234,50\n02.02.2025;C;2,00\n'],
    ['\t', 'a\tb, c\tc\n1\t2, 3\t3\n'],
    ['|', 'a|b|c\n1|2|3\n'],
  ])('the separator %j', (delimiter, text) => {
    expect(delimiterOf(text, '\n')).toBe(delimiter)
  })

  it('prose has no separator', () => {
    expect(delimiterOf('各位同事:\n下周一上午九点开会\n', '\n')).toBe(null)
  })
})

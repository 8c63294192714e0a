import { afterAll, describe, expect, it } from 'vitest'
import { isRead, readAll, scratch } from '../../../../test/make/files/reading.ts'
import type { Line } from '../../../domain/chain/line.ts'

const folder = scratch()
afterAll(() => folder.remove())

async function lines(...rows: string[]): Promise<Partial<Line>[]> {
  const read = await readAll(folder.path('sales.csv', `${rows.join('\n')}\n`), 'sales.csv')
  if (!isRead(read)) throw new Error(read.code)
  return read.rows.map((row) => (row.ok ? (row.record as Line) : { row: row.row }))
}

describe('a column of units', () => {
  const file = async (...words: string[]) => {
    const rows = words.map((word, n) => `2025-01-0${n + 1},滨江烟酒,纯生,500ml*12,10,${word}`)
    const text = ['日期,客户名称,产品名称,规格,数量,单位', ...rows].join('\n')
    const read = await readAll(folder.path('units.csv', `${text}\n`), 'units.csv')
    if (!isRead(read)) throw new Error(read.code)
    return read.rows.map((row) =>
      row.ok ? (({ cases, units }) => ({ cases, units }))(row.record as Line) : row.problem,
    )
  }

  it('is taken at its word: a dozen is twelve, and three sacks are not three cases', async () => {
    expect(await file('箱', '瓶', '打', '麻袋')).toEqual([
      { cases: 10, units: undefined },
      { cases: undefined, units: 10 },
      { cases: undefined, units: 120 },
      { code: 'line/unit-unknown', facts: { value: '麻袋' } },
    ])
  })

  it('of which no word is known says nothing of the quantity', async () => {
    expect(await file('台', '套')).toEqual([
      { cases: 10, units: undefined },
      { cases: 10, units: undefined },
    ])
  })
})

describe('what a line leaves open', () => {
  it('a market left blank behind its account is not the one above', async () => {
    const read = await lines(
      'date,buyer_code,market_code,sku_code,cases',
      '2025-01-05,A1,M1,S1,1',
      '2025-01-05,A2,,S1,1',
      '2025-01-05,A3,M3,S1,1',
      '2025-01-05,A2,,S1,2',
      '2025-01-06,A4,,S1,2',
      '2025-01-06,A2,M2,S1,2',
    )
    expect(read.map(({ marketCode }) => marketCode)).toEqual([
      'M1',
      undefined,
      'M3',
      undefined,
      undefined,
      'M2',
    ])
  })

  it('one blank account among few lines is an omission, headings above their lines are not', async () => {
    const omitted = await lines(
      'date,buyer_code,sku_code,cases',
      '2025-01-05,A1,S1,1',
      '2025-01-05,,S1,1',
      '2025-01-05,A3,S1,1',
      '2025-01-05,A4,S1,2',
    )
    expect(omitted.map(({ buyerCode }) => buyerCode)).toEqual(['A1', undefined, 'A3', 'A4'])
    const headed = await lines(
      'buyer_code,buyer_name,date,sku_code,cases',
      'A1,East,2025-01-05,S1,1',
      ',,2025-01-06,S1,1',
      ',,2025-01-07,S1,1',
      'A2,West,2025-01-05,S1,1',
      ',,2025-01-06,S1,2',
    )
    expect(headed.map(({ buyerCode }) => buyerCode)).toEqual(['A1', 'A1', 'A1', 'A2', 'A2'])
  })

  it('where a file has no codes, the name is the code; in one with codes a blank stays one', async () => {
    const named = await lines(
      '日期,客户名称,产品名称,规格,数量(箱)',
      '2025-01-05,滨江烟酒,纯生,500ml*12,2',
      '2025-01-06,江北超市,纯生,500ml*12,3',
    )
    expect(named.map(({ buyerCode, skuCode }) => [buyerCode, skuCode])).toEqual([
      ['滨江烟酒', '纯生'],
      ['江北超市', '纯生'],
    ])
    const across = await lines(
      '日期,产品名称,滨江烟酒,江北超市,城西酒行',
      '2025-01-05,纯生,2,1,',
      '2025-01-06,纯生,,4,5',
    )
    expect(across.map(({ buyerCode, cases }) => [buyerCode, cases])).toEqual([
      ['滨江烟酒', 2],
      ['江北超市', 1],
      ['江北超市', 4],
      ['城西酒行', 5],
    ])
    const coded = await lines(
      'date,buyer_code,buyer_name,sku_code,cases',
      '2025-01-05,A1,East,S1,1',
      '2025-01-05,,West,S1,1',
    )
    expect(coded.map(({ buyerCode }) => buyerCode)).toEqual(['A1', undefined])
  })

  it('bottles beside cases: what is left over, unless they are the whole', async () => {
    const left = await lines(
      '日期,客户编码,产品编码,箱,瓶',
      '2025-01-05,A1,S1,20,6',
      '2025-01-06,A1,S1,1,0',
      '2025-01-07,A1,S1,0,3',
    )
    expect(left.map(({ cases, units, looseUnits }) => [cases, units, looseUnits])).toEqual([
      [20, undefined, 6],
      [1, undefined, undefined],
      [0, 3, undefined],
    ])
    const whole = await lines(
      '日期,客户编码,产品编码,箱,瓶',
      '2025-01-05,A1,S1,2,24',
      '2025-01-06,A1,S1,1,12',
    )
    expect(whole.map(({ cases, units }) => [cases, units])).toEqual([
      [2, 24],
      [1, 12],
    ])
    const [, inCell] = await lines(
      '日期,客户编码,产品编码,数量',
      '2025-01-05,A1,S1,3箱',
      '2025-01-06,A1,S1,2箱6瓶',
    )
    expect(inCell).toMatchObject({ cases: 2, looseUnits: 6 })
  })
})

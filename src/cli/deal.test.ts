import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFolder, buildProgram, tonnage } from '../../test/make/program.ts'
import { runHere } from '../../test/make/run-here.ts'
import type { DealAnswer } from '../domain/develop/deal-answer.ts'

const place = aFolder()
const data = path.join(place.folder, 'data')

beforeAll(buildProgram)
afterAll(() => place.remove())

let files = 0
function fileOf(content: unknown): string {
  files += 1
  const file = path.join(place.folder, `deal-${files}.json`)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

async function answerTo(content: unknown, ...more: string[]) {
  const { status, out, err } = await runHere(['--data', data, 'deal', fileOf(content), '--json', ...more])
  const document = JSON.parse(out) as DealAnswer & {
    problem?: { code: string; detail: string; facts: object }
  }
  return { status, document, out, err }
}

/** The article's deal, reading A, and the five cash flows that follow from it. */
const emptyExchange = { n: 4, fullValue: 12, depositValue: 0, returnRate: 1 }
const readingA = { spread: 6, emptyExchange, capPrize: { amount: 6, kept: 1 } }
const firstOrder = {
  cases: 2400,
  priceIn: 18,
  sellDays: 15,
  creditShare: 0,
  creditDays: 30,
  rebateLagDays: 30,
  annualRate: 0.08,
}

describe('tonnage deal FILE', () => {
  it('answers with one document of the fields that were agreed', async () => {
    const { status, document, out } = await answerTo({ case: readingA, firstOrder })
    expect(status).toBe(0)
    expect(out.trim().split('\n')).toHaveLength(1)
    expect(document.perCase).toMatchObject({
      components: [
        { name: 'spread', amount: 6 },
        { name: 'emptyExchange', amount: 3 },
        { name: 'capPrize', amount: 6 },
      ],
      total: 15,
      range: { headline: 15, kept: 15, low: 6, high: 15 },
    })
    expect(document.firstOrder).toMatchObject({
      profit: 36_000,
      perCase: 15,
      peakCash: 43_200,
      paybackDay: 12,
      npv: 35_730.58,
      roiOnPeak: 0.8333,
    })
    expect(document.waterfall).toEqual([
      { name: 'invoice', kind: 'total', amount: 18 },
      { name: 'capPrize', kind: 'minus', amount: 6 },
      { name: 'emptyExchange', kind: 'minus', amount: 3 },
      { name: 'pocket', kind: 'total', amount: 9 },
    ])
  })

  it.each([
    ['all-volume', 'all', 0.5, 4999.5],
    ['marginal', 'marginal', 0.25, 2499.5], // 2,499.50 ÷ 9,999 is rounded a case, never in the sum
  ])('tells a tiered rebate, %s', async (_, mode, perCase, rebate) => {
    const tiers = [
      { from: 0, rate: 0 },
      { from: 5000, rate: 0.5 },
      { from: 10_000, rate: 1 },
    ]
    const { document } = await answerTo({
      case: { spread: 1, rebate: { tiers, mode } },
      firstOrder: { ...firstOrder, cases: 9999 },
    })
    expect(document.perCase.components.at(-1)).toMatchObject({ name: 'rebate', amount: perCase })
    expect(document.firstOrder).toMatchObject({ rebate, profit: 9999 + rebate })
    expect(document.tiers?.next).toMatchObject({ from: 10_000, lacking: 1 })
  })

  it('an empty file of braces is answered with what is not known', async () => {
    const { status, document } = await answerTo({})
    expect(status).toBe(0)
    expect(document).toMatchObject({
      perCase: { components: [], total: null, range: null },
      firstOrder: null,
      waterfall: [],
    })
  })

  it.each([
    ['zh', /价差 +6\.00[\s\S]*每箱赚 +15\.00[\s\S]*赚 36,000\.00 元[\s\S]*第 12 天回本/, /yuan|undefined|—/],
    [
      'en',
      /Price spread +6\.00[\s\S]*15\.00[\s\S]*36,000\.00 yuan[\s\S]*day 12/,
      /[\u4e00-\u9fff]|undefined|—/,
    ],
  ])(
    'speaks to a person in %s, as the program is run, and makes no data folder',
    async (lang, says, never) => {
      const { status, out } = await tonnage(data, [
        'deal',
        fileOf({ case: readingA, firstOrder }),
        '--lang',
        lang,
      ])
      expect(status).toBe(0)
      expect(out).toMatch(says)
      expect(out).not.toMatch(never)
      expect(existsSync(data)).toBe(false)
    },
  )

  it('says to a person what is lacking and what hurts', async () => {
    const rebate = { tiers: [{ from: 3000, rate: 1 }], mode: 'all' }
    const file = fileOf({
      case: { spread: -5, emptyExchange, capPrize: { amount: 6 }, rebate, freeGoods: { buy: 10, get: 1 } },
      firstOrder: { cases: 2400, priceIn: 18, sellDays: 15 },
      price: { list: 20, cost: 9, excise: 1, freight: 1 },
    })
    const { out } = await runHere(['deal', file, '--lang', 'en'])
    expect(out).toContain('218 of them are free')
    expect(out).toContain('600 more cases reach the next tier and add 3,000.00')
    expect(out).toContain('case.capPrize.kept = 1')
    expect(out).toContain('Contribution')
  })

  it('--help documents the input, and its example can be computed as it stands', async () => {
    const { status, out } = await runHere(['deal', '--help', '--lang', 'en'])
    expect(status).toBe(0)
    const example = /^\{\n[\s\S]*?^\}/m.exec(out)?.[0] ?? ''
    const { document } = await answerTo(example)
    expect([document.perCase.total, document.firstOrder?.profit]).toEqual([15, 36_000])
    for (const field of [
      'case.spread',
      'case.emptyExchange.returnRate',
      'firstOrder.rebateLagDays',
      'tiers',
      'mode',
    ])
      expect(out).toContain(field)
  })
})

describe('refusals', () => {
  it.each<[string, unknown, number, string, object]>([
    ['no JSON', '{"case": }', 3, 'deal/not-readable', {}],
    ['a list', [], 3, 'deal/part-invalid', {}],
    ['text for a number', { case: { spread: '6' } }, 3, 'deal/number-invalid', { field: 'case.spread' }],
    [
      'seventy for 70 %',
      { case: { capPrize: { amount: 6, kept: 70 } } },
      3,
      'deal/share-outside',
      { value: 70 },
    ],
    ['negative cases', { firstOrder: { cases: -1 } }, 3, 'deal/out-of-range', { field: 'firstOrder.cases' }],
    ['an unknown field', { case: { capPrise: {} } }, 3, 'deal/field-unknown', { field: 'case.capPrise' }],
  ])('%s', async (_, content, status, code, facts) => {
    const answer = await answerTo(content)
    expect([answer.status, answer.document.problem?.code]).toEqual([status, code])
    expect(answer.document.problem?.facts).toMatchObject(facts)
    expect(answer.err).toContain(answer.document.problem?.detail)
  })

  it('a file that is not there is missing, no file is wrong usage', async () => {
    const gone = await runHere(['deal', path.join(place.folder, 'gone.json'), '--json'])
    expect([gone.status, JSON.parse(gone.out)]).toMatchObject([4, { problem: { code: 'file/missing' } }])
    const none = await runHere(['deal', '--json'])
    expect([none.status, JSON.parse(none.out)]).toMatchObject([2, { problem: { code: 'request/usage' } }])
  })

  it('names the field in Chinese sentences too', async () => {
    const { document } = await answerTo({ case: { spread: '6元' } }, '--lang', 'zh')
    expect(document.problem?.detail).toBe(
      '“case.spread”要一个数，现在是 "6元"。只写数字，不加引号、单位和千分号；不知道就别写这一项。',
    )
  })
})

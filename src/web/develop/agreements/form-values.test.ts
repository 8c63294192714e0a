import { describe, expect, it } from 'vitest'
import { firstDesk, presetOf } from '../deal/desk.ts'
import { draftOf, emptyForm, formOf, monthsOf, type AgreementForm } from './form-values.ts'
import { fromDesk } from './from-desk.ts'

const money = {
  minorOf: (value: number | null) => (value === null ? null : Number((value * 100).toFixed(4))),
  typed: (minor: number | null) => (minor === null ? null : minor / 100),
}
const empty = emptyForm('2026-01-05', ['m'])
const form: AgreementForm = {
  ...empty,
  targets: { '2026-01': 2400, '2027-06': 1 },
  mode: 'marginal',
  steps: [
    { from: 0, rate: 3 },
    { from: 2400, rate: null },
  ],
  firstCases: 2400,
  perCase: 0.29,
  otherWords: '货到付款',
}

describe('the form of an agreement', () => {
  it('is a year from today, empty; an empty one promises nothing', () => {
    expect([empty.from, empty.to, monthsOf(empty).length]).toEqual(['2026-01-05', '2027-01-04', 13])
    expect(draftOf(empty, money)).toMatchObject({
      products: null,
      targets: [],
      firstOrder: null,
      rebate: null,
      support: { perCaseMinor: 0, onceMinor: 0 },
    })
    expect(monthsOf({ from: '', to: '2026-01-01' })).toEqual([])
  })

  it('says a draft: months beyond its days and tiers without a rate are left out, money is whole fen', () => {
    expect(draftOf(form, money)).toMatchObject({
      targets: [{ month: '2026-01', cases: 2400 }],
      firstOrder: { cases: 2400, dueOn: null },
      rebate: { kind: 'tiers', measure: 'cases', mode: 'marginal', tiers: [{ from: 0, rate: 300 }] },
      support: { perCaseMinor: 29, onceMinor: 0 },
    })
  })

  it('words of exclusivity go with its tick', () => {
    const words = { ...form, exclusivityWords: '只给这一家' }
    expect(draftOf({ ...words, exclusive: true }, money).exclusivityWords).toBe('只给这一家')
    expect(draftOf({ ...words, exclusive: false }, money).exclusivityWords).toBe('')
  })

  it('is what was saved', () => {
    for (const firstDue of ['', '2026-02-01']) {
      const saved = draftOf({ ...form, firstDue }, money)
      expect(draftOf(formOf(saved, money), money)).toEqual(saved)
    }
  })
})

describe('from the deal desk', () => {
  it('the article’s readings: 3 of the exchange and 6 of the prizes beside the spread; in B a rebate of its own', () => {
    const a = fromDesk(firstDesk, '2026-01-05')
    expect(a).toMatchObject({ perCase: 9, targets: { '2026-01': 2400 }, firstCases: 2400 })
    expect(a.steps).toBeUndefined()
    const b = fromDesk({ ...firstDesk, ...presetOf('B') }, '2026-01-05')
    expect(b.steps).toEqual([{ from: 0, rate: presetOf('B').rebate }])
  })

  it('tiers of the desk are tiers of the rebate, those that are whole', () => {
    const tiers = [
      { from: 0, rate: 0.5 },
      { from: null, rate: 2 },
    ]
    const desk = { ...firstDesk, rebateBy: 'tiers', tiers, mode: 'marginal' } as const
    expect(fromDesk(desk, '2026-01-05')).toMatchObject({ steps: [tiers[0]], mode: 'marginal' })
  })
})

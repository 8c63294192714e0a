import { expect, it } from 'vitest'
import * as fc from 'fast-check'
import { aPolicy, anyTerms } from '../../../../test/make/policies.ts'
import type { PolicyBody } from '../../trade-api.ts'
import { draftOf, emptyForm, formOf, usualComponent } from './form-values.ts'

const money = {
  minorOf: (value: number | null) => (value === null ? null : Number((value * 100).toFixed(4))),
  typed: (minor: number | null) => (minor === null ? null : Number((minor / 100).toFixed(6))),
}

it('whatever was saved is shown and saved again as it was', () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const draft = { ...aPolicy(), terms } as PolicyBody
      expect(draftOf(formOf(draft, [], money), money)).toEqual(draft)
    }),
  )
})

it('15 yuan a case are 1500 fen, and half a yuan is 50', () => {
  const form = { ...emptyForm('2026-01-05', ['hq']), rate: 15 }
  expect(draftOf(form, money).terms).toEqual({ kind: 'rate', measure: 'cases', rate: 1500 })
  expect(draftOf({ ...form, rate: 0.5 }, money).terms).toMatchObject({ rate: 50 })
  // Of an amount it is a percentage, and where a tier begins is money.
  const tiers = { kind: 'tiers', measure: 'amount', steps: [{ from: 10_000, rate: 1.5 }] } as const
  expect(draftOf({ ...form, ...tiers }, money).terms).toMatchObject({
    tiers: [{ from: 1_000_000, rate: 1.5 }],
  })
})

it('an empty budget stays nobody’s; what is booked where follows the kind of terms', () => {
  expect(draftOf(emptyForm('2026-01-05', []), money)).toMatchObject({
    budgetMinor: null,
    component: 'rebate',
    accounts: null,
    skus: null,
    to: '2026-12-31',
  })
  expect(['display', 'free_goods', 'growth'].map((kind) => usualComponent(kind as 'display'))).toEqual([
    'display',
    'free_goods',
    'rebate',
  ])
})

import { ok, refuse, type Result } from '../problem.ts'
import type { TermsDraft } from './trade-policy-draft.ts'

export type TermsRefusal =
  | 'trade-policy/number-invalid'
  | 'trade-policy/rate-negative'
  | 'trade-policy/rate-zero'
  | 'trade-policy/tiers-none'
  | 'trade-policy/tier-invalid'
  | 'trade-policy/tiers-unsorted'
  | 'trade-policy/tiers-overlap'
  | 'trade-policy/tiers-hole'
  | 'trade-policy/free-goods-invalid'

/** A hundred billion yuan: a larger figure is a slip, and sums must stay exact. */
const LARGEST = 1e13
const MOST_DECIMALS = 4
const MOST_TIERS = 50

/** Whole minor units, not below zero. */
export function wholeMinor(value: number, field: string): Result<number, TermsRefusal> {
  if (!Number.isInteger(value) || Math.abs(value) > LARGEST)
    return refuse('trade-policy/number-invalid', { field, value })
  return value < 0 ? refuse('trade-policy/rate-negative', { field, value }) : ok(value)
}

/** A rate: not below zero, at most four decimals of a minor unit or of a percent. */
function rate(value: number, field: string): Result<number, TermsRefusal> {
  const decimals = /^\d+(?:\.(\d+))?$/.exec(String(Math.abs(value)))?.[1]?.length ?? 0
  if (
    !Number.isFinite(value) ||
    Math.abs(value) > LARGEST ||
    decimals > MOST_DECIMALS ||
    /e/.test(String(value))
  )
    return refuse('trade-policy/number-invalid', { field, value: String(value) })
  return value < 0 ? refuse('trade-policy/rate-negative', { field, value }) : ok(value)
}

function aboveZero(value: number, field: string): Result<number, TermsRefusal> {
  const read = rate(value, field)
  return read.ok && read.value === 0 ? refuse('trade-policy/rate-zero', { field }) : read
}

/**
 * Looks at the numbers of a draft's terms. Refused: rates below zero, of nothing at all, with more than four decimals or beyond all
 * measure; tiers that are none, not in rising order, overlap or leave a hole; free goods that are not whole cases.
 */
export function readTerms(terms: TermsDraft): Result<TermsDraft, TermsRefusal> {
  if (terms.kind === 'rate') return then(aboveZero(terms.rate, 'rate'), terms)
  if (terms.kind === 'growth') {
    const above = rate(terms.above, 'above')
    return above.ok ? then(aboveZero(terms.rate, 'rate'), terms) : above
  }
  if (terms.kind === 'free_goods') {
    const whole = [terms.buy, terms.get].every((one) => Number.isInteger(one) && one >= 1 && one <= 1e6)
    if (!whole) return refuse('trade-policy/free-goods-invalid', { buy: terms.buy, get: terms.get })
    return then(then(wholeMinor(terms.valueMinor, 'value'), terms.valueMinor, 'value'), terms)
  }
  if (terms.kind === 'tiers') return then(readTiers(terms.tiers), terms)
  return then(then(wholeMinor(terms.amountMinor, 'amount'), terms.amountMinor, 'amount'), terms)
}

/** The value, if what was looked at holds; with a field also that the value is not zero. */
function then<T>(read: Result<unknown, TermsRefusal>, value: T, field?: string): Result<T, TermsRefusal> {
  if (!read.ok) return read
  return field !== undefined && value === 0 ? refuse('trade-policy/rate-zero', { field }) : ok(value)
}

type Tiers = Extract<TermsDraft, { kind: 'tiers' }>['tiers']

/** A tier holds until the next begins; where its end is written as well, it must be just that. */
function readTiers(tiers: Tiers): Result<true, TermsRefusal> {
  if (tiers.length === 0 || tiers.length > MOST_TIERS)
    return refuse('trade-policy/tiers-none', { most: MOST_TIERS })
  for (const [at, { from, to = null, rate: own }] of tiers.entries()) {
    const n = at + 1
    if (!Number.isInteger(from) || from < 0 || from > LARGEST)
      return refuse('trade-policy/tier-invalid', { n, value: String(from) })
    const read = rate(own, `tiers.${n}`)
    if (!read.ok) return read
    if (to !== null && to <= from) return refuse('trade-policy/tiers-unsorted', { n, from, before: to })
    const next = tiers[at + 1]
    if (!next) {
      if (to !== null) return refuse('trade-policy/tiers-hole', { n, from: to })
      break
    }
    if (next.from <= from)
      return next.from === from
        ? refuse('trade-policy/tiers-overlap', { n: n + 1, from })
        : refuse('trade-policy/tiers-unsorted', { n: n + 1, from: next.from, before: from })
    if (to !== null && to > next.from)
      return refuse('trade-policy/tiers-overlap', { n: n + 1, from: next.from })
    if (to !== null && to < next.from)
      return refuse('trade-policy/tiers-hole', { n, from: to, next: next.from })
  }
  return tiers.every((tier) => tier.rate === 0)
    ? refuse('trade-policy/rate-zero', { field: 'tiers' })
    : ok(true)
}

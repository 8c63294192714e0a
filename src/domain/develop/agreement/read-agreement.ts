import { isDay, type Day } from '../../day.ts'
import { ok, refuse, type Result } from '../../problem.ts'
import { readTerms } from '../read-trade-terms.ts'
import { MOST_FIRST_CASES } from '../placement.ts'
import { MOST_DAYS as MOST_BETWEEN } from '../visit-dates.ts'
import type { TermsDraft } from '../trade-policy-draft.ts'
import { resalePriceIn } from './resale-price.ts'

/** An agreement as it is written down, before anybody approved or signed it. */
export type AgreementDraft = {
  /** The first day and the last that counts. */
  readonly from: Day
  readonly to: Day
  readonly markets: readonly string[]
  /** Null: all products. */
  readonly products: readonly string[] | null
  /** Whole cases by month, `YYYY-MM`. */
  readonly targets: readonly { readonly month: string; readonly cases: number }[]
  /** What is ordered first and by when; what was not said follows from start and targets. Absent: nothing was said. */
  readonly firstOrder?: { readonly cases: number | null; readonly dueOn: Day | null } | null | undefined
  /** By cases, over the whole term. */
  readonly rebate: Extract<TermsDraft, { kind: 'tiers' }> | null
  /** What we give beside the rebate: minor units a case, and once. */
  readonly support: { readonly perCaseMinor: number; readonly onceMinor: number }
  /** Days after delivery within which it is paid; 0: on delivery. */
  readonly payDays: number
  /** How often it is visited; null: nothing was agreed. */
  readonly visitEveryDays: number | null
  readonly exclusive: boolean
  /** What legal may write. */
  readonly exclusivityWords: string
  readonly otherWords: string
}

const MOST_WORDS = 4000
const MOST_DAYS = 365
const MOST_CASES = 1e9
const MOST_MINOR = 1e13

const whole = (value: number, low: number, high: number) =>
  Number.isInteger(value) && value >= low && value <= high
const invalid = (field: string) => refuse('agreement/field-invalid', { field })

/**
 * Looks at a draft. Refused: days that are none or crossed; no market; an empty list of products; a target outside the term, twice in a
 * month, or no whole cases; a first order outside the term or of no whole cases; support that is no whole money; rebate tiers that overlap, leave a hole or are below zero (`readTerms`), or
 * do not count cases; payment or visits that are no whole days of a year; texts too long, or that fix a resale price. Words of
 * exclusivity count where it is exclusive; elsewhere they are left out, so that nothing promises what is not checked.
 */
export function readAgreement(given: AgreementDraft): Result<AgreementDraft> {
  const draft = given.exclusive ? given : { ...given, exclusivityWords: '' }
  const { from, to, targets, rebate } = draft
  for (const field of ['from', 'to'] as const) if (!isDay(draft[field])) return invalid(field)
  if (from > to) return refuse('agreement/dates-crossed', { from, to })
  if (draft.markets.length === 0) return invalid('markets')
  if (draft.products?.length === 0) return invalid('products')
  const months = new Set<string>()
  for (const { month, cases } of targets) {
    const within = isDay(`${month}-01`) && month >= from.slice(0, 7) && month <= to.slice(0, 7)
    if (!within || months.has(month) || !whole(cases, 0, MOST_CASES)) return invalid('targets')
    months.add(month)
  }
  const first = draft.firstOrder
  if (first?.dueOn != null && !(isDay(first.dueOn) && first.dueOn >= from && first.dueOn <= to))
    return invalid('firstOrder')
  if (first?.cases != null && !whole(first.cases, 1, MOST_FIRST_CASES)) return invalid('firstOrder')
  if (!whole(draft.payDays, 0, MOST_DAYS)) return invalid('payDays')
  if (draft.visitEveryDays !== null && !whole(draft.visitEveryDays, 1, MOST_BETWEEN))
    return invalid('visitEveryDays')
  for (const field of ['exclusivityWords', 'otherWords'] as const) {
    if (draft[field].length > MOST_WORDS) return invalid(field)
    const found = resalePriceIn(draft[field])
    if (found !== null) return refuse('agreement/resale-price', { field, found })
  }
  for (const minor of Object.values(draft.support))
    if (!whole(minor, 0, MOST_MINOR)) return invalid('support')
  if (rebate === null) return ok(draft)
  if (rebate.measure !== 'cases') return invalid('rebate')
  const terms = readTerms(rebate)
  return terms.ok ? ok(draft) : terms
}

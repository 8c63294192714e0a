import { compare, least, minus, negative, ONE, ratio, rounded, times, ZERO } from '../fraction.ts'
import type { Fraction } from '../fraction.ts'
import type { Deal, DealCase, FirstOrderTerms } from './deal.ts'
import { perCase } from './per-case.ts'

/** One input of the deal: what it is, and the deal with it multiplied. Shares stop at 1, cases stay whole. */
type Input = { readonly field: string; readonly there: boolean; readonly scaled: (by: Fraction) => Deal }

const share = (value: Fraction, by: Fraction) => least(ONE, times(value, by))

function inputsOf(deal: Deal): readonly Input[] {
  const { spread, emptyExchange, capPrize, rebate, freeGoods, delivery } = deal.case
  const terms = deal.firstOrder
  const inCase = (part: Partial<DealCase>): Deal => ({ ...deal, case: { ...deal.case, ...part } })
  const inExchange = (name: 'fullValue' | 'depositValue', by: Fraction) =>
    inCase({ emptyExchange: emptyExchange && { ...emptyExchange, [name]: times(emptyExchange[name], by) } })
  const inTerms = (part: Partial<FirstOrderTerms>): Deal => ({
    ...deal,
    firstOrder: terms && { ...terms, ...part },
  })
  const tiers = rebate?.kind === 'tiers' ? rebate : null
  return [
    {
      field: 'case.spread',
      there: spread !== null,
      scaled: (by) => inCase({ spread: spread && times(spread, by) }),
    },
    {
      field: 'case.emptyExchange.fullValue',
      there: emptyExchange !== null,
      scaled: (by) => inExchange('fullValue', by),
    },
    {
      field: 'case.emptyExchange.depositValue',
      there: emptyExchange !== null,
      scaled: (by) => inExchange('depositValue', by),
    },
    {
      field: 'case.emptyExchange.returnRate',
      there: emptyExchange !== null,
      scaled: (by) =>
        inCase({
          emptyExchange: emptyExchange && {
            ...emptyExchange,
            returnRate: share(emptyExchange.returnRate, by),
          },
        }),
    },
    {
      field: 'case.capPrize.amount',
      there: capPrize !== null,
      scaled: (by) => inCase({ capPrize: capPrize && { ...capPrize, amount: times(capPrize.amount, by) } }),
    },
    {
      field: 'case.capPrize.kept',
      there: capPrize !== null,
      scaled: (by) => inCase({ capPrize: capPrize && { ...capPrize, kept: share(capPrize.kept, by) } }),
    },
    {
      field: 'case.rebate.perCase',
      there: rebate?.kind === 'perCase',
      scaled: (by) =>
        inCase({
          rebate: rebate?.kind === 'perCase' ? { ...rebate, perCase: times(rebate.perCase, by) } : rebate,
        }),
    },
    {
      field: 'case.rebate.tiers',
      there: tiers !== null,
      scaled: (by) =>
        inCase({
          rebate: tiers && {
            ...tiers,
            tiers: tiers.tiers.map(({ from, rate }) => ({ from, rate: times(rate, by) })),
          },
        }),
    },
    {
      field: 'firstOrder.cases',
      there: tiers !== null && (terms?.cases ?? 0) > 0,
      scaled: (by) => inTerms({ cases: rounded(times(ratio(terms?.cases ?? 0), by), 0) }),
    },
    {
      field: 'firstOrder.priceIn',
      there: freeGoods !== null && terms?.priceIn !== null,
      scaled: (by) => inTerms({ priceIn: terms?.priceIn ? times(terms.priceIn, by) : null }),
    },
    {
      field: 'case.delivery',
      there: delivery !== null,
      scaled: (by) => inCase({ delivery: delivery && times(delivery, by) }),
    },
  ]
}

export type Swing = {
  readonly field: string
  /** The total a case with this input a fifth lower, and a fifth higher. */
  readonly lower: Fraction
  readonly higher: Fraction
}

export type Sensitivity = {
  /** Widest first; inputs that move nothing are left out. */
  readonly tornado: readonly Swing[]
  /** Every input a fifth against the wholesaler at once. */
  readonly worst: Fraction
}

const LOWER = ratio(4, 5)
const HIGHER = ratio(6, 5)

/**
 * One input at a time 20 % down and up (tornado: Howard, "Decision analysis: practice and promise", Management Science 34(6), 1988), and all at once
 * in the worse direction. A spread below zero gets worse upwards: 20 % of it. Null where nothing of the deal is known.
 */
export function sensitivity(deal: Deal): Sensitivity | null {
  const { total } = perCase(deal)
  if (total === null) return null
  const tornado = inputsOf(deal)
    .filter(({ there }) => there)
    .map(({ field, scaled }) => ({ field, lower: totalOf(scaled(LOWER)), higher: totalOf(scaled(HIGHER)) }))
    .filter(({ lower, higher }) => compare(lower, total) !== 0 || compare(higher, total) !== 0)
    .toSorted((a, b) => compare(width(b), width(a)))
  return { tornado, worst: totalOf(worstOf(deal)) }
}

const totalOf = (deal: Deal) => perCase(deal).total ?? ZERO
const lesser = (a: Deal, b: Deal) => (compare(totalOf(b), totalOf(a)) < 0 ? b : a)

function width({ lower, higher }: Swing): Fraction {
  const apart = minus(higher, lower)
  return compare(apart, ZERO) < 0 ? negative(apart) : apart
}

/** Each input in turn is moved the way that leaves less, given those that were moved before it. */
function worstOf(deal: Deal): Deal {
  return inputsOf(deal)
    .map(({ field }) => field)
    .reduce((now, field) => {
      const input = inputsOf(now).find((one) => one.field === field)
      if (!input?.there) return now
      return [input.scaled(LOWER), input.scaled(HIGHER)].reduce(lesser, now)
    }, deal)
}

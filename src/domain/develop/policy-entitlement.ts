import { compare, minus, most, over, ratio, times, ZERO, type Fraction } from '../fraction.ts'
import { freeOn } from './free-goods.ts'
import { rebateOnExact } from './tier-rebate.ts'
import type { Measure, Terms } from './trade-policy.ts'

/**
 * What is known of one unit (account, policy, period): the sum of its eligible lines in the policy's measure, of the same days a
 * year before (growth), and whether somebody confirmed it (conduct, display).
 */
export type UnitState = { readonly quantity: number; readonly base: number; readonly confirmed: boolean }

export const NOTHING: UnitState = { quantity: 0, base: 0, confirmed: false }

const HUNDRED = ratio(100)

/** The ledger's whole numbers in what terms speak of: cases, litres, minor units. */
export function unitsOf(quantity: number, measure: Measure): Fraction {
  return measure === 'amount' ? ratio(quantity) : ratio(quantity, 1000)
}

/** Minor units a unit of the measure: a rate on an amount is a percentage. */
export function perUnit(rate: Fraction, measure: Measure): Fraction {
  return measure === 'amount' ? over(rate, HUNDRED) : rate
}

/**
 * What a unit earns in all, exact minor units. A rate also takes back (a period of returns only is below zero); tiers, growth and
 * free goods earn nothing below zero. Growth without anything a year before is not known, and earns nothing.
 */
export function entitlementOf(terms: Terms, { quantity, base, confirmed }: UnitState): Fraction {
  switch (terms.kind) {
    case 'rate':
      return times(unitsOf(quantity, terms.measure), perUnit(terms.rate, terms.measure))
    case 'tiers':
      return rebateOnExact(unitsOf(quantity, terms.measure), {
        mode: terms.mode,
        tiers: terms.tiers.map(({ from, rate }) => ({ from, rate: perUnit(rate, terms.measure) })),
      })
    case 'growth': {
      if (base <= 0) return ZERO
      const grown = minus(unitsOf(quantity, terms.measure), growthFloor(terms, base))
      return times(most(ZERO, grown), perUnit(terms.rate, terms.measure))
    }
    case 'free_goods':
      return ratio(BigInt(freeOn(Math.floor(Math.max(0, quantity) / 1000), terms)) * BigInt(terms.valueMinor))
    default:
      return confirmed ? ratio(terms.amountMinor) : ZERO
  }
}

/** From how much on growth is paid: last year's and so many percent. In units of the measure. */
export function growthFloor({ measure, above }: Extract<Terms, { kind: 'growth' }>, base: number): Fraction {
  return times(unitsOf(base, measure), over(minus(above, ratio(-100)), HUNDRED))
}

/** The tier that a unit has reached, counted from 0; null: none yet, or terms without tiers. */
export function tierReached(terms: Terms, quantity: number): number | null {
  if (terms.kind !== 'tiers') return null
  const units = unitsOf(quantity, terms.measure)
  const at = terms.tiers.findLastIndex(({ from }) => compare(units, ratio(from)) >= 0)
  return at < 0 ? null : at
}

/** What one of the ledger's whole numbers earns where every one earns the same; null: it depends on the others. */
export function steadyRate(terms: Terms): Fraction | null {
  if (terms.kind !== 'rate') return null
  return over(perUnit(terms.rate, terms.measure), ratio(terms.measure === 'amount' ? 1 : 1000))
}

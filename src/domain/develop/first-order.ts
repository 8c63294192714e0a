import { roundHalfUp } from '../money.ts'
import {
  approximate,
  compare,
  least,
  minus,
  negative,
  over,
  plus,
  ratio,
  sum,
  times,
  ZERO,
} from '../fraction.ts'
import type { Fraction } from '../fraction.ts'
import type { Deal, FirstOrderTerms } from './deal.ts'
import { freeCases } from './free-goods.ts'
import { perCase } from './per-case.ts'
import { rebateOn } from './tier-rebate.ts'

/** What is known of an order before any cash moves. Money is exact yuan. */
export type FirstOrder = {
  readonly cases: number
  readonly free: number
  readonly paid: number
  /** The parts that are known × cases; free goods as whole cases at the price in. */
  readonly profit: Fraction
  /** The rebate on these cases; null where none was said. */
  readonly rebate: Fraction | null
  /** Null where a field of `needs` is not known. */
  readonly cash: Cash | null
  readonly needs: readonly string[]
}

export type Cash = {
  /** The most that is tied up at the end of any day. */
  readonly peak: Fraction
  /** The first day on which all that was paid out has come back; null: it never does. */
  readonly paybackDay: number | null
  /** Profit ÷ peak. */
  readonly roi: Fraction
  /** At the yearly rate, in fen; null without a rate. */
  readonly npvFen: number | null
  readonly days: readonly CashDay[]
}

/** Only days on which money moves. */
export type CashDay = { readonly day: number; readonly flow: Fraction; readonly sum: Fraction }

/**
 * The first order (article 2.2: 2,400 cases in half a month), or null where nothing can be said: no cases, or no part of the deal known.
 *   CF₀ = −paid cases × price in
 *   each of D days: Q÷D × (price out × (1 − credit share) − delivery), the rest of the price `creditDays` later,
 *   empties, cap prizes and rebates of the day `rebateLagDays` later
 * Payback is the first day on which the running sum is not below zero; NPV = Σ CFₜ·(1 + r)^(−t÷365). IRR is left out: over half a month it
 * misleads, peak cash and days do not (Brealey, Myers, Allen, Principles of Corporate Finance, ch. 5).
 */
export function firstOrder(deal: Deal): FirstOrder | null {
  const { total, components } = perCase(deal)
  const terms = deal.firstOrder
  if (!terms?.cases || total === null) return null
  const { cases } = terms
  const free = deal.case.freeGoods ? freeCases(cases, deal.case.freeGoods) : 0
  const gift = terms.priceIn ? times(ratio(free), terms.priceIn) : ZERO
  const parts = components.flatMap(({ name, amount }) => (name === 'freeGoods' ? [] : (amount ?? [])))
  const needs = [
    ...(terms.priceIn ? [] : ['firstOrder.priceIn']),
    ...(terms.sellDays ? [] : ['firstOrder.sellDays']),
    ...(deal.case.spread ? [] : ['case.spread']),
  ]
  const order = { cases, free, paid: cases - free, needs }
  const profit = plus(times(sum(parts), ratio(cases)), gift)
  return {
    ...order,
    profit,
    rebate: rebateOf(deal, cases),
    cash: needs.length > 0 ? null : cashOf(deal, terms, order.paid, profit),
  }
}

function rebateOf(deal: Deal, cases: number): Fraction | null {
  const { rebate } = deal.case
  if (!rebate) return null
  return rebate.kind === 'tiers' ? rebateOn(cases, rebate) : times(rebate.perCase, ratio(cases))
}

function cashOf(deal: Deal, terms: FirstOrderTerms, paid: number, profit: Fraction): Cash {
  const days = running(flows(deal, terms, paid))
  const peak = negative(days.reduce((low, day) => least(low, day.sum), ZERO))
  return {
    peak,
    paybackDay: days.find((day) => compare(day.sum, ZERO) >= 0)?.day ?? null,
    roi: over(profit, peak),
    npvFen: terms.annualRate === null ? null : presentFen(days, terms.annualRate),
    days,
  }
}

/** Cash by day. Sales are even; a part of a case may be sold on a day. */
function flows(deal: Deal, terms: FirstOrderTerms, paid: number): ReadonlyMap<number, Fraction> {
  const priceIn = terms.priceIn ?? ZERO
  const priceOut = plus(priceIn, deal.case.spread ?? ZERO)
  const sellDays = terms.sellDays ?? 1
  const daily = ratio(terms.cases ?? 0, sellDays)
  const later = perCase(deal).components.flatMap(({ name, amount }) =>
    name === 'emptyExchange' || name === 'capPrize' || name === 'rebate' ? (amount ?? []) : [],
  )
  const onCredit = times(priceOut, terms.creditShare)
  const atOnce = minus(minus(priceOut, onCredit), deal.case.delivery ?? ZERO)
  const by = new Map<number, Fraction>([[0, negative(times(ratio(paid), priceIn))]])
  const add = (day: number, amount: Fraction) => by.set(day, plus(by.get(day) ?? ZERO, amount))
  for (let day = 1; day <= sellDays; day += 1) {
    add(day, times(daily, atOnce))
    add(day + terms.creditDays, times(daily, onCredit))
    add(day + terms.rebateLagDays, times(daily, sum(later)))
  }
  return by
}

function running(by: ReadonlyMap<number, Fraction>): readonly CashDay[] {
  let total = ZERO
  return [...by]
    .toSorted(([a], [b]) => a - b)
    .map(([day, flow]) => {
      total = plus(total, flow)
      return { day, flow, sum: total }
    })
}

/** The only figure with binary numbers: a discount factor has no exact decimal. Rounded once. */
function presentFen(days: readonly CashDay[], rate: number): number {
  const yuan = days.reduce((all, { day, flow }) => all + approximate(flow) * (1 + rate) ** (-day / 365), 0)
  return roundHalfUp(yuan * 100)
}

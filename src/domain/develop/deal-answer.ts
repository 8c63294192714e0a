import { over, ratio, rounded, type Fraction } from '../fraction.ts'
import type { Deal } from './deal.ts'
import { firstOrder, type FirstOrder } from './first-order.ts'
import { freeShare } from './free-goods.ts'
import { breakpoints, keptRange } from './kept.ts'
import { perCase } from './per-case.ts'
import { pocketPrice, pocketShare } from './pocket-price.ts'
import { sensitivity } from './sensitivity.ts'
import { cliffsOf, nextStep } from './tier-rebate.ts'

export type DealAnswer = ReturnType<typeof dealAnswer>

const FEN = 2
const SHARE = 4
const money = (value: Fraction) => rounded(value, FEN)
const maybe = (value: Fraction | null, digits = FEN) => (value === null ? null : rounded(value, digits))

/**
 * Everything that can be said of a deal, as numbers: yuan to the fen, shares to four decimals, each rounded once from the exact value.
 * Which figure moves it most takes longer than all the rest: `swings: false` leaves it out.
 */
export function dealAnswer(deal: Deal, { swings = true }: { readonly swings?: boolean } = {}) {
  const pocket = pocketPrice(deal)
  return {
    perCase: perCaseAnswer(deal, swings),
    firstOrder: firstOrderAnswer(firstOrder(deal)),
    waterfall: pocket.steps.map((step) => ({ ...step, amount: money(step.amount) })),
    pocketShare: maybe(pocketShare(pocket), SHARE),
    waterfallUnknown: pocket.unknown,
    tiers: tiersAnswer(deal),
    assumed: deal.assumed,
  }
}

function perCaseAnswer(deal: Deal, swings: boolean) {
  const { components, total, unknown } = perCase(deal)
  const range = keptRange(deal)
  const moved = swings ? sensitivity(deal) : null
  const { freeGoods } = deal.case
  return {
    components: components.map(({ name, amount, needs }) => ({
      name,
      amount: maybe(amount),
      ...(needs === null ? {} : { needs }),
      ...(name === 'freeGoods' && freeGoods ? { discount: rounded(freeShare(freeGoods), 6) } : {}),
    })),
    total: maybe(total),
    unknown,
    range: range && {
      headline: money(range.headline),
      kept: money(range.kept),
      low: money(range.low),
      high: money(range.high),
    },
    breakpoints: breakpoints(deal).map(({ field, at, worse }) => ({
      field,
      at: maybe(at, field === 'case.spread' ? FEN : SHARE),
      worse,
    })),
    sensitivity: moved && {
      change: 0.2,
      tornado: moved.tornado.map(({ field, lower, higher }) => ({
        field,
        lower: money(lower),
        higher: money(higher),
      })),
      worst: money(moved.worst),
    },
  }
}

function firstOrderAnswer(order: FirstOrder | null) {
  if (order === null) return null
  const { cases, free, paid, profit, rebate, cash, needs } = order
  return {
    profit: money(profit),
    perCase: money(over(profit, ratio(cases))),
    peakCash: maybe(cash && cash.peak),
    paybackDay: cash && cash.paybackDay,
    npv: cash?.npvFen == null ? null : cash.npvFen / 100,
    roiOnPeak: maybe(cash && cash.roi, SHARE),
    cases,
    paidCases: paid,
    freeCases: free,
    rebate: maybe(rebate),
    needs,
  }
}

function tiersAnswer(deal: Deal) {
  const { rebate } = deal.case
  if (rebate?.kind !== 'tiers') return null
  const next = nextStep(deal.firstOrder?.cases ?? 0, rebate)
  return {
    mode: rebate.mode,
    cliffs: cliffsOf(rebate).map(({ from, rateBefore, rate, before, on, lastCase }) => ({
      from,
      rateBefore: money(rateBefore),
      rate: money(rate),
      before: money(before),
      on: money(on),
      lastCase: money(lastCase),
    })),
    next: next && { ...next, gain: money(next.gain) },
  }
}

import type { AccountFigures, Fact, FactName, MarketFigures } from '../../src/domain/assess/figures.ts'
import { dayNumber, type Day } from '../../src/domain/day.ts'

/** The day that the examples of the assessment rules look back from. */
export const AS_OF: Day = '2026-10-31'

/** Litres as millilitres: examples speak of litres. */
export const litres = (value: number): number => value * 1000

/** An ordinary wholesaler that bought every twelve days and is fully costed; a test says only what matters to it. */
export function anAccount(own: Partial<AccountFigures> = {}): AccountFigures {
  const code = own.code ?? own.id ?? 'A'
  const millilitres = own.millilitres ?? litres(100_000)
  const lines = own.lines ?? (millilitres === 0 ? 0 : 100)
  const revenueMinor = own.revenueMinor ?? Math.round(millilitres / 2)
  return {
    id: own.id ?? code,
    code,
    tier: 'wholesaler',
    millilitres,
    lastYearMillilitres: millilitres,
    historyMonths: 24,
    months: Array.from({ length: 24 }, () => Math.round(millilitres / 12)),
    revenueMinor,
    lines,
    costedLines: lines,
    costedMillilitres: millilitres,
    costedRevenueMinor: revenueMinor,
    costMinor: Math.round(revenueMinor * 0.6),
    listMinor: null,
    exciseMinor: null,
    spend: {},
    orderDays: ordersEvery(12, 13, 5),
    lastMovement: '2026-10-26',
    activeSubDistributors: null,
    activeOutlets: null,
    facts: [],
    override: null,
    ...own,
  }
}

/** `orders` order days, `gap` days apart, the last of them `silent` days before the as-of day. */
export function ordersEvery(
  gap: number,
  orders: number,
  silent: number,
  asOf: Day = AS_OF,
): readonly number[] {
  const last = dayNumber(asOf) - silent
  return Array.from({ length: orders }, (_, i) => last - (orders - 1 - i) * gap)
}

export function aFact(fact: FactName, value: number, day: Day = '2026-09-01', own: Partial<Fact> = {}): Fact {
  return { fact, value, day, expiresOn: null, source: 'interview', ...own }
}

export function aMarket(
  accounts: readonly AccountFigures[],
  own: Partial<MarketFigures> = {},
): MarketFigures {
  return {
    market: { id: 'market', code: 'M1' },
    asOf: AS_OF,
    minorDigits: 2,
    categoryMillilitres: null,
    knownSpend: [],
    accounts,
    ...own,
  }
}

import { dealPresets, firstOrderPreset } from '../../../domain/develop/deal-presets.ts'
import type { TypedTier } from '../tier-table.tsx'
import type { TierMode } from '../../../domain/develop/deal.ts'

type Typed = number | null

/** What stands on the desk, as it was typed; null is an empty field: unknown, not zero. Shares are 0..1. */
export type Desk = {
  readonly spread: Typed
  readonly n: Typed
  readonly fullValue: Typed
  readonly depositValue: Typed
  readonly returnRate: Typed
  readonly capPrize: Typed
  readonly kept: Typed
  readonly rebateBy: 'case' | 'tiers'
  readonly rebate: Typed
  readonly tiers: readonly TypedTier[]
  readonly mode: TierMode
  readonly buy: Typed
  readonly get: Typed
  readonly delivery: Typed
  readonly cases: Typed
  readonly priceIn: Typed
  readonly sellDays: Typed
  readonly creditShare: Typed
  readonly creditDays: Typed
  readonly rebateLagDays: Typed
  readonly annualRate: Typed
  readonly list: Typed
  readonly cost: Typed
  readonly excise: Typed
  readonly freight: Typed
  readonly rivalName: string
  readonly rivalSaid: Typed
  readonly rivalKept: Typed
}

/** What each part of the desk is given: what stands there, and how to change it. */
export type DeskProps = { readonly desk: Desk; readonly set: (patch: Partial<Desk>) => void }

export type Reading = keyof typeof dealPresets

/** The parts of the article's deal in one of its two readings. What comes back and what stays is left open: the article does not say. */
export function presetOf(reading: Reading) {
  const { spread, emptyExchange, capPrize } = dealPresets[reading]
  return {
    spread,
    n: emptyExchange.n,
    fullValue: emptyExchange.fullValue,
    depositValue: emptyExchange.depositValue,
    capPrize: capPrize.amount,
    rebateBy: 'case',
    rebate: reading === 'B' ? dealPresets.B.rebate.perCase : null,
    buy: null,
    get: null,
    delivery: null,
  } as const satisfies Partial<Desk>
}

export const firstDesk: Desk = {
  ...presetOf('A'),
  returnRate: null,
  kept: null,
  tiers: [
    { from: 0, rate: 0 },
    { from: 2000, rate: 0.5 },
    { from: 5000, rate: 1 },
  ],
  mode: 'all',
  ...firstOrderPreset,
  list: null,
  cost: null,
  excise: null,
  freight: null,
  rivalName: '',
  rivalSaid: null,
  rivalKept: null,
}

/** Which reading the parts are, if they are one as it stands. */
export function readingOf(desk: Desk): Reading | null {
  return (
    (['A', 'B'] as const).find((reading) =>
      Object.entries(presetOf(reading)).every(([field, value]) => desk[field as keyof Desk] === value),
    ) ?? null
  )
}

/** The desk as `readDeal` takes it. A part that lacks what it needs is left out. */
export function rawDeal(desk: Desk): object {
  const { n, fullValue, capPrize, buy, get } = desk
  return {
    case: {
      spread: desk.spread,
      emptyExchange:
        n === null || fullValue === null
          ? null
          : { n, fullValue, depositValue: desk.depositValue, returnRate: desk.returnRate },
      capPrize: capPrize === null ? null : { amount: capPrize, kept: desk.kept },
      rebate: rawRebate(desk),
      freeGoods: buy === null || get === null ? null : { buy, get },
      delivery: desk.delivery,
    },
    firstOrder: {
      cases: desk.cases,
      priceIn: desk.priceIn,
      sellDays: desk.sellDays,
      creditShare: desk.creditShare,
      creditDays: desk.creditDays,
      rebateLagDays: desk.rebateLagDays,
      annualRate: desk.annualRate,
    },
    price: { list: desk.list, cost: desk.cost, excise: desk.excise, freight: desk.freight },
  }
}

function rawRebate({ rebateBy, rebate, tiers, mode }: Desk): object | null {
  if (rebateBy === 'case') return rebate === null ? null : { perCase: rebate }
  const whole = tiers.filter(({ from, rate }) => from !== null && rate !== null)
  return whole.length === 0 ? null : { tiers: whole, mode }
}

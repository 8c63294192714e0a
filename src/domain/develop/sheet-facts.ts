import { daysBetween, type Day } from '../day.ts'
import type { Concern } from './concern.ts'
import { growthOf, LEAST_OTHERS, spreadOf, type Spread } from './sheet.ts'

/** A wholesaler's year and the one before; cases in thousandths, money in minor units; null: a line does not say. */
export type NearWholesaler = {
  readonly id: string
  readonly ml: number
  readonly mlBefore: number
  readonly casesIn: number | null
  readonly amountIn: number | null
  readonly casesOut: number | null
  readonly amountOut: number | null
}

/** What the ledger says of the wholesalers nearby. */
export type Near = {
  readonly wholesalers: readonly NearWholesaler[]
  readonly support: readonly { readonly id: string; readonly component: string; readonly minor: number }[]
  /** Of each outlet the last 90 days, and the 90 before these. */
  readonly outlets: readonly { readonly now: number; readonly before: number }[]
  readonly marketOthers: number
  readonly nearbyIsMarket: boolean
  /** The latest two estimates of the category, the latest first. */
  readonly sizes: readonly { readonly day: Day; readonly litres: number; readonly source: string }[]
  readonly since: Day | null
  readonly to: Day
  readonly ownOutlets: number | null
}

/** `few`: there are not five others. `unknown`: nobody has said, or the ledger does not know. */
export type Fact = {
  readonly fact: string
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly n: number | null
  readonly of: string | null
  readonly why: 'few' | 'unknown' | null
}

/** Parts of trade spend that a wholesaler is offered; what serving it costs us is none of them. */
const OFFERED = [
  'on_invoice',
  'rebate',
  'free_goods',
  'display',
  'cap_prize',
  'empty_exchange',
  'promoter',
  'credit',
]

const missing = (fact: string, why: Fact['why'], of: string | null = null): Fact => ({
  fact,
  value: null,
  low: null,
  high: null,
  n: null,
  of,
  why,
})

function plain(fact: string, value: number | null, n: number | null = null, of: string | null = null): Fact {
  return value === null ? missing(fact, 'unknown', of) : { ...missing(fact, null, of), value, n }
}

function over(fact: string, spread: Spread | null, of: string | null = null): Fact {
  return spread === null
    ? missing(fact, 'few', of)
    : { fact, value: spread.median, low: spread.low, high: spread.high, n: spread.n, of, why: null }
}

/** Money a case, rounded once; null without cases. */
function perCase(minor: number, milliCases: number | null): number | null {
  return milliCases !== null && milliCases > 0 ? Math.round((minor * 1000) / milliCases) : null
}

/**
 * The facts for each concern, the strongest first. Figures of others are the middle half of at least five, never one of them; sums over
 * others are told where there are at least five. Months are of 30 days. What is missing is there as missing.
 */
export function argumentsOf(near: Near): Readonly<Record<Concern, readonly Fact[]>> {
  const { wholesalers } = near
  const enough = wholesalers.length >= LEAST_OTHERS
  const sum = (of: 'ml' | 'mlBefore') => wholesalers.reduce((total, one) => total + one[of], 0)
  const growth = enough
    ? plain('our-growth', growthOf(sum('ml'), sum('mlBefore')), wholesalers.length)
    : missing('our-growth', 'few')
  const speed = outletSpeed(near)
  return {
    profit: [
      over('case-spread', spreadOf(caseSpreads(near))),
      over('support-total', spreadOf(supports(near, null))),
    ],
    potential: [growth, category(near), share(near, sum('ml'))],
    renown: [
      enough ? plain('carriers', wholesalers.length) : missing('carriers', 'few'),
      plain('outlets', near.outlets.filter(({ now }) => now > 0).length || null),
      plain('years', near.since === null ? null : daysBetween(near.since, near.to) / 365.25),
    ],
    sales: [speed, rebuy(near), monthCases(near), ownNetwork(near, speed)],
    invest: invests(near),
  }
}

/** What a wholesaler has between its price in and its price out, a case. */
function caseSpreads({ wholesalers }: Near): readonly number[] {
  return wholesalers.flatMap(({ casesIn, amountIn, casesOut, amountOut }) => {
    const dear = amountOut === null ? null : perCase(amountOut, casesOut)
    const cheap = amountIn === null ? null : perCase(amountIn, casesIn)
    return dear === null || cheap === null ? [] : [dear - cheap]
  })
}

/** What each that got any got a case, of one part or (null) of all that is offered. */
function supports({ support, wholesalers }: Near, component: string | null): readonly number[] {
  return wholesalers.flatMap(({ id, casesIn }) => {
    const got = support.filter(
      (one) =>
        one.id === id && (component === null ? OFFERED.includes(one.component) : one.component === component),
    )
    const each =
      got.length === 0
        ? null
        : perCase(
            got.reduce((total, { minor }) => total + minor, 0),
            casesIn,
          )
    return each === null ? [] : [each]
  })
}

/** Each part that at least five got; where there is none of these, that it is missing. */
function invests(near: Near): readonly Fact[] {
  const known = OFFERED.map((component) =>
    over('support', spreadOf(supports(near, component)), component),
  ).filter(({ value }) => value !== null)
  return known.length > 0 ? known : [missing('support', 'few')]
}

function category({ sizes }: Near): Fact {
  const [now, before] = sizes
  return now && before
    ? plain('category', growthOf(now.litres, before.litres), null, now.source)
    : missing('category', 'unknown')
}

function share({ sizes, nearbyIsMarket, marketOthers }: Near, ml: number): Fact {
  const [now] = sizes
  if (!now) return missing('share', 'unknown')
  if (!nearbyIsMarket || marketOthers < LEAST_OTHERS) return missing('share', 'few')
  return plain('share', ml / 1000 / now.litres, null, now.source)
}

/** Cases that an outlet takes in a month. */
function outletSpeed({ outlets }: Near): Fact {
  return over('sell-through', spreadOf(outlets.flatMap(({ now }) => (now > 0 ? [now / 3000] : []))))
}

/** Of the outlets that bought in the quarter before, how many bought again in the last. */
function rebuy({ outlets }: Near): Fact {
  const before = outlets.filter((one) => one.before > 0)
  if (before.length < LEAST_OTHERS) return missing('rebuy', 'few')
  return plain('rebuy', before.filter(({ now }) => now > 0).length / before.length, before.length)
}

function monthCases({ wholesalers }: Near): Fact {
  const cases = wholesalers.flatMap(({ casesOut }) =>
    casesOut === null || casesOut <= 0 ? [] : [casesOut / 12_000],
  )
  return over('month-cases', spreadOf(cases))
}

/** What its own outlets would take in a month, if they took what outlets nearby take. */
function ownNetwork({ ownOutlets }: Near, speed: Fact): Fact {
  if (ownOutlets === null) return missing('own-network', 'unknown')
  if (speed.value === null || speed.low === null || speed.high === null) return missing('own-network', 'few')
  const times = (value: number) => Math.round(value * ownOutlets)
  return {
    ...speed,
    fact: 'own-network',
    value: times(speed.value),
    low: times(speed.low),
    high: times(speed.high),
    of: String(ownOutlets),
  }
}

import type { Tier } from '../chain/line.ts'
import type { Day } from '../day.ts'
import type { Criterion, Four, Reason, Standing } from './criterion.ts'
import type { Override, SpendComponent } from './figures.ts'

/** What is measured on a frozen scale. Funds, network and team make up strength; growth and white space potential. */
export const measures = ['volume', 'profit', 'funds', 'network', 'team', 'growth', 'whiteSpace'] as const
export type Measure = (typeof measures)[number]

/** u = clip((f(m) − low) / (high − low), 0, 1) with f = ln m, ln(1 + m), asinh(m / unit) or m; `low` and `high` are already f of the quantiles. */
export type Scale = {
  readonly kind: 'log' | 'log1p' | 'asinh' | 'linear'
  readonly low: number
  readonly high: number
  readonly unit: number
  /** Accounts that it was made of, and whether they were of the tier or, for want of enough, of the whole company. */
  readonly accounts: number
  readonly from: 'tier' | 'company'
}

/** Plain data: stored as JSON with the policy version, and replaced only by a new version or after its months. */
export type Reference = {
  readonly frozenOn: Day
  readonly tiers: Readonly<Record<Tier, Readonly<Record<Measure, Scale | null>>>>
}

export type Tonnage = {
  readonly marketShare: number
  /** Null where the market's size is unknown. */
  readonly categoryShare: number | null
  /** Place by volume in the market, 1 is the largest. */
  readonly place: number
  /** (window − the twelve months before) ÷ the twelve months before; null without those. */
  readonly change: number | null
  /** The last three whole months against the same three a year ago: growth that no season can fake. */
  readonly recentChange: number | null
}

export type PriceStep = {
  readonly name:
    'list' | 'discount' | 'revenue' | 'pocket' | 'cost' | 'excise' | 'contribution' | SpendComponent
  readonly kind: 'total' | 'minus' | 'plus'
  readonly minor: number
}

export type Contribution = {
  /** Revenue − cost − what is known of excise, trade spend, cost to serve. Null if any line of the window lacks a cost. */
  readonly minor: number | null
  readonly perTonneMinor: number | null
  readonly coverage: number
  /** What the score uses: the same, with the costed part scaled up to the whole while coverage suffices; else null. */
  readonly forScore: number | null
  /** List → pocket → contribution for the whole window; ends at pocket while a cost is missing. Null: fewer than two steps. */
  readonly steps: readonly PriceStep[] | null
  /** What nobody has told: left out of the steps, never counted as zero. */
  readonly unknown: readonly ('list' | 'cost' | 'excise' | SpendComponent)[]
}

export type LoyaltyVerdict = {
  readonly state: 'ok' | 'warning' | 'closed' | 'unknown'
  readonly silentDays: number | null
  readonly usualDays: number | null
  readonly cycles: number | null
  /** Change of the share of wallet in half a year, −1..1. */
  readonly shareTrend: number | null
  readonly payment: 'ok' | 'overdue' | 'unknown'
  readonly overdueMinor: number | null
  readonly reasons: readonly Reason[]
}

export type ScoreStep = { readonly name: Criterion | 'unknown'; readonly value: number }

export type Verdict = {
  readonly account: string
  readonly tonnage: Tonnage
  readonly contribution: Contribution
  /** u (0..1) of each measure; null where unknown. */
  readonly measures: Readonly<Record<Measure, number | null>>
  /** 100 u of the four, or null. */
  readonly parts: Four<number | null>
  readonly completeness: number
  readonly score: number | null
  readonly rank: number | null
  /** From the market's mean to the score: sums exactly to score − mean. `unknown` is what judging by the known alone moved. */
  readonly scoreSteps: readonly ScoreStep[] | null
  readonly loyalty: LoyaltyVerdict
  readonly standing: Standing
  /** What the rules alone say; differs from `standing` only under an override. */
  readonly ruled: Standing
  readonly override: Override | null
  readonly member: boolean
  readonly monthsBelow: number
  readonly robustness: number | null
  readonly reasons: readonly Reason[]
}

export type MarketVerdict = {
  readonly asOf: Day
  readonly market: { readonly id: string; readonly code: string }
  readonly k: number
  readonly enterRank: number
  readonly leaveRank: number
  readonly totalMillilitres: number
  /** Mean part (0..100) over the market's accounts of which it is known: the ticks on the bars. */
  readonly means: Four<number | null>
  readonly meanScore: number | null
  /** Best first. */
  readonly verdicts: readonly Verdict[]
}

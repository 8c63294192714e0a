import type { RankedAccount } from '../../contract/assess.ts'
import type { Four } from '../../domain/assess/criterion.ts'
import { four } from '../../domain/assess/criterion.ts'
import type { Verdict } from '../../domain/assess/verdict.ts'
import { fromMinor } from '../../domain/money.ts'
import { casesOf, litresOf } from '../../domain/volume.ts'
import type { Listed } from './figures.ts'
import { spell } from './spelling.ts'

export type RowContext = {
  readonly marketCode: string
  readonly marketName: string
  readonly digits: number
  readonly rankBefore: number | null
  readonly sleepsBig: boolean
  /** Whether the reader may see what an account leaves with the manufacturer, and all that it could be computed from. */
  readonly contribution: boolean
}

/** A verdict as the screens and the command line show it. Litres and money in their own units, parts 0..100, shares 0..1. */
export function rankedAccount(listed: Listed, verdict: Verdict, context: RowContext): RankedAccount {
  const { figures, member } = listed
  const { tonnage, contribution, loyalty } = verdict
  const money = (minor: number): number => fromMinor(minor, context.digits)
  const open = context.contribution
  const names = spell(member.name)
  return {
    id: member.id,
    account: member.code,
    name: member.name,
    pinyin: names.pinyin,
    initials: names.initials,
    parent: listed.parentCode,
    market: context.marketCode,
    marketName: context.marketName,
    tonnageLitres: litresOf(figures.millilitres),
    lastYearLitres: figures.lastYearMillilitres === null ? null : litresOf(figures.lastYearMillilitres),
    cases: listed.milliCases === null ? null : casesOf(listed.milliCases),
    revenue: money(figures.revenueMinor),
    contribution: open && contribution.minor !== null ? money(contribution.minor) : null,
    contributionPerTonne:
      open && contribution.perTonneMinor !== null ? round(money(contribution.perTonneMinor), 2) : null,
    costCoverage: open ? round(contribution.coverage, 6) : null,
    marketShare: tonnage.marketShare,
    categoryShare: tonnage.categoryShare,
    score: open ? rounded(verdict.score) : null,
    parts: shownParts(verdict.parts, open),
    completeness: round(verdict.completeness, 6),
    months: figures.months.map((ml) => (ml === null ? null : Math.round(litresOf(ml)))),
    loyalty: {
      state: loyalty.state,
      silentDays: loyalty.silentDays,
      usualDays: loyalty.usualDays,
      cycles: loyalty.cycles === null ? null : round(loyalty.cycles, 4),
      shareTrend: loyalty.shareTrend === null ? null : round(loyalty.shareTrend, 6),
      payment: loyalty.payment,
      reasons: [...loyalty.reasons],
    },
    standing: verdict.standing,
    sleepsBig: context.sleepsBig,
    overridden: verdict.override !== null,
    rank: verdict.rank,
    rankBefore: context.rankBefore,
    reasons: verdict.reasons.filter((reason) => open || !reason.code.startsWith('contribution.')),
    robustness: verdict.robustness === null ? null : round(verdict.robustness, 4),
  }
}

/** Profit is left out for whoever may not see contributions; so is the score, from which it could be computed. */
export function shownParts(parts: Four<number | null>, contribution: boolean): RankedAccount['parts'] {
  return four((criterion) => (criterion === 'profit' && !contribution ? null : rounded(parts[criterion])))
}

export function round(value: number, digits: number): number {
  const scale = 10 ** digits
  return Math.round(value * scale) / scale
}

function rounded(value: number | null): number | null {
  return value === null ? null : round(value, 4)
}

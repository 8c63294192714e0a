import { daysBetween, type Day } from '../day.ts'
import type { Reason } from './criterion.ts'
import type { AccountFigures, MarketFigures } from './figures.ts'
import type { Ranks } from './k.ts'
import type { Verdict } from './verdict.ts'

export const MOST_REASONS = 3
/** Up to this place an account is called by its number; beyond, its place is told plainly. */
const CALLED_BY_NUMBER = 10
/** A change of volume worth a sentence. */
const NOTABLE_CHANGE = 0.1

export type Judged = Omit<Verdict, 'reasons'>

/**
 * Two or three sentences that a person would say, from facts alone: what the account is to its market, what decided its
 * standing, and where it is going. Facts are shares 0..1, days, ranks, parts (0..100) and money in the currency's own unit.
 */
export function reasonsOf(
  account: AccountFigures,
  market: Pick<MarketFigures, 'asOf' | 'minorDigits'>,
  judged: Judged,
  ranks: Ranks,
): readonly Reason[] {
  const all = [
    overridden(judged),
    placeOf(judged),
    ...deciding(account, market, judged, ranks),
    changeOf(judged),
  ]
  return all.filter((reason) => reason !== undefined).slice(0, MOST_REASONS)
}

function overridden({ override }: Judged): Reason | undefined {
  if (!override) return undefined
  return {
    code: 'standing.overridden',
    facts: { by: override.by, why: override.reason, until: override.expiresOn },
  }
}

function placeOf({ tonnage, ruled }: Judged): Reason | undefined {
  const { place, marketShare } = tonnage
  if (marketShare <= 0) return undefined
  if (ruled === 'dormant') return undefined
  if (place === 1) return { code: 'tonnage.first', facts: { share: marketShare } }
  const code = place <= CALLED_BY_NUMBER ? 'tonnage.place' : 'tonnage.place-far'
  return { code, facts: { place, share: marketShare } }
}

/** What decided: silence for a sleeper, the gate's own words, a loss, a place beyond the line, marks reached or missed. */
function deciding(
  account: AccountFigures,
  { asOf, minorDigits }: Pick<MarketFigures, 'asOf' | 'minorDigits'>,
  judged: Judged,
  ranks: Ranks,
): readonly (Reason | undefined)[] {
  const { ruled, loyalty, parts, rank } = judged
  const warnings = loyalty.state === 'unknown' || loyalty.state === 'ok' ? [] : loyalty.reasons
  const loss = lossOf(judged, minorDigits)
  switch (ruled) {
    case 'dormant':
      return [silence(account, asOf, judged), lostVolume(account)]
    case 'on_watch':
      return [{ code: 'watch.below', facts: { rank: rank ?? 0, line: ranks.leaveRank } }, loss, ...warnings]
    case 'candidate':
      return [
        ...warnings,
        {
          code: 'candidate.marks',
          facts: { potential: Math.round(parts.potential ?? 0), volume: Math.round(parts.volume ?? 0) },
        },
      ]
    case 'key_account':
    case 'at_risk':
    case 'big_disloyal':
      return [...warnings, loss, unknownProfit(judged)]
    case 'regular':
      return [...warnings, loss, farFrom(judged, ranks)]
  }
}

function silence(account: AccountFigures, asOf: Day, { loyalty }: Judged): Reason {
  const { cycles, silentDays } = loyalty
  const last = account.lastMovement
  if (last === null) return { code: 'dormant.never', facts: {} }
  return cycles === null
    ? { code: 'dormant.since', facts: { n: daysBetween(last, asOf), day: last } }
    : { code: 'dormant.silent', facts: { n: silentDays ?? 0, cycles: Math.round(cycles * 10) / 10 } }
}

function lossOf({ contribution }: Judged, minorDigits: number): Reason | undefined {
  const { minor, perTonneMinor } = contribution
  if (minor === null || perTonneMinor === null || minor >= 0) return undefined
  const units = (value: number) => Math.round(-value / 10 ** minorDigits)
  return { code: 'contribution.loss', facts: { total: units(minor), amount: units(perTonneMinor) } }
}

function unknownProfit({ contribution }: Judged): Reason | undefined {
  if (contribution.forScore !== null) return undefined
  return { code: 'contribution.unknown', facts: { coverage: contribution.coverage } }
}

function farFrom({ rank, member }: Judged, ranks: Ranks): Reason | undefined {
  if (rank === null || member) return undefined
  return { code: 'rank.line', facts: { rank, line: ranks.enterRank } }
}

function lostVolume(account: AccountFigures): Reason | undefined {
  const before = account.lastYearMillilitres
  if (before === null || before <= 0) return undefined
  return { code: 'dormant.bought', facts: { kilolitres: Math.round(before / 100_000) / 10 } }
}

function changeOf({ tonnage, ruled }: Judged): Reason | undefined {
  const { change } = tonnage
  if (ruled === 'dormant' || change === null || Math.abs(change) < NOTABLE_CHANGE) return undefined
  return change > 0
    ? { code: 'tonnage.grew', facts: { change } }
    : { code: 'tonnage.shrank', facts: { change: -change } }
}

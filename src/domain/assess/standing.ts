import type { Day } from '../day.ts'
import { addMonths } from '../day.ts'
import type { Four, Standing } from './criterion.ts'
import type { Memory, Override } from './figures.ts'
import type { Ranks } from './k.ts'
import type { Policy } from './policy.ts'
import type { LoyaltyVerdict } from './verdict.ts'

export type Membership = { readonly member: boolean; readonly monthsBelow: number }

/**
 * Who belongs to the market's top, with a memory against flapping: in at rank ≤ enterRank, out only after `leaveAfter`
 * assessments in a row beyond leaveRank. Rank alone decides here; gate and contribution come after, in `standingOf`.
 * `before`: the memory of the last assessment of an *earlier month*; undefined for an account without a past.
 */
export function membership(
  rank: number | null,
  ranks: Ranks,
  before: Memory | undefined,
  leaveAfter: number,
): Membership {
  if (rank !== null && rank <= ranks.enterRank) return { member: true, monthsBelow: 0 }
  if (!before?.member) return { member: false, monthsBelow: 0 }
  if (rank !== null && rank <= ranks.leaveRank) return { member: true, monthsBelow: 0 }
  const monthsBelow = before.monthsBelow + 1
  return monthsBelow >= leaveAfter ? { member: false, monthsBelow: 0 } : { member: true, monthsBelow }
}

export type StandingFacts = {
  readonly asOf: Day
  readonly rank: number | null
  readonly ranks: Ranks
  readonly before: Memory | undefined
  readonly loyalty: Pick<LoyaltyVerdict, 'state' | 'cycles'>
  readonly lastMovement: Day | null
  /** Contribution of the window; null: unknown, which does not count against an account. */
  readonly contribution: number | null
  readonly parts: Four<number | null>
}

/**
 * The standing: the first of these that holds. Total and deterministic; an account always has exactly one.
 * 1 dormant: no movement in six months, or six usual gaps of silence. 2 big_disloyal: rank within K and gate closed.
 * 3 at_risk: is or was a member, not loss-making, and loyalty warns. 4 key_account: member, within the leaving rank, not
 * loss-making. 5 on_watch: member beyond the leaving rank for the first time. 6 candidate: potential and volume parts reach
 * the policy's marks. 7 regular.
 */
export function standingOf(facts: StandingFacts, policy: Policy): Standing {
  const { rank, ranks, loyalty } = facts
  const quietSince = addMonths(facts.asOf, -policy.dormant.months)
  if (facts.lastMovement === null || facts.lastMovement <= quietSince) return 'dormant'
  if (loyalty.cycles !== null && loyalty.cycles >= policy.dormant.cycles) return 'dormant'
  if (rank !== null && rank <= ranks.k && loyalty.state === 'closed') return 'big_disloyal'
  const { member, monthsBelow } = membership(rank, ranks, facts.before, policy.hysteresis.leaveAfter)
  const pays = facts.contribution === null || facts.contribution > 0
  const warned = loyalty.state === 'warning' || loyalty.state === 'closed'
  if (pays && warned && (member || facts.before?.member === true)) return 'at_risk'
  if (pays && member) return monthsBelow === 0 ? 'key_account' : 'on_watch'
  const { potential, volume } = facts.parts
  const marks = policy.candidate
  const grows =
    potential !== null && potential >= marks.potential && volume !== null && volume >= marks.volume
  return grows ? 'candidate' : 'regular'
}

/** The override that holds on a day, or null: from `validFrom`, until the day before `expiresOn`. */
export function overrideOn(override: Override | null, day: Day): Override | null {
  return override && override.validFrom <= day && day < override.expiresOn ? override : null
}

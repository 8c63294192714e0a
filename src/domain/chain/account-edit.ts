import { isDay, type Day } from '../day.ts'
import { ok, refuse, type Result } from '../problem.ts'
import { tiers } from './line.ts'

type Tier = (typeof tiers)[number]

/** Who an account hangs under, by id; absent: unknown here. */
export type Parents = ReadonlyMap<string, string | null>

/**
 * May an account hang under a parent? Not under itself nor under anything that hangs beneath it, and only under an account nearer
 * to the brewery (a wholesaler under nobody but another wholesaler that supplies it).
 */
export function mayHang(
  account: { readonly id: string; readonly tier: Tier },
  parent: { readonly id: string; readonly tier: Tier },
  parents: Parents,
): Result<true, 'account/beneath-itself' | 'account/parent-tier'> {
  const seen = new Set<string>()
  for (let at: string | null | undefined = parent.id; at && !seen.has(at); at = parents.get(at)) {
    if (at === account.id) return refuse('account/beneath-itself')
    seen.add(at)
  }
  const [own, above] = [tiers.indexOf(account.tier), tiers.indexOf(parent.tier)]
  return above < own || (own === 0 && above === 0) ? ok(true) : refuse('account/parent-tier')
}

/** Opened and closed are days, and in that order; an account may open and close on one day. */
export function readDays(
  opened: Day | null,
  closed: Day | null,
): Result<true, 'period/day-invalid' | 'account/closes-before-opening'> {
  for (const day of [opened, closed])
    if (day !== null && !isDay(day)) return refuse('period/day-invalid', { day })
  return opened !== null && closed !== null && closed < opened
    ? refuse('account/closes-before-opening', { opened, closed })
    : ok(true)
}

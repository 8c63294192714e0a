import { TimelineEntry, type Timeline } from '../../contract/account.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { isDay } from '../../domain/day.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { loadEvents, MOST_EVENTS } from './timeline-store.ts'
import { withAccount } from './with-account.ts'

/** What happened to an account of any tier, latest first, up to a day. Refused: see `withAccount`; a day that is none or lies ahead. */
export async function timeline(
  deps: Deps,
  caller: Caller,
  ask: { readonly account: string; readonly asOf?: string | undefined },
): Promise<Result<Timeline>> {
  return withAccount(
    deps,
    caller,
    'account.read',
    ask.account,
    async ({ tx, whose, today }) => {
      const asOf = ask.asOf ?? today
      if (!isDay(asOf) || asOf > today) return refuse('assess/no-such-day', { day: asOf })
      const rows = await loadEvents(tx, whose, asOf)
      return ok({
        entries: rows
          .slice(0, MOST_EVENTS)
          .map((row) => TimelineEntry.parse({ ...row, at: row.at?.toISOString() ?? null })),
        more: rows.length > MOST_EVENTS,
      })
    },
    true,
  )
}

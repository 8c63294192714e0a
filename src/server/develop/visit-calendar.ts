import type { Caller } from '../../domain/chain/reach.ts'
import { addDays } from '../../domain/day.ts'
import { calendarText } from '../../domain/develop/calendar-text.ts'
import { ok, type Result } from '../../domain/problem.ts'
import { translator } from '../../language/index.ts'
import type { Deps } from '../db/deps.ts'
import { looking, rowsOf } from './visit-view.ts'
import { visitedAccounts } from './visit-store.ts'

const DAYS_AHEAD = 92

/**
 * Visits that wait for the caller, a quarter ahead, as a calendar. It goes to whoever keeps their calendar: the name of the account and
 * the day, and nothing else (no address, no telephone, no words).
 */
export async function visitCalendar(deps: Deps, caller: Caller): Promise<Result<string>> {
  return looking(deps, caller, async (tx, today) => {
    const days = { from: today, to: addDays(today, DAYS_AHEAD), today }
    const all = await rowsOf(tx, await visitedAccounts(tx, caller.scope, today), days)
    const t = translator(caller.locale)
    const events = all
      .filter(({ person, state }) => person === caller.personId && (state === 'due' || state === 'planned'))
      .map(({ account, accountName, fixed, visit, day }) => ({
        uid: `${account}-${fixed ?? visit?.id ?? day}@tonnage`,
        day,
        summary: t('visit.calendar-event', { name: accountName }),
      }))
    return ok(calendarText(t('visit.calendar-name'), events, deps.now().toISOString()))
  })
}

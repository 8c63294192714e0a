import { addDays, civilOf, dayOf, daysInMonth, type Day } from '../day.ts'

/** A delivery note that is written for a later day. */
const DAYS_AHEAD = 31

/**
 * The last day that a movement may be dated, seen from `today`: 31 days ahead, or the end of the running quarter if that is later,
 * since files of months and quarters stand for their last day, also the running one's. What lies beyond is a year written wrong, as
 * a rule, or day and month the wrong way round: kept, it would count nowhere for months and then turn up as a purchase.
 */
export function lastDayAhead(today: Day): Day {
  const { year, month } = civilOf(today)
  const last = Math.ceil(month / 3) * 3
  const quarter = dayOf(year, last, daysInMonth(year, last))
  const later = addDays(today, DAYS_AHEAD)
  return later > quarter ? later : quarter
}

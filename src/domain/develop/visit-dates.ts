import { addDays, dayNumber, daysBetween, type Day } from '../day.ts'

/** Article 2.6: after signing, an account is visited on fixed dates; at least so often. */
export const MOST_DAYS = 180

/** From a day on every so many days, on weekdays from 1 (Monday) to 7 (Sunday); null: no more visits are planned. */
export type Cadence = {
  readonly from: Day
  readonly everyDays: number | null
  readonly weekdays: readonly number[]
}

export type PlanState = 'done' | 'missed' | 'overdue' | 'due' | 'planned'
export type Plan<V> = {
  readonly day: Day
  /** The fixed date that it is, or takes the place of; null: planned by hand. */
  readonly fixed: Day | null
  readonly state: PlanState
  readonly visit: V | null
}
type Days = { readonly from: Day; readonly to: Day }

/** 1 is Monday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** The day itself where its weekday is allowed, else the next that is. */
function moved(day: Day, weekdays: readonly number[]): Day {
  for (let ahead = 0; ahead < 7; ahead += 1) {
    const at = addDays(day, ahead)
    if (weekdays.includes(weekdayOf(at))) return at
  }
  return day
}

/** The dates of one cadence between two days, both with: its first day and every so many days after it, each moved to a day allowed. */
export function datesOf({ from: anchor, everyDays, weekdays }: Cadence, { from, to }: Days): readonly Day[] {
  if (everyDays === null) return []
  // A date is moved by six days at most.
  const first = Math.max(0, Math.ceil((daysBetween(anchor, from) - 6) / everyDays))
  const dates = new Set<Day>()
  for (let k = first; addDays(anchor, k * everyDays) <= to; k += 1) {
    const day = moved(addDays(anchor, k * everyDays), weekdays)
    if (day >= from && day <= to) dates.add(day)
  }
  return [...dates]
}

/** A fixed date, and how many days lie between two of them. */
export type FixedDate = { readonly day: Day; readonly everyDays: number }

/** Fixed dates of an account between two days. `cadences`: as they were set, oldest first; a later one counts from its day on. */
export function fixedDates(cadences: readonly Cadence[], { from, to }: Days): readonly FixedDate[] {
  const days = new Map<Day, number>()
  let end = to
  for (const cadence of cadences.toReversed()) {
    const start = cadence.from > from ? cadence.from : from
    for (const day of datesOf(cadence, { from: start, to: end })) days.set(day, cadence.everyDays ?? 0)
    if (cadence.from <= end) end = addDays(cadence.from, -1)
  }
  return [...days]
    .map(([day, everyDays]) => ({ day, everyDays }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

/** What somebody said of a visit; `standsFor`: the fixed date whose place it takes. */
export type Said = {
  readonly day: Day
  readonly standsFor: Day | null
  readonly state: 'planned' | 'done' | 'missed'
}

/** Dates this far back are still looked at: the longest cadence, and as far as a date is moved. */
export const LOOK_BACK = MOST_DAYS + 6

/**
 * What was planned and what came of it, by day. A fixed date stands until somebody says something of it; what they say takes its place. A
 * day gone by of which nobody said anything is overdue until the next fixed date has come or somebody was there on it or later, and
 * missed from then on. Beside the days asked for, whatever is overdue is told, as far back as `LOOK_BACK`.
 */
export function plansOf<V extends Said>(
  cadences: readonly Cadence[],
  visits: readonly V[],
  { from, to, today }: Days & { readonly today: Day },
): readonly Plan<V>[] {
  const begin = addDays(from < today ? from : today, -LOOK_BACK)
  const fixed = fixedDates(cadences, { from: begin, to: to > today ? to : today }).map(({ day }) => day)
  const taken = new Set(visits.map(({ standsFor }) => standsFor))
  const passed = (day: Day) =>
    fixed.some((next) => next > day && next <= today) ||
    visits.some((one) => one.state === 'done' && one.day >= day)
  const stateOf = (day: Day): PlanState => {
    if (day >= today) return day === today ? 'due' : 'planned'
    return passed(day) ? 'missed' : 'overdue'
  }
  const open = fixed.filter((day) => !taken.has(day))
  const plans: Plan<V>[] = [
    ...open.map((day) => ({ day, fixed: day, state: stateOf(day), visit: null })),
    ...visits.map((visit) => ({
      day: visit.day,
      fixed: visit.standsFor,
      state: visit.state === 'planned' ? stateOf(visit.day) : visit.state,
      visit,
    })),
  ]
  return plans
    .filter(({ day, state }) => (day >= from && day <= to) || (state === 'overdue' && day >= begin))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/**
 * The fixed date that a visit on a day was for, where nobody said: the nearest (of two as near, the earlier), not further than half of its
 * cadence, and only if nobody has said anything of it.
 */
export function dateMeant(
  cadences: readonly Cadence[],
  visits: readonly Pick<Said, 'standsFor'>[],
  day: Day,
): Day | null {
  const around = { from: addDays(day, -MOST_DAYS), to: addDays(day, MOST_DAYS) }
  const away = (date: FixedDate) => Math.abs(daysBetween(date.day, day))
  const [near] = fixedDates(cadences, around).toSorted((a, b) => away(a) - away(b))
  if (!near || away(near) * 2 > near.everyDays || visits.some((one) => one.standsFor === near.day))
    return null
  return near.day
}

/** What is wrong with a cadence that somebody asks for: its days between visits, its weekdays; null: nothing. */
export function cadenceWrong({
  everyDays,
  weekdays,
}: Pick<Cadence, 'everyDays' | 'weekdays'>): 'days' | 'weekdays' | null {
  if (everyDays !== null && !(Number.isInteger(everyDays) && everyDays >= 1 && everyDays <= MOST_DAYS))
    return 'days'
  const fine = weekdays.every((one) => Number.isInteger(one) && one >= 1 && one <= 7)
  return fine && weekdays.length > 0 && new Set(weekdays).size === weekdays.length ? null : 'weekdays'
}

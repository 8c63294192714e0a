/**
 * Calendar days of the market's time zone, as text `YYYY-MM-DD` (which sorts and compares as it should) and as numbers of
 * days since 1970-01-01. No clock and no time zone here: those are the caller's.
 * Conversion: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days).
 */
export type Day = string

export type Civil = { readonly year: number; readonly month: number; readonly day: number }

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Years that trade can be of. A day near the ends of what can be written has no day a year before or after it. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2999

/** Whether a text is a day of the calendar from 1900 to 2999. */
export function isDay(text: string): boolean {
  const civil = parts(text)
  return (
    civil !== undefined &&
    civil.year >= FIRST_YEAR &&
    civil.year <= LAST_YEAR &&
    civil.month >= 1 &&
    civil.month <= 12 &&
    civil.day >= 1 &&
    civil.day <= daysInMonth(civil.year, civil.month)
  )
}

function parts(text: string): Civil | undefined {
  const found = SHAPE.exec(text)
  return found ? { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) } : undefined
}

export function civilOf(day: Day): Civil {
  const civil = parts(day)
  if (!civil) throw new Error(`not a day: ${day}`)
  return civil
}

export function dayOf(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function daysInMonth(year: number, month: number): number {
  return [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  const { year, month, day: d } = civilOf(day)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + d - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

export function dayFromNumber(number: number): Day {
  const z = number + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return dayOf(
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  )
}

export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** The same day of another month, clamped at that month's end: 31 March − 1 month = 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: d } = civilOf(day)
  const index = year * 12 + (month - 1) + months
  const y = Math.floor(index / 12)
  const m = index - y * 12 + 1
  return dayOf(y, m, Math.min(d, daysInMonth(y, m)))
}

export function monthStart(day: Day): Day {
  return `${day.slice(0, 7)}-01`
}

export function monthEnd(day: Day): Day {
  const { year, month } = civilOf(day)
  return dayOf(year, month, daysInMonth(year, month))
}

/** The window of `months` to a day: from is exclusive, to is inclusive, clamped at month ends. */
export function windowTo(day: Day, months: number): { readonly after: Day; readonly to: Day } {
  return { after: addMonths(day, -months), to: day }
}

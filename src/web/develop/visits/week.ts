import { addDays } from '../../../domain/day.ts'
import { weekdayOf } from '../../../domain/develop/visit-dates.ts'
import type { Translate } from '../../../language/index.ts'

export const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

export type Tab = 'today' | 'week' | 'next' | 'people'

/** The days of a tab: today, or Monday to Sunday. */
export function daysOf(tab: Tab, today: string): { readonly from: string; readonly to: string } {
  if (tab === 'today') return { from: today, to: today }
  const monday = addDays(today, 1 - weekdayOf(today) + (tab === 'next' ? 7 : 0))
  return { from: monday, to: addDays(monday, 6) }
}

/** Weekdays in words, days in a row as one: 周一至周五. */
export function weekdayWords(t: Translate, weekdays: readonly number[]): string {
  return WEEK.filter((one) => weekdays.includes(one))
    .map((one) => t(`visit.weekday-${one}`))
    .join(' ')
}

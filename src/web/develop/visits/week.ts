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

/** Weekdays in words; three in a row or more as one: 周一至周五. */
export function weekdayWords(t: Translate, weekdays: readonly number[]): string {
  const runs: number[][] = []
  for (const day of WEEK.filter((one) => weekdays.includes(one))) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  const word = (day: number) => t(`visit.weekday-${day as (typeof WEEK)[number]}`)
  return runs
    .flatMap((run) => {
      const [first = 1, last = first] = [run[0], run.at(-1)]
      return run.length < 3
        ? run.map(word)
        : t('visit.weekday-span', { first: word(first), last: word(last) })
    })
    .join(' ')
}

import type { SameAs } from '../message.ts'
import type { visitProblem as zh } from '../zh/visit-problem.ts'

/** What can be wrong with visits and their fixed dates. */
export const visitProblem: SameAs<typeof zh> = {
  'visit/missing': 'This visit can’t be found. It may have been taken back, or lie outside your territory.',
  'visit/day-outside':
    'That day won’t do[[: it has to lie between {from:plain} and {to:plain}]]. Choose another.',
  'visit/words-long': 'That is too long[[: at most {max} characters]]. Shorten it.',
  'visit/cases-invalid': 'Cases are whole, and not below zero. Change it and save again.',
  'visit/cadence-days': 'Between two visits lie 1 to[[ {max}]] whole days. Change the days.',
  'visit/cadence-weekdays': 'Choose at least one weekday, each of them once.',
  'visit/no-such-date':
    'This account has no such visit date[[ ({day:plain})]]. Refresh to see the latest dates.',
  'visit/answered': 'Somebody has answered this date already[[ ({day:plain})]]. Refresh to see it.',
  'visit/over': 'This visit is over. To change it, take it back and write it down anew.',
  'calendar/missing': 'There is no such calendar address; it may have ended. Make a new one in “My account”.',
}

import { addDays, addMonths, type Day } from '../../day.ts'
import { MOST_FIRST_CASES, type FirstOrderPlan } from '../placement.ts'
import { DAYS_AHEAD } from '../visit.ts'
import type { AgreementDraft } from './read-agreement.ts'

/**
 * When the first order of an agreement is due, and how many cases: as agreed; else within a month of its start (article 2.5) and the target
 * of the first month that has one. Of an agreement that begins in the past the month counts from today, and a day gone by is today: nobody
 * is late with what was put into force late. Never further ahead than a first order can be planned.
 */
export function agreedFirstOrder(
  { from, targets, firstOrder }: Pick<AgreementDraft, 'from' | 'targets' | 'firstOrder'>,
  today: Day,
): FirstOrderPlan {
  const due = firstOrder?.dueOn ?? addMonths(from > today ? from : today, 1)
  const last = addDays(today, DAYS_AHEAD)
  const [first] = targets.filter(({ cases }) => cases > 0).toSorted((a, b) => (a.month < b.month ? -1 : 1))
  const cases = firstOrder?.cases ?? first?.cases ?? null
  return {
    dueOn: due < today ? today : due > last ? last : due,
    cases: cases !== null && cases <= MOST_FIRST_CASES ? cases : null,
  }
}

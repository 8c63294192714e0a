import type { SameAs } from '../message.ts'
import type { firstOrder as zh } from '../zh/first-order.ts'

/** The first order of an account and where it went. */
export const firstOrder: SameAs<typeof zh> = {
  'first.title': 'First order',
  'first.none': 'Not in yet. Agree on a day and on how many cases.',
  'first.waits': 'Agreed by {due}[[, {n} cases]]; not in yet',
  'first.late': 'Agreed by {due}[[, {n} cases]]; that day has gone by',
  'first.came': '{n} cases came on {day}',
  'first.came-late': '{n} cases came on {day}, agreed by {due}',
  'first.came-short': '{n} cases came on {day}, {said} agreed',
  'first.set': 'Set the first order',
  'first.due': 'By which day',
  'first.said': 'How many cases',
  'first.said-hint': 'Leave it empty if that is open.',
  'first.is-early': '{placed} of {cases} cases placed, in {outlets} outlets; half a month ends on {by}',
  'first.is-moving':
    '{placed} of {cases} cases placed, in {outlets} outlets, in good time; half a month ends on {by}',
  'first.is-behind':
    '{placed} of {cases} cases placed, in {outlets} outlets: slow; half a month ends on {by}',
  'first.is-placed': 'Placed in half a month: {cases} cases in {outlets} outlets',
  'first.is-fell-short': 'Not placed in half a month: {placed} of {cases} cases, in {outlets} outlets',
  'first.between': '{n} cases lie with sub-distributors.',
  'first.next': '{left} not reached yet; try these next',
  'first.next-list': 'Try these next',
  'first.go': 'Go there',
  'first.reached': 'Outlets that were reached',
  'first.cases': '{n} cases',
  'first.how-delivered': 'delivered {day}',
  'first.how-seen': 'seen there {day}',
  'first.all': 'See all {n}',
}

import { addDays, isDay, type Day } from '../day.ts'
import { ok, refuse, type Result } from '../problem.ts'

/** What a visit is for. */
export const aims = ['order', 'placement', 'problem', 'payment', 'care'] as const
export type Aim = (typeof aims)[number]

/** What stood there: our goods on the shelf, or gone; our display; goods past their best; a price that is not ours; an offer of a competitor. */
export const sights = ['on_shelf', 'sold_out', 'display', 'old_stock', 'price_off', 'rival_offer'] as const
export type Sight = (typeof sights)[number]

export const saidStates = ['planned', 'done', 'missed'] as const
export type SaidState = (typeof saidStates)[number]

export const MOST_WORDS = 500
/** So many days back a visit can still be written down, and so many ahead planned. */
export const DAYS_BACK = 31
export const DAYS_AHEAD = 366

/** What somebody says of a visit. `met`: whether it reached its aim; `cases`: of ours that stood there. */
export type VisitSaid = {
  readonly state: SaidState
  readonly day: Day
  readonly aim: Aim
  readonly met: boolean | null
  readonly seen: readonly Sight[]
  readonly cases: number | null
  readonly words: string
}

/**
 * Reads what somebody says of a visit. Planned lies from today to a year ahead, done at most a month back and never ahead, missed at
 * most a year to either side. Only a visit that was made has met its aim or seen anything. Refused: another day; cases that are no whole number from 0 to a
 * million; too many words.
 */
export function readVisit(said: VisitSaid, today: Day): Result<VisitSaid> {
  const { state, day } = said
  const first = addDays(today, { planned: 0, done: -DAYS_BACK, missed: -DAYS_AHEAD }[state])
  const last = addDays(today, state === 'done' ? 0 : DAYS_AHEAD)
  if (!isDay(day) || day < first || day > last) return refuse('visit/day-outside', { from: first, to: last })
  const words = said.words.trim()
  if (words.length > MOST_WORDS) return refuse('visit/words-long', { max: MOST_WORDS })
  if (state !== 'done') return ok({ ...said, words, met: null, seen: [], cases: null })
  const { cases } = said
  if (cases !== null && !(Number.isInteger(cases) && cases >= 0 && cases <= 1e6))
    return refuse('visit/cases-invalid')
  return ok({
    ...said,
    words,
    met: said.met ?? false,
    seen: sights.filter((one) => said.seen.includes(one)),
  })
}

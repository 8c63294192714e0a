import type { VisitRow } from '../../../contract/visit.ts'
import type { Translate } from '../../../language/index.ts'
import { dayWords, type Reading } from '../../ui/reading.ts'

type Seen = Pick<NonNullable<VisitRow['visit']>, 'seen' | 'cases'>

/** What was seen, as one line. */
export function seenWords(t: Translate, { seen, cases }: Seen): string {
  return [
    ...seen.map((one) => t(`visit.seen-${one}`)),
    ...(cases === null ? [] : [t('visit.cases-seen', { n: cases })]),
  ].join(' · ')
}

/** A date, and from where it was moved. */
export function planWords(
  reading: Pick<Reading, 't' | 'locale' | 'today'>,
  { day, fixed, state }: Pick<VisitRow, 'day' | 'fixed' | 'state'>,
): readonly string[] {
  const moved = fixed !== null && fixed !== day && state !== 'done'
  return [
    dayWords(reading, day),
    ...(moved ? [reading.t('visit.moved', { day: dayWords(reading, fixed) })] : []),
  ]
}

/** What was seen and said there. */
export function saidWords(t: Translate, { visit }: Pick<VisitRow, 'visit'>): readonly string[] {
  return visit ? [seenWords(t, visit), visit.words] : []
}

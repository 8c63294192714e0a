import type { Right } from '../../contract/people.ts'
import type { Locale, Translate } from '../../language/index.ts'
import { longDay, shortDay } from '../../language/message.ts'
import { useLanguage } from './language.tsx'
import { useSession } from './session.ts'
import { unitWord as words, useUnit } from './unit.tsx'
import type { VolumeUnit } from './figures.ts'

/** How this person reads: language, unit of volume, money, and what may be seen. */
export type Reading = {
  readonly locale: Locale
  readonly t: Translate
  readonly unit: VolumeUnit
  /** ISO 4217 code of the company's money. */
  readonly currency: string
  readonly may: (right: Right) => boolean
  readonly today: string
}

export function useReading(): Reading {
  const { locale, t } = useLanguage()
  const { unit } = useUnit()
  const session = useSession()
  return {
    locale,
    t,
    unit,
    currency: session.company.currency,
    may: (right) => session.rights.includes(right),
    today: session.today,
  }
}

/** A day as short as it can be said: with its weekday this year, with its year otherwise. */
export function dayWords({ locale, today }: Pick<Reading, 'locale' | 'today'>, day: string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? shortDay(locale, day) : longDay(locale, day)
}

/** The word for the unit that volumes are shown in. */
export function unitWord({ t, unit }: Pick<Reading, 't' | 'unit'>): string {
  return t(words[unit])
}

export { moneyWord } from '../../language/money-words.ts'

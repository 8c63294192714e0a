import type { Right } from '../../contract/people.ts'
import type { Locale, Translate } from '../../language/index.ts'
import { useLanguage } from '../ui/language.tsx'
import { useSession } from '../ui/session.ts'
import { unitWord as words, useUnit } from '../ui/unit.tsx'
import type { VolumeUnit } from './figures.ts'

/** How this person reads: language, unit of volume, money, and what may be seen. */
export type Reading = {
  readonly locale: Locale
  readonly t: Translate
  readonly unit: VolumeUnit
  /** ISO 4217 code of the company's money. */
  readonly currency: string
  readonly may: (right: Right) => boolean
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
  }
}

/** The word for the unit that volumes are shown in. */
export function unitWord({ t, unit }: Pick<Reading, 't' | 'unit'>): string {
  return t(words[unit])
}

/** 元 or the currency's own sign. */
export function moneyWord({ locale, currency }: Pick<Reading, 'locale' | 'currency'>): string {
  if (locale === 'zh' && currency === 'CNY') return '元'
  const parts = new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0)
  return parts.find((part) => part.type === 'currency')?.value ?? currency
}

import { createContext, useContext } from 'react'
import type { Right } from '../../contract/people.ts'
import type { Locale, Translate } from '../../language/index.ts'
import type { VolumeUnit } from './figures.ts'

/** How this person reads: language, unit of volume, money, and what may be seen. The screens of this chapter ask nothing else of the frame. */
export type Reading = {
  readonly locale: Locale
  readonly t: Translate
  readonly unit: VolumeUnit
  /** ISO 4217 code of the company's money. */
  readonly currency: string
  readonly may: (right: Right) => boolean
}

export const ReadingContext = createContext<Reading | null>(null)

export function useReading(): Reading {
  const reading = useContext(ReadingContext)
  if (!reading) throw new Error('no reading around this part')
  return reading
}

/** The word for the unit that volumes are shown in. */
export function unitWord({ t, unit }: Reading): string {
  return t(unit === 'kl' ? 'unit.kilolitres' : unit === 't' ? 'unit.tonnes' : 'unit.cases')
}

/** 元 or the currency's own sign. */
export function moneyWord({ locale, currency }: Reading): string {
  if (locale === 'zh' && currency === 'CNY') return '元'
  const parts = new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0)
  return parts.find((part) => part.type === 'currency')?.value ?? currency
}

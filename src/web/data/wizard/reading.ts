import { LITRES_PER_TONNE } from '../../../domain/volume.ts'
import type { Locale, Translate } from '../../../language/index.ts'
import { figure } from '../../../language/message.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useSession } from '../../ui/session.ts'
import { moneyWord } from '../../../language/money-words.ts'
import { unitWord, useUnit, type VolumeUnit } from '../../ui/unit.tsx'

export type Measured = { readonly millilitres: number; readonly cases: number | null }

/** How this person reads figures of a file: language, unit of volume, the company's money. */
export type FileReading = {
  readonly locale: Locale
  readonly t: Translate
  readonly unit: VolumeUnit
  readonly unitName: string
  readonly moneyName: string
  /** 312 or 12.3, without the unit. */
  readonly volume: (of: Measured) => string
  /** Of one line: three decimals, so that a single case still shows. */
  readonly lineVolume: (of: Measured) => string
  /** Whole minor units, as 1,486.73. */
  readonly money: (minor: number) => string
  /** For a total: 111万元, ¥1.11M. */
  readonly moneyTotal: (minor: number) => string
}

function valueIn(unit: VolumeUnit, { millilitres, cases }: Measured): number | null {
  if (unit === 'cases') return cases
  const litres = millilitres / 1000
  return unit === 't' ? litres / LITRES_PER_TONNE : litres / 1000
}

/** Three significant digits, whole from 100 on. */
export function short(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))
}

export function useFileReading(): FileReading {
  const { t, locale } = useLanguage()
  const { unit } = useUnit()
  const { currency, minorDigits } = useSession().company
  const moneyName = moneyWord({ locale, currency })
  const missing = t('app.missing')
  const minor = 10 ** minorDigits
  return {
    locale,
    t,
    unit,
    unitName: t(unitWord[unit]),
    moneyName,
    volume: (of) => {
      const value = valueIn(unit, of)
      return value === null ? missing : figure(locale, short(value))
    },
    lineVolume: (of) => {
      const value = valueIn(unit, of)
      if (value === null) return missing
      return unit === 'cases' ? figure(locale, value) : fixed(locale, value, 3)
    },
    money: (value) => fixed(locale, value / minor, minorDigits),
    moneyTotal: (value) => {
      const [size, word] = scale(locale, value / minor)
      const shown = figure(locale, short(size))
      return locale === 'zh' ? `${shown}${word}${moneyName}` : `${moneyName}${shown}${word}`
    },
  }
}

function scale(locale: Locale, value: number): readonly [number, string] {
  const size = Math.abs(value)
  if (locale === 'zh') return size >= 1e8 ? [value / 1e8, '亿'] : size >= 1e4 ? [value / 1e4, '万'] : [value, '']
  return size >= 1e6 ? [value / 1e6, 'M'] : size >= 1e4 ? [value / 1e3, 'k'] : [value, '']
}

function fixed(locale: Locale, value: number, digits: number): string {
  return new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
    .format(value)
    .replace('-', '−')
}

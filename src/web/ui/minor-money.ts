import type { SayMoney } from '../../language/trade-words.ts'
import { useLanguage } from './language.tsx'
import { moneySaid } from './money.ts'
import { exactMinor, moneyWord, sayMinor } from '../../language/money-words.ts'
import { useReading } from './reading.ts'
import { useSession } from './session.ts'

/** How sums in minor units are shown and typed, in the company's money and the reader's language. */
export type MinorMoney = {
  /** 元, ¥. */
  readonly word: string
  /** Decimals of a whole unit. */
  readonly digits: number
  /** To the fen, without a unit: 1,234.50. */
  readonly exact: (minor: number) => string
  /** To the fen, with the unit: 1,234.50元, ¥1,234.50. */
  readonly said: SayMoney
  /** For an overview: 12.3万元, ¥123k. */
  readonly about: SayMoney
  /** What is typed in whole units: minor units, whole ones; null stays null. */
  readonly minorOf: (value: number | null) => number | null
  /** Minor units as they are typed. */
  readonly typed: (minor: number | null) => number | null
}

export function useMinorMoney(): MinorMoney {
  const reading = useReading()
  const { locale } = useLanguage()
  const { minorDigits } = useSession().company
  const unit = 10 ** minorDigits
  const word = moneyWord(reading)
  const exact = (minor: number) => exactMinor(minor, { locale, digits: minorDigits })
  const said = (minor: number) => sayMinor(minor, { locale, currency: reading.currency, digits: minorDigits })
  return {
    word,
    digits: minorDigits,
    exact,
    said,
    about: (minor) => moneySaid(reading, minor / unit),
    // As a decimal text, so that 0.29 of a unit is 29 and not 28.999….
    minorOf: (value) => (value === null ? null : Number((value * unit).toFixed(4))),
    typed: (minor) => (minor === null ? null : Number((minor / unit).toFixed(minorDigits + 4))),
  }
}

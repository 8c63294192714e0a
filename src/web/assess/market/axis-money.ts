import { digitsOf, fixed } from '../../ui/figures.ts'
import { moneyWord, type Reading } from '../../ui/reading.ts'

const sizes = {
  zh: [
    [1e8, 'money.yi'],
    [1e4, 'money.wan'],
    [1, 'money.one'],
  ],
  en: [
    [1e9, 'money.B'],
    [1e6, 'money.M'],
    [1e3, 'money.k'],
    [1, 'money.one'],
  ],
} as const

export type MoneyScale = {
  readonly word: string
  readonly say: (amount: number | null) => string
  /** To the cent, for who points at it; nothing where nothing is known. */
  readonly exact: (amount: number | null) => string | undefined
}

/** One unit for all sums of a chart or a column, chosen by the largest: figures that stand under each other must be comparable. */
export function moneyScale(reading: Reading, amounts: readonly number[]): MoneyScale {
  const most = Math.max(0, ...amounts.map(Math.abs))
  const [by, word] = sizes[reading.locale].find(([size]) => most >= size) ?? [1, 'money.one']
  const digits = by === 1 ? 0 : digitsOf(most / by)
  return {
    word: reading.t(word, { money: moneyWord(reading) }),
    say: (amount) => fixed(reading.locale, amount === null ? null : amount / by, digits),
    exact: (amount) =>
      amount === null ? undefined : `${fixed(reading.locale, amount, 2)} ${moneyWord(reading)}`,
  }
}

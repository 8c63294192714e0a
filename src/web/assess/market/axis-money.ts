import { fixed } from '../figures.ts'
import { moneyFigure } from '../money.ts'
import { moneyWord, type Reading } from '../reading.ts'

const sizes = { zh: [1e8, 1e4, 1], en: [1e9, 1e6, 1e3, 1] } as const

export type MoneyScale = {
  readonly word: string
  readonly say: (amount: number | null) => string
}

/** One unit for all sums of a chart or a column, chosen by the largest: figures that stand under each other must be comparable. */
export function moneyScale(reading: Reading, amounts: readonly number[]): MoneyScale {
  const most = Math.max(0, ...amounts.map(Math.abs))
  const by = sizes[reading.locale].find((size) => most >= size) ?? 1
  const digits = by === 1 ? 0 : most / by >= 1000 ? 0 : most / by >= 10 ? 1 : 2
  return {
    word: by === 1 ? moneyWord(reading) : moneyFigure(reading, by).unit,
    say: (amount) => fixed(reading.locale, amount === null ? null : amount / by, digits),
  }
}

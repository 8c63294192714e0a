import { scaled } from './figures.ts'
import { moneyWord, type Reading } from './reading.ts'

/** A sum of money for an overview: the figure, and the unit that stands beside it (万元, M ¥). */
export function moneyFigure(
  reading: Reading,
  value: number | null,
): { readonly figure: string; readonly unit: string } {
  const { figure, scale } = scaled(reading.locale, value)
  return { figure, unit: reading.t(`money.${scale}`, { money: moneyWord(reading) }) }
}

import { MISSING, scaled } from './figures.ts'
import { moneyWord, type Reading } from './reading.ts'

/** A sum of money for an overview: the figure, and the unit that stands beside it (万元, M ¥). */
export function moneyFigure(
  reading: Reading,
  value: number | null,
): { readonly figure: string; readonly unit: string } {
  const { figure, scale } = scaled(reading.locale, value)
  return { figure, unit: reading.t(`money.${scale}`, { money: moneyWord(reading) }) }
}

/** The same as it is said in a line: 51.2万元, and in English with the currency's sign in front, −$51.2k. */
export function moneySaid(reading: Reading, value: number | null): string {
  if (reading.locale === 'zh' || value === null) {
    const { figure, unit } = moneyFigure(reading, value)
    return figure === MISSING ? figure : figure + unit
  }
  const { figure, scale } = scaled('en', Math.abs(value))
  const word = moneyWord(reading)
  const sign = value < 0 && /[1-9]/.test(figure) ? '−' : ''
  return `${sign}${word}${word.length > 2 ? '\u00a0' : ''}${figure}${scale === 'one' ? '' : scale}`
}

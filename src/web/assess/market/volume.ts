import type { MarketRow } from '../../../contract/market.ts'
import { digitsOf, fixed, inUnit, type Whole } from '../../ui/figures.ts'
import { unitWord, type Reading } from '../../ui/reading.ts'

export function wholeOf(row: Pick<MarketRow, 'litres' | 'cases'>): Whole {
  return { litres: row.litres, cases: row.cases }
}

/** A volume with its unit, for a sentence; kilolitres where cases are asked for and nobody counted them. */
export function volumeSaid(reading: Reading, litres: number, whole: Whole): string {
  const value = inUnit(reading.unit, litres, whole)
  const shown = value ?? litres / 1000
  const word = value === null ? reading.t('unit.kilolitres') : unitWord(reading)
  return fixed(reading.locale, shown, digitsOf(shown)) + (reading.locale === 'zh' ? '' : ' ') + word
}

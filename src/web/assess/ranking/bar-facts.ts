import type { RankedAccount, Ranking } from '../../../contract/assess.ts'
import { criteria, type Criterion } from '../../../domain/assess/criterion.ts'
import { digitsOf, fixed, growth, inUnit, percent, signed } from '../../ui/figures.ts'
import { moneyFigure } from '../../ui/money.ts'
import { moneyWord, unitWord, type Reading } from '../../ui/reading.ts'

export type BarFact = { readonly name: string; readonly value: string }

/**
 * What one bar adds to the score: its weight × its distance from the mean, over the weights of the parts that are known
 * (docs/methods, score). Null where the part or the mean is unknown.
 */
export function effect(
  criterion: Criterion,
  account: Pick<RankedAccount, 'parts'>,
  means: Ranking['means'],
  weights: Ranking['policy']['weights'],
): number | null {
  const part = account.parts[criterion]
  const mean = means[criterion]
  if (part === null || mean === null) return null
  const known = criteria.reduce((sum, each) => sum + (account.parts[each] === null ? 0 : weights[each]), 0)
  return known > 0 ? (weights[criterion] / known) * (part - mean) : null
}

/** The facts behind a bar that the ranking itself knows; the rest is one link away. */
export function barFacts(criterion: Criterion, account: RankedAccount, reading: Reading): readonly BarFact[] {
  const { t, locale, unit } = reading
  const whole = { litres: account.tonnageLitres, cases: account.cases }
  if (criterion === 'volume') {
    const volume = inUnit(unit, account.tonnageLitres, whole)
    return [
      {
        name: t('bars.volume', { unit: unitWord(reading) }),
        value: fixed(locale, volume, digitsOf(volume ?? 0)),
      },
      { name: t('bars.share'), value: `${percent(locale, account.marketShare)}%` },
    ]
  }
  if (criterion === 'profit') {
    const sum = moneyFigure(reading, account.contribution)
    return [
      { name: t('bars.contribution', { unit: sum.unit }), value: sum.figure },
      {
        name: t('bars.per-tonne', { money: moneyWord(reading) }),
        value: fixed(locale, account.contributionPerTonne, 0),
      },
      { name: t('bars.coverage'), value: `${percent(locale, account.costCoverage, 0)}%` },
    ]
  }
  if (criterion === 'potential') {
    const change = growth(account.tonnageLitres, account.lastYearLitres)
    return change === null ? [] : [{ name: t('bars.growth'), value: `${signed(locale, change * 100, 1)}%` }]
  }
  return []
}

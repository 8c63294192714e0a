import type { RankedAccount } from '../../../contract/assess.ts'
import { criteria } from '../../../domain/assess/criterion.ts'
import { growth } from '../../../domain/assess/growth.ts'
import { columnDigits, fixed, inUnit, percent } from '../../ui/figures.ts'
import { moneyWord, unitWord, type Reading } from '../../ui/reading.ts'

export type Best = 'most' | 'least' | null
export type CompareRow = {
  readonly key: string
  readonly name: string
  readonly unit: string
  /** Which end is the good one; null: neither. */
  readonly best: Best
  /** The "why" of the account's page that stands behind the figure; null: it is a name, not a figure. */
  readonly why: string | null
  readonly value: (account: RankedAccount) => number | string | null
  readonly show: (account: RankedAccount) => string
}
export type CompareGroup = {
  readonly key: 'standing' | 'score' | 'worth' | 'risk'
  readonly rows: readonly CompareRow[]
}

/** Every figure of the ranking, in groups. What the reader may not see has no row. */
export function compareGroups(reading: Reading, accounts: readonly RankedAccount[]): readonly CompareGroup[] {
  const { t, locale, unit } = reading
  const sees = reading.may('contribution.read')
  const money = moneyWord(reading)
  const digits = columnDigits(accounts.map((a) => inUnit(unit, a.tonnageLitres, whole(a))))
  const figure = (
    key: string,
    name: string,
    unitOf: string,
    best: Best,
    why: string | null,
    value: (a: RankedAccount) => number | null,
    places: number,
  ): CompareRow => ({
    key,
    name,
    unit: unitOf,
    best,
    why,
    value: (a) => rounded(value(a), places),
    show: (a) => fixed(locale, value(a), places),
  })
  const share = (
    key: string,
    name: string,
    best: Best,
    why: string | null,
    value: (a: RankedAccount) => number | null,
    places = 1,
  ): CompareRow => ({
    key,
    name,
    unit: '%',
    best,
    why,
    value: (a) => rounded(value(a), places + 2),
    show: (a) => percent(locale, value(a), places),
  })
  const volume = unitWord(reading)
  const perTonne = t('col.per-tonne', { money })
  return [
    {
      key: 'standing',
      rows: [
        word('market', t('compare.market'), (a) => a.marketName),
        figure('rank', t('compare.rank'), '', 'least', 'rank', (a) => a.rank, 0),
      ],
    },
    {
      key: 'score',
      rows: [
        ...(sees ? [figure('score', t('col.score'), '', 'most', 'score', (a) => a.score, 1)] : []),
        ...criteria
          .filter((criterion) => sees || criterion !== 'profit')
          .map((criterion) =>
            figure(
              criterion,
              t(`part.${criterion}`),
              '',
              'most',
              `part.${criterion}`,
              (a) => a.parts[criterion],
              0,
            ),
          ),
        share('completeness', t('compare.completeness'), 'most', 'completeness', (a) => a.completeness, 0),
      ],
    },
    {
      key: 'worth',
      rows: [
        figure(
          'volume',
          t('col.volume'),
          volume,
          'most',
          'tonnage',
          (a) => inUnit(unit, a.tonnageLitres, whole(a)),
          digits,
        ),
        figure(
          'last',
          t('compare.volume-last'),
          volume,
          'most',
          'lastYear',
          (a) => inUnit(unit, a.lastYearLitres, whole(a)),
          digits,
        ),
        share('change', t('col.change'), 'most', 'lastYear', (a) =>
          growth(a.tonnageLitres, a.lastYearLitres),
        ),
        share('share', t('col.share'), 'most', 'marketShare', (a) => a.marketShare),
        share('category', t('compare.share-of-category'), 'most', 'categoryShare', (a) => a.categoryShare),
        figure('revenue', t('compare.revenue'), money, 'most', 'revenue', (a) => a.revenue, 0),
        ...(sees
          ? [
              figure(
                'contribution',
                t('compare.contribution'),
                money,
                'most',
                'contribution',
                (a) => a.contribution,
                0,
              ),
              figure(
                'per-tonne',
                t('col.contribution'),
                perTonne,
                'most',
                'contributionPerTonne',
                (a) => a.contributionPerTonne,
                0,
              ),
            ]
          : []),
      ],
    },
    {
      key: 'risk',
      rows: [
        figure('silent', t('compare.silent'), '', 'least', 'loyalty', (a) => a.loyalty.silentDays, 0),
        figure('usual', t('compare.usual'), '', null, 'loyalty', (a) => a.loyalty.usualDays, 0),
        share('robust', t('col.robustness'), 'most', 'robustness', (a) => a.robustness, 0),
      ],
    },
  ]
}

/** A row of words: nobody is best in it. */
function word(key: string, name: string, value: (a: RankedAccount) => string): CompareRow {
  return { key, name, unit: '', best: null, why: null, value, show: value }
}

function whole(a: RankedAccount) {
  return { litres: a.tonnageLitres, cases: a.cases }
}

function rounded(value: number | null, places: number): number | null {
  return value === null ? null : Number(value.toFixed(places))
}

/** Whether all show the same. */
export function isSame(row: CompareRow, accounts: readonly RankedAccount[]): boolean {
  return new Set(accounts.map((account) => row.show(account))).size <= 1
}

/** The best of a row, where one is: nobody is best where all are the same. */
export function bestOf(row: CompareRow, accounts: readonly RankedAccount[]): number | null {
  const known = accounts.flatMap((account) => {
    const value = row.value(account)
    return typeof value === 'number' ? [value] : []
  })
  if (row.best === null || known.length < 2 || new Set(known).size < 2) return null
  return row.best === 'most' ? Math.max(...known) : Math.min(...known)
}

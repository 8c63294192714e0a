import type { MarketRow } from '../../../contract/market.ts'
import { keyStandings } from '../../../domain/assess/criterion.ts'
import { growth, inUnit } from '../../ui/figures.ts'
import { moneyWord, unitWord, type Reading } from '../../ui/reading.ts'
import { rowSentence } from './sentence.ts'
import { wholeOf } from './volume.ts'

export const marketSorts = [
  'name',
  'volume',
  'change',
  'accounts',
  'equal',
  'category',
  'contribution',
  'perTonne',
  'losing',
] as const
export type MarketSort = (typeof marketSorts)[number]

export function keysIn(row: MarketRow): number {
  return row.byStanding
    .filter(({ standing }) => keyStandings.includes(standing))
    .reduce((sum, one) => sum + one.accounts, 0)
}

const values: Readonly<Record<Exclude<MarketSort, 'name'>, (row: MarketRow) => number | null>> = {
  volume: (row) => row.litres,
  change: (row) => growth(row.litres, row.lastYearLitres),
  accounts: (row) => row.accounts,
  equal: (row) => row.concentration?.equal ?? null,
  category: (row) => row.categoryShare,
  contribution: (row) => row.contribution,
  perTonne: (row) => row.contributionPerTonne,
  losing: (row) => (row.losing && row.losing.members > 0 ? row.losing.amount : null),
}

/** What is not known is last whichever way the column runs. */
export function sorted(
  markets: readonly MarketRow[],
  sort: MarketSort,
  descending: boolean,
  collator: Intl.Collator,
): readonly MarketRow[] {
  const sign = descending ? -1 : 1
  if (sort === 'name') return markets.toSorted((a, b) => sign * collator.compare(a.name, b.name))
  const value = values[sort]
  return markets.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)]
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
    return sign * (x - y)
  })
}

/** The table as a file, with exact figures; money only for whoever may see it. */
export function exportMarkets(reading: Reading, markets: readonly MarketRow[]): (string | number | null)[][] {
  const { t, may } = reading
  const money = moneyWord(reading)
  const sees = may('contribution.read')
  return [
    [
      t('export.code'),
      t('markets.col-name'),
      t('markets.col-says'),
      `${t('col.volume')} ${unitWord(reading)}`,
      `${t('col.change')} %`,
      t('markets.col-accounts'),
      t('markets.col-equal-sub'),
      `${t('markets.col-category')} %`,
      ...(sees
        ? [
            `${t('markets.col-contribution')} ${money}`,
            t('col.per-tonne', { money }),
            `${t('markets.col-losing')} ${money}`,
          ]
        : []),
    ],
    ...markets.map((row) => [
      row.code,
      row.name,
      rowSentence(reading, row),
      inUnit(reading.unit, row.litres, wholeOf(row)),
      hundred(growth(row.litres, row.lastYearLitres)),
      row.accounts,
      row.concentration?.equal ?? null,
      hundred(row.categoryShare),
      ...(sees ? [row.contribution, row.contributionPerTonne, row.losing?.amount ?? null] : []),
    ]),
  ]
}

function hundred(share: number | null): number | null {
  return share === null ? null : Number((share * 100).toFixed(4))
}

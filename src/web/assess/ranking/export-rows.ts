import { criteria } from '../../../domain/assess/criterion.ts'
import { growth, inUnit } from '../figures.ts'
import { moneyWord, unitWord, type Reading } from '../reading.ts'
import type { Row } from './arrange.ts'

type Cell = string | number | null
type Out = { readonly head: string; readonly value: (row: Row) => Cell }

/**
 * The table as it is on the screen (its rows, their order, the reader's unit), with exact figures instead of rounded ones. A
 * column that the reader may not see is not in it.
 */
export function exportRows(rows: readonly Row[], reading: Reading): readonly (readonly Cell[])[] {
  const { t, unit, may } = reading
  const word = unitWord(reading)
  const money = moneyWord(reading)
  const volume = (row: Row, litres: number | null) =>
    round(inUnit(unit, litres, { litres: row.account.tonnageLitres, cases: row.account.cases }), 6)
  const columns: readonly Out[] = [
    { head: t('col.rank-long'), value: ({ account }) => account.rank },
    { head: t('export.rank-before'), value: ({ account }) => account.rankBefore },
    { head: t('export.code'), value: ({ account }) => account.account },
    { head: t('export.name'), value: ({ account }) => account.name },
    { head: t('node.market'), value: ({ account }) => account.marketName },
    { head: t('col.standing'), value: ({ account }) => t(`standing.${account.standing}`) },
    { head: t('col.score'), value: ({ account }) => round(account.score, 3) },
    ...criteria.map((criterion) => ({
      head: t(`part.${criterion}`),
      value: ({ account }: Row) => round(account.parts[criterion], 3),
    })),
    { head: `${t('col.volume')} ${word}`, value: (row) => volume(row, row.account.tonnageLitres) },
    { head: `${t('export.last-year')} ${word}`, value: (row) => volume(row, row.account.lastYearLitres) },
    {
      head: `${t('col.change')} %`,
      value: ({ account }) => percentage(growth(account.tonnageLitres, account.lastYearLitres)),
    },
    { head: `${t('col.share')} %`, value: ({ account }) => percentage(account.marketShare) },
    ...(may('contribution.read')
      ? [
          { head: `${t('col.contribution')} ${money}`, value: ({ account }: Row) => account.contribution },
          {
            head: `${t('col.contribution')} ${t('col.per-tonne', { money })}`,
            value: ({ account }: Row) => round(account.contributionPerTonne, 2),
          },
        ]
      : []),
    { head: t('export.silent'), value: ({ account }) => account.loyalty.silentDays },
    { head: t('export.usual'), value: ({ account }) => account.loyalty.usualDays },
    { head: `${t('col.robustness')} %`, value: ({ account }) => percentage(account.robustness) },
  ]
  return [columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ value }) => value(row)))]
}

function percentage(share: number | null): number | null {
  return round(share === null ? null : share * 100, 4)
}

function round(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toFixed(digits))
}

import type { Writable } from 'node:stream'
import type { RankedAccount } from '../../contract/assess.ts'
import { criteria } from '../../domain/assess/criterion.ts'
import { growth } from '../../domain/assess/growth.ts'
import { columnIds, type ColumnId } from '../../domain/assess/list-columns.ts'
import { addMonths, monthStart } from '../../domain/day.ts'
import { LITRES_PER_TONNE } from '../../domain/volume.ts'
import { translator, type Locale } from '../../language/index.ts'
import { round } from './ranked-account.ts'
import { windowOf, type RankedList, type Window } from './ranking-list.ts'

type Cell = string | number | null
type Rows = readonly (readonly Cell[])[]
type TableWriter = { write(rows: Rows): Promise<void>; end(): Promise<void> }

/** Writes a table as csv or xlsx; the slice that reads and writes files gives it. */
export type TableWriterOf = (format: 'csv' | 'xlsx', out: Writable, head: readonly string[]) => TableWriter

export type FileAsk = Omit<Window, 'from' | 'count'> & {
  readonly locale: Locale
  readonly unit: 'kl' | 't' | 'cases'
  /** Null: every column there is. */
  readonly columns: readonly string[] | null
  readonly contribution: boolean
  readonly currency: string
}

type Out = { readonly head: string; readonly value: (row: RankedAccount) => Cell }

const LOT = 1000

/**
 * A view of the ranking as a table: the rows that pass, in their order, the columns of the screen with exact figures instead of
 * rounded ones. What the reader may not see has no column.
 */
export function fileOf(list: RankedList, ask: FileAsk) {
  const t = translator(ask.locale)
  const { node, asOf } = list.whole
  const wanted = ask.columns ?? columnIds
  const known = columnIds.filter((id) => ask.contribution || (id !== 'score' && id !== 'contribution'))
  const made = outs(ask, asOf)
  const columns = wanted.flatMap((id) => known.filter((one) => one === id).flatMap((one) => made[one]))
  const { accounts } = windowOf(list, { ...ask, from: 0, count: Number.POSITIVE_INFINITY })
  function* rowsOf(): Generator<Rows> {
    for (let at = 0; at < accounts.length; at += LOT)
      yield accounts.slice(at, at + LOT).map((row) => columns.map(({ value }) => value(row)))
  }
  return {
    name: t('ranking.file', { place: node.name, day: asOf }),
    head: columns.map(({ head }) => head),
    rowsOf,
  }
}

export async function writeList(file: TableWriter, rowsOf: () => Iterable<Rows>): Promise<void> {
  for (const rows of rowsOf()) await file.write(rows)
  await file.end()
}

function outs(ask: FileAsk, asOf: string): Readonly<Record<ColumnId, readonly Out[]>> {
  const t = translator(ask.locale)
  const unit = t(`unit.${({ kl: 'kilolitres', t: 'tonnes', cases: 'cases' } as const)[ask.unit]}`)
  const money = ask.currency
  const volume = (row: RankedAccount, litres: number | null) => inUnit(ask.unit, litres, row)
  const newest = monthStart(asOf)
  const parts = criteria.filter((criterion) => ask.contribution || criterion !== 'profit')
  return {
    rank: [
      { head: t('export.rank'), value: (row) => row.rank },
      { head: t('export.rank-before'), value: (row) => row.rankBefore },
    ],
    name: [
      { head: t('export.code'), value: (row) => row.account },
      { head: t('export.name'), value: (row) => row.name },
      { head: t('node.market'), value: (row) => row.marketName },
    ],
    standing: [{ head: t('col.standing'), value: (row) => t(`standing.${row.standing}`) }],
    score: [{ head: t('col.score'), value: (row) => row.score }],
    bars: parts.map((criterion) => ({ head: t(`part.${criterion}`), value: (row) => row.parts[criterion] })),
    volume: [{ head: `${t('col.volume')} ${unit}`, value: (row) => volume(row, row.tonnageLitres) }],
    spark: Array.from({ length: 24 }, (_, at) => ({
      head: `${addMonths(newest, at - 23).slice(0, 7)} ${unit}`,
      value: (row) => volume(row, row.months[at] ?? null),
    })),
    change: [
      { head: `${t('export.last-year')} ${unit}`, value: (row) => volume(row, row.lastYearLitres) },
      {
        head: `${t('col.change')} %`,
        value: (row) => percentage(growth(row.tonnageLitres, row.lastYearLitres)),
      },
    ],
    share: [{ head: `${t('col.share')} %`, value: (row) => percentage(row.marketShare) }],
    contribution: [
      { head: `${t('col.contribution')} ${money}`, value: (row) => row.contribution },
      {
        head: `${t('col.contribution')} ${t('col.per-tonne', { money })}`,
        value: (row) => row.contributionPerTonne,
      },
    ],
    silence: [
      { head: t('export.silent'), value: (row) => row.loyalty.silentDays },
      { head: t('export.usual'), value: (row) => row.loyalty.usualDays },
    ],
    robustness: [{ head: `${t('col.robustness')} %`, value: (row) => percentage(row.robustness) }],
  }
}

/** Cases are counted, not derived: a part of an account's volume takes the account's own litres a case. */
function inUnit(unit: FileAsk['unit'], litres: number | null, row: RankedAccount): number | null {
  if (litres === null) return null
  if (unit === 'kl') return round(litres / 1000, 6)
  if (unit === 't') return round(litres / LITRES_PER_TONNE, 6)
  if (row.cases === null || row.tonnageLitres === 0) return litres === 0 ? 0 : null
  return round((litres * row.cases) / row.tonnageLitres, 6)
}

function percentage(share: number | null): number | null {
  return share === null ? null : round(share * 100, 4)
}

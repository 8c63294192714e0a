import type { Translate } from '../../../language/index.ts'
import { moneyWord, unitWord, type Reading } from '../../ui/reading.ts'
import { columnIds, type ColumnId } from '../../../domain/assess/list-columns.ts'
import type { SortKey } from '../../../domain/assess/list-order.ts'

export type Column = {
  readonly id: ColumnId
  /** Null: this column has no order of its own. */
  readonly sort: SortKey | null
  /** One or two lines of the head; the unit stands here, never in the cells. */
  readonly head: readonly string[]
  readonly side: 'start' | 'end'
  /** Pixels; null takes what is left. */
  readonly width: number | null
  readonly title?: string
}

/** Room for a rank and its move beside it, by the digits of the last rank. */
const RANK_WIDTHS = [60, 60, 60, 76, 98] as const
const LONGEST_RANK = 110

/**
 * The columns of the ranking, left to right. `manyMarkets`: ranks repeat, and the head says whose they are. `accounts`: how many there
 * are, and so how long a rank may be.
 */
export function rankingColumns(
  reading: Reading,
  manyMarkets: boolean,
  accounts: number,
  chosen: readonly ColumnId[] | null = null,
): readonly Column[] {
  const { t } = reading
  // The score holds profit: who may not see the one cannot be shown the other.
  const sees = reading.may('contribution.read')
  const all: readonly Column[] = [
    {
      id: 'rank',
      sort: 'rank',
      head: manyMarkets ? [t('col.rank-market'), t('col.rank-market-sub')] : [t('col.rank')],
      side: 'start',
      width: RANK_WIDTHS[String(accounts).length] ?? LONGEST_RANK,
      ...(manyMarkets ? { title: t('col.rank-long') } : {}),
    },
    { id: 'name', sort: 'name', head: [t('col.name')], side: 'start', width: null },
    { id: 'standing', sort: 'standing', head: [t('col.standing')], side: 'start', width: 118 },
    { id: 'score', sort: 'score', head: [t('col.score')], side: 'end', width: 50 },
    {
      id: 'bars',
      sort: null,
      head: [t('col.bars')],
      side: 'start',
      width: reading.locale === 'zh' ? 163 : 178,
    },
    {
      id: 'volume',
      sort: 'volume',
      head: [t('col.volume'), unitWord(reading)],
      side: 'end',
      width: reading.locale === 'zh' ? 74 : 78,
    },
    {
      id: 'spark',
      sort: null,
      head: [t('col.spark'), t('col.spark-sub')],
      side: 'start',
      width: 104,
      title: t('col.spark-long'),
    },
    { id: 'change', sort: 'change', head: [t('col.change')], side: 'end', width: 80 },
    { id: 'share', sort: 'share', head: [t('col.share'), '%'], side: 'end', width: 56 },
    {
      id: 'contribution',
      sort: sees ? 'contribution' : null,
      head: contributionHead(t, reading),
      side: 'end',
      width: !sees ? 118 : reading.locale === 'zh' ? 54 : 78,
    },
    {
      id: 'silence',
      sort: 'silence',
      head: [t('col.silence'), t('col.silence-sub')],
      side: 'start',
      width: 128,
    },
    {
      id: 'robustness',
      sort: 'robustness',
      head: [t('col.robustness'), t('col.robustness-sub')],
      side: 'end',
      width: 100,
    },
  ]
  return (chosen ?? columnIds).flatMap((wanted) =>
    all.filter(({ id }) => id === wanted && (sees || id !== 'score')),
  )
}

function contributionHead(t: Translate, reading: Reading): readonly string[] {
  return [t('col.contribution'), t('col.per-tonne', { money: moneyWord(reading) })]
}

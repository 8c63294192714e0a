import { Fragment, memo } from 'react'
import type { RankedAccount } from '../../../contract/assess.ts'
import type { ColumnId } from '../../../domain/assess/list-columns.ts'
import { fixed, growth, inUnit, percent, signed, type Whole } from '../../ui/figures.ts'
import { BarButton } from './bar-button.tsx'
import { CertaintyLine } from '../parts/certainty.tsx'
import { Change, RankMove } from '../parts/change.tsx'
import { Gate } from '../parts/gate.tsx'
import { Marked } from '../parts/marked.tsx'
import { Sparkline } from '../parts/sparkline.tsx'
import { StandingWhy } from '../parts/standing-why.tsx'
import { useReading, type Reading } from '../../ui/reading.ts'
import type { Row } from './arrange.ts'
import type { RowFrame } from './row-frame.ts'
import { NameLink } from './name-link.tsx'

export const BAR_WIDTH = 148

type CellOf = {
  readonly row: Row
  readonly frame: RowFrame
  readonly reading: Reading
  readonly withheld: number | null
}

/** The cell of each column. */
const cells: Readonly<Record<ColumnId, (of: CellOf) => React.ReactNode>> = {
  rank: ({ row: { account }, frame, reading: { t, locale } }) => (
    <td className="col-rank" title={t('col.rank-long')}>
      <strong>{fixed(locale, account.rank, 0)}</strong>
      {frame.compares ? <RankMove rank={account.rank} before={account.rankBefore} /> : null}
    </td>
  ),
  name: ({ row, frame }) => (
    <th scope="row" className="col-name">
      <NameLink row={row} frame={frame} tabIndex={-1} />
      <span className="sub">
        {row.account.marketName}
        <FoundBy row={row} />
      </span>
    </th>
  ),
  standing: ({ row: { account } }) => (
    <td className="col-standing">
      <StandingWhy account={account} />
    </td>
  ),
  score: ({ row: { account }, reading: { locale } }) => (
    <td className="col-score side-end">{fixed(locale, account.score, 1)}</td>
  ),
  bars: ({ row: { account }, frame }) => (
    <td className="col-bars">
      <BarButton account={account} frame={frame} width={BAR_WIDTH} />
    </td>
  ),
  volume: ({ row: { account }, frame, reading: { t, locale, unit } }) => (
    <td className="col-volume side-end" title={exact(locale, account.tonnageLitres, t('assess.litres'))}>
      {fixed(locale, inUnit(unit, account.tonnageLitres, wholeOf(account)), frame.volumeDigits)}
    </td>
  ),
  spark: ({ row: { account } }) => (
    <td className="col-spark">
      <Sparkline months={account.months} width={90} height={30} />
    </td>
  ),
  change: ({ row: { account }, frame, reading: { t, locale, unit } }) => {
    const gained = account.lastYearLitres === null ? null : account.tonnageLitres - account.lastYearLitres
    return (
      <td
        className="col-change side-end"
        title={gained === null ? undefined : exact(locale, gained, t('assess.litres'))}
      >
        <Change share={growth(account.tonnageLitres, account.lastYearLitres)} />
        <span className="sub">
          {signed(locale, inUnit(unit, gained, wholeOf(account)), frame.volumeDigits)}
        </span>
      </td>
    )
  },
  share: ({ row: { account }, frame, reading: { locale } }) => (
    <td className="col-share side-end">{percent(locale, account.marketShare, frame.shareDigits)}</td>
  ),
  contribution: ({ row: { account }, reading: { t, locale }, withheld }) =>
    withheld === null ? (
      <td
        className="col-contribution side-end"
        title={account.contribution === null ? undefined : fixed(locale, account.contribution, 2)}
      >
        {fixed(locale, account.contributionPerTonne, 0)}
      </td>
    ) : withheld > 0 ? (
      <td className="col-contribution withheld" rowSpan={withheld}>
        <span>
          {t('col.no-right')}
          <br />
          {t('col.no-right-whom')}
        </span>
      </td>
    ) : null,
  silence: ({ row: { account } }) => (
    <td className="col-silence">
      <Gate account={account} width={86} />
    </td>
  ),
  robustness: ({ row: { account } }) => (
    <td className="col-robustness side-end">
      <CertaintyLine share={account.robustness} width={46} />
    </td>
  ),
}

function wholeOf(account: RankedAccount): Whole {
  return { litres: account.tonnageLitres, cases: account.cases }
}

/** What a query found beneath the name: a part of the code, or of how the name sounds. */
function FoundBy({ row: { account, found } }: { readonly row: Row }) {
  const by =
    found.code.length > 0
      ? { text: account.account, spans: found.code }
      : (found.pinyin ?? { text: '', spans: [] })
  if (by.text === '') return null
  return (
    <span className="found-by">
      <Marked text={by.text} spans={by.spans} />
    </span>
  )
}

/**
 * The cells of one account; the table gives the `tr`. `withheld`: null where contribution may be seen; else the rows that one
 * cell spans to say whom to ask, 0 on the rows under it.
 */
export const RowCells = memo(function RowCells({
  row,
  frame,
  withheld,
}: {
  readonly row: Row
  readonly frame: RowFrame
  readonly withheld: number | null
}) {
  const reading = useReading()
  return frame.columns.map((id) => (
    <Fragment key={id}>{cells[id]({ row, frame, reading, withheld })}</Fragment>
  ))
})

function exact(locale: 'zh' | 'en', value: number, word: string): string {
  return `${fixed(locale, value, Number.isInteger(value) ? 0 : 2)} ${word}`
}

import { memo } from 'react'
import type { RankedAccount } from '../../../contract/assess.ts'
import { criteria, type Criterion } from '../../../domain/assess/criterion.ts'
import { fixed, growth, inUnit, percent, signed } from '../figures.ts'
import { Bars, barLayout } from '../parts/bars.tsx'
import { CertaintyLine } from '../parts/certainty.tsx'
import { Change, RankMove } from '../parts/change.tsx'
import { Gate } from '../parts/gate.tsx'
import { Standing } from '../../ui/standing.tsx'
import { Marked } from '../parts/marked.tsx'
import { Sparkline } from '../parts/sparkline.tsx'
import { useReading } from '../reading.ts'
import type { Row } from './arrange.ts'
import type { RowFrame } from './row-frame.ts'
import { NameLink } from './name-link.tsx'

export const BAR_WIDTH = 148

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
  const { locale, t, unit } = useReading()
  const { account, found } = row
  const whole = { litres: account.tonnageLitres, cases: account.cases }
  const change = growth(account.tonnageLitres, account.lastYearLitres)
  const gained = account.lastYearLitres === null ? null : account.tonnageLitres - account.lastYearLitres
  const volume = inUnit(unit, account.tonnageLitres, whole)
  return (
    <>
      <td className="col-rank" title={t('col.rank-long')}>
        <strong>{fixed(locale, account.rank, 0)}</strong>
        {frame.compares ? <RankMove rank={account.rank} before={account.rankBefore} /> : null}
      </td>
      <th scope="row" className="col-name">
        <NameLink row={row} frame={frame} tabIndex={-1} />
        <span className="sub">
          {account.marketName}
          {found.code.length > 0 ? (
            <span className="found-by">
              <Marked text={account.account} spans={found.code} />
            </span>
          ) : found.pinyin ? (
            <span className="found-by">
              <Marked text={found.pinyin.text} spans={found.pinyin.spans} />
            </span>
          ) : null}
        </span>
      </th>
      <td className="col-standing">
        <Standing of={account.standing} />
      </td>
      {withheld === null ? <td className="col-score side-end">{fixed(locale, account.score, 1)}</td> : null}
      <td className="col-bars">
        <BarButton account={account} frame={frame} width={BAR_WIDTH} />
      </td>
      <td className="col-volume side-end" title={exact(locale, account.tonnageLitres, t('assess.litres'))}>
        {fixed(locale, volume, frame.volumeDigits)}
      </td>
      <td className="col-spark">
        <Sparkline months={account.months} width={94} height={30} />
      </td>
      <td
        className="col-change side-end"
        title={gained === null ? undefined : exact(locale, gained, t('assess.litres'))}
      >
        <Change share={change} />
        <span className="sub">{signed(locale, inUnit(unit, gained, whole), frame.volumeDigits)}</span>
      </td>
      <td className="col-share side-end">{percent(locale, account.marketShare, frame.shareDigits)}</td>
      {withheld === null ? (
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
      ) : null}
      <td className="col-silence">
        <Gate loyalty={account.loyalty} width={86} />
      </td>
      <td className="col-robustness side-end">
        <CertaintyLine share={account.robustness} width={46} />
      </td>
    </>
  )
})

function exact(locale: 'zh' | 'en', value: number, word: string): string {
  return `${fixed(locale, value, Number.isInteger(value) ? 0 : 2)} ${word}`
}

function rect(target: Element): DOMRect {
  return target.getBoundingClientRect()
}

/** The four bars as one target: the pointer's height says which one is meant, a press keeps its "why" open. */
export function BarButton({
  account,
  frame,
  width,
}: {
  readonly account: RankedAccount
  readonly frame: RowFrame
  readonly width: number
}) {
  const { t, locale } = useReading()
  const meant = (target: Element, clientY: number): Criterion => {
    const box = target.getBoundingClientRect()
    const y = clientY - box.top - (box.height - 28) / 2
    const bars = barLayout(frame.weights)
    return bars.find((bar) => y < bar.top + bar.thickness + 1.5)?.criterion ?? 'potential'
  }
  const words = criteria.map(
    (criterion) => `${t(`part.${criterion}`)} ${fixed(locale, account.parts[criterion], 0)}`,
  )
  return (
    <button
      type="button"
      className="bar-button"
      aria-haspopup="dialog"
      aria-label={`${t('bars.open', { name: account.name })} · ${words.join(' · ')}`}
      onPointerMove={(event) => {
        if (event.pointerType !== 'mouse') return
        frame.onBar(account, meant(event.currentTarget, event.clientY), rect(event.currentTarget), 'over')
      }}
      onPointerLeave={(event) => {
        if (event.pointerType === 'mouse') frame.onBar(account, 'volume', rect(event.currentTarget), 'out')
      }}
      onClick={(event) => {
        event.stopPropagation()
        const criterion = event.detail === 0 ? 'volume' : meant(event.currentTarget, event.clientY)
        frame.onBar(account, criterion, rect(event.currentTarget), 'press')
      }}
    >
      <Bars parts={account.parts} means={frame.means} weights={frame.weights} width={width} />
    </button>
  )
}

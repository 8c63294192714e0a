import { useTopOf } from '../../ui/list-walk.ts'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { Standing } from '../../ui/standing.tsx'
import { fixed, growth, inUnit, percent } from '../../ui/figures.ts'
import { otherWarnings, silenceWarns } from '../loyalty.ts'
import { Change, RankMove } from '../parts/change.tsx'
import { moneyWord, unitWord, useReading } from '../../ui/reading.ts'
import type { Row } from './arrange.ts'
import { NameLink } from './name-link.tsx'
import { BarButton } from './bar-button.tsx'
import type { RowFrame } from './row-frame.ts'

/** A card without and with its red line; measured after it is drawn. */
const CARD = 107
const RED_LINE = 26

/** The same rows in the same order for one thumb: a card an account, the whole card opens it. */
export function RankingCards({
  rows,
  frame,
  pale,
  onSight,
}: {
  readonly rows: readonly (Row | undefined)[]
  readonly onSight: (first: number, last: number) => void
  readonly frame: RowFrame
  readonly pale: boolean
}) {
  const { t } = useReading()
  const list = useRef<HTMLUListElement>(null)
  const margin = useTopOf(list)
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by a compiler
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (at) => CARD + (isRed(rows[at]) ? RED_LINE : 0),
    overscan: 5,
    scrollMargin: margin,
    getItemKey: (at) => rows[at]?.account.id ?? at,
  })
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => onSight(first, last), [onSight, first, last])
  if (rows.length === 0) return <p className="none-found">{t('ranking.none-found')}</p>
  return (
    <ul ref={list} className="cards" style={{ height: virtual.getTotalSize() }} data-pale={pale || undefined}>
      {items.map((item) => {
        const row = rows[item.index]
        return (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            aria-setsize={rows.length}
            aria-posinset={item.index + 1}
            style={{ transform: `translateY(${item.start - margin}px)` }}
          >
            {row ? <Card row={row} frame={frame} /> : <i className="bone bone-card" />}
          </li>
        )
      })}
    </ul>
  )
}

function isRed(row: Row | undefined): boolean {
  const state = row?.account.loyalty.state
  return state === 'warning' || state === 'closed'
}

function Card({ row, frame }: { readonly row: Row; readonly frame: RowFrame }) {
  const reading = useReading()
  const { t, locale, unit, may } = reading
  const { account } = row
  const whole = { litres: account.tonnageLitres, cases: account.cases }
  const share = percent(locale, account.marketShare, frame.shareDigits)
  return (
    <article className="card">
      <span className="card-rank">{fixed(locale, account.rank, 0)}</span>
      <div className="card-who">
        <NameLink row={row} frame={frame} />
        <p className="card-where">
          <span className="card-market" title={account.marketName}>
            {account.marketName}
          </span>{' '}
          <Standing of={account.standing} />
        </p>
      </div>
      <div className="card-score">
        {may('contribution.read') ? fixed(locale, account.score, 1) : null}
        {frame.compares && account.rank !== account.rankBefore ? (
          <RankMove rank={account.rank} before={account.rankBefore} />
        ) : null}
      </div>
      <div className="card-bars">
        <BarButton account={account} frame={frame} width={72} />
      </div>
      <dl className="card-figures">
        <div>
          <dt>
            {t('col.volume')} {unitWord(reading)}
          </dt>
          <dd>
            <strong>{fixed(locale, inUnit(unit, account.tonnageLitres, whole), frame.volumeDigits)}</strong>{' '}
            <Change share={growth(account.tonnageLitres, account.lastYearLitres)} />
          </dd>
        </div>
        {may('contribution.read') ? (
          <div>
            <dt>{`${t('col.contribution')} ${t('col.per-tonne', { money: moneyWord(reading) })}`}</dt>
            <dd>
              <strong>{fixed(locale, account.contributionPerTonne, 0)}</strong>{' '}
              <span className="card-share">{`${t('card.share')} ${share}%`}</span>
            </dd>
          </div>
        ) : (
          <div>
            <dt>{`${t('col.share')} %`}</dt>
            <dd>
              <strong>{share}</strong>
            </dd>
          </div>
        )}
      </dl>
      {isRed(row) ? (
        <p className="card-red">
          {silenceWarns(account.loyalty) ? (
            <>
              <strong>{t('gate.silent', { silent: fixed(locale, account.loyalty.silentDays, 0) })}</strong>{' '}
              {t('gate.usual', { usual: fixed(locale, account.loyalty.usualDays, 0) })}
            </>
          ) : null}
          {otherWarnings(reading, account.loyalty).map((words, i) => (
            <span key={words}>{i > 0 || silenceWarns(account.loyalty) ? ` · ${words}` : words}</span>
          ))}
        </p>
      ) : null}
    </article>
  )
}

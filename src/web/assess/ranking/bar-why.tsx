import { Link, type LinkProps } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { RankedAccount, Ranking } from '../../../contract/assess.ts'
import { criteria, type Criterion } from '../../../domain/assess/criterion.ts'
import { fixed, percent, signed } from '../../ui/figures.ts'
import { dayWords, useReading } from '../../ui/reading.ts'
import { barFacts, effect } from './bar-facts.ts'
import './bar-why.css'

export type OpenBar = {
  readonly account: RankedAccount
  readonly criterion: Criterion
  /** Where the bars are; null when the address opened it and they may be out of sight. */
  readonly at: DOMRect | null
  /** A press keeps it open; otherwise it goes when the pointer does. */
  readonly kept: boolean
}

const WIDTH = 280
const EDGE = 8

/** The small panel behind a bar: fact → score → weight → effect, then reference, policy, day, and the way to the formula. */
export function BarWhy({
  open,
  ranking,
  link,
  onCriterion,
  onClose,
}: {
  readonly open: OpenBar
  readonly ranking: Ranking
  readonly link: Pick<LinkProps, 'to' | 'params' | 'search'>
  readonly onCriterion: (criterion: Criterion) => void
  readonly onClose: () => void
}) {
  const reading = useReading()
  const { t, locale } = reading
  const panel = useRef<HTMLDivElement>(null)
  const { account, criterion, kept } = open
  useEffect(() => {
    if (kept) panel.current?.focus()
  }, [kept])
  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Element && event.target.closest('.bar-why, .bar-button')) return
      onClose()
    }
    // ↑ and ↓ go from bar to bar.
    const onKey = (event: KeyboardEvent) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? criteria.length - 1 : 0
      if (event.key === 'Escape') onClose()
      if (step === 0 || !kept) return
      event.preventDefault()
      onCriterion(criteria[(criteria.indexOf(criterion) + step) % criteria.length] ?? criterion)
    }
    document.addEventListener('pointerdown', onPointer)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPointer)
      document.removeEventListener('keydown', onKey)
    }
  }, [kept, criterion, onCriterion, onClose])
  const part = account.parts[criterion]
  const sees = reading.may('contribution.read')
  const withheld = criterion === 'profit' && !sees
  const facts = withheld ? [] : barFacts(criterion, account, reading)
  const adds = effect(criterion, account, ranking.means, ranking.policy.weights)
  return createPortal(
    <div
      ref={panel}
      className="bar-why"
      role="dialog"
      aria-label={`${account.name} · ${t(`part.${criterion}`)}`}
      tabIndex={-1}
      style={placeBy(open.at)}
      data-kept={kept || undefined}
    >
      <strong className="bar-why-name">{account.name}</strong>
      <p className="bar-why-head">
        <strong>
          {t(`part.${criterion}`)} {fixed(locale, part, 0)}
        </strong>
        <span className="quiet">{t('bars.behind')}</span>
      </p>
      <dl>
        {facts.map((fact) => (
          <div key={fact.name}>
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('bars.mean')}</dt>
          <dd className="quiet">{fixed(locale, ranking.means[criterion], 0)}</dd>
        </div>
        <div className="bar-why-sum">
          <dt>
            {withheld
              ? t('col.no-right')
              : part === null
                ? t('bars.unknown')
                : t('bars.weight', { weight: percent(locale, ranking.policy.weights[criterion], 0) })}
          </dt>
          {part === null || !sees ? null : (
            <dd>
              <strong>{signed(locale, adds, 1)}</strong>
            </dd>
          )}
        </div>
      </dl>
      {part === null ? <p>{withheld ? t('col.no-right-whom') : t(`bars.fill-${criterion}`)}</p> : null}
      <p className="quiet bar-why-foot">
        {[
          ranking.policy.frozenOn === null
            ? ''
            : t('bars.frozen', { month: ranking.policy.frozenOn.slice(0, 7) }),
          t('bars.policy', { version: ranking.policy.version }),
          dayWords(reading, ranking.asOf),
        ]
          .filter((word) => word !== '')
          .join(' · ')}
      </p>
      {withheld ? null : (
        <Link className="link" {...link}>
          {t('bars.formula')}
        </Link>
      )}
    </div>,
    document.body,
  )
}

/** Beside the bars and inside the window: under them, or over them in its lower part. In the middle without bars; a sheet on a phone. */
function placeBy(at: DOMRect | null): React.CSSProperties {
  if (window.innerWidth < 768) return {}
  if (at === null) return { left: '50%', top: '30%', width: WIDTH }
  const left = Math.min(at.left + EDGE, window.innerWidth - WIDTH - EDGE)
  return at.bottom > window.innerHeight * 0.65
    ? { left, bottom: window.innerHeight - at.top + EDGE, width: WIDTH }
    : { left, top: at.bottom + EDGE, width: WIDTH }
}

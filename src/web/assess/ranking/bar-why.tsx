import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { RankedAccount, Ranking } from '../../../contract/assess.ts'
import { criteria, type Criterion } from '../../../domain/assess/criterion.ts'
import { shortDay } from '../../../language/message.ts'
import { fixed, percent, signed } from '../figures.ts'
import { useReading } from '../reading.ts'
import { barFacts, effect } from './bar-facts.ts'

export type OpenBar = {
  readonly account: RankedAccount
  readonly criterion: Criterion
  readonly at: DOMRect
  /** A press keeps it open; otherwise it goes when the pointer does. */
  readonly kept: boolean
}

const WIDTH = 280
const EDGE = 8

/** The small panel behind a bar: fact → score → weight → effect, then reference, policy, day, and the way to the formula. */
export function BarWhy({
  open,
  ranking,
  href,
  onCriterion,
  onClose,
}: {
  readonly open: OpenBar
  readonly ranking: Ranking
  readonly href: string
  readonly onCriterion: (criterion: Criterion) => void
  readonly onClose: () => void
}) {
  const reading = useReading()
  const { t, locale } = reading
  const panel = useRef<HTMLDivElement>(null)
  const place = usePlace(panel, open.at)
  const { account, criterion, kept } = open
  useEffect(() => {
    if (!kept) return
    panel.current?.focus()
    const out = (event: PointerEvent) => {
      if (event.target instanceof Element && event.target.closest('.bar-why, .bar-button')) return
      onClose()
    }
    document.addEventListener('pointerdown', out)
    return () => document.removeEventListener('pointerdown', out)
  }, [kept, onClose])
  const part = account.parts[criterion]
  const facts = barFacts(criterion, account, reading)
  const adds = effect(criterion, account, ranking.means, ranking.policy.weights)
  const move = (by: number) => {
    const at = criteria.indexOf(criterion) + by
    onCriterion(criteria[(at + criteria.length) % criteria.length] ?? criterion)
  }
  return createPortal(
    <div
      ref={panel}
      className="bar-why"
      role="dialog"
      aria-label={`${account.name} · ${t(`part.${criterion}`)}`}
      tabIndex={-1}
      style={place}
      data-kept={kept || undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
        else if (event.key === 'ArrowDown') move(1)
        else if (event.key === 'ArrowUp') move(-1)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <p className="bar-why-head">
        <strong>
          <span className="bar-why-name">{account.name}</span> · {t(`part.${criterion}`)} {fixed(locale, part, 0)}
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
            {part === null
              ? t('bars.unknown')
              : t('bars.weight', { weight: percent(locale, ranking.policy.weights[criterion], 0) })}
          </dt>
          {part === null ? null : (
            <dd>
              <strong>{signed(locale, adds, 1)}</strong>
            </dd>
          )}
        </div>
      </dl>
      {part === null ? <p>{t(`bars.fill-${criterion}`)}</p> : null}
      <p className="quiet bar-why-foot">
        {[
          ranking.policy.frozenOn === null ? '' : t('bars.frozen', { month: ranking.policy.frozenOn.slice(0, 7) }),
          t('bars.policy', { version: ranking.policy.version }),
          shortDay(locale, ranking.asOf),
        ]
          .filter((word) => word !== '')
          .join(' · ')}
      </p>
      <a className="link" href={href}>
        {t('bars.formula')}
      </a>
    </div>,
    document.body,
  )
}

/** Beside the bars and inside the window: under them where there is room, above them where there is not. A sheet on a phone. */
function usePlace(panel: React.RefObject<HTMLDivElement | null>, at: DOMRect): React.CSSProperties {
  const [height, setHeight] = useState(0)
  useLayoutEffect(() => {
    setHeight(panel.current?.offsetHeight ?? 0)
  }, [panel, at])
  if (window.innerWidth < 768) return {}
  const left = Math.min(at.left + EDGE, window.innerWidth - WIDTH - EDGE)
  const below = at.bottom + EDGE
  const top = below + height > window.innerHeight ? Math.max(EDGE, at.top - height - EDGE) : below
  return { left, top, width: WIDTH, visibility: height === 0 ? 'hidden' : 'visible' }
}

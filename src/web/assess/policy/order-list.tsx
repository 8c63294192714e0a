import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { Criterion } from '../../../domain/assess/criterion.ts'
import { useLanguage } from '../../ui/language.tsx'

/**
 * The four bigs in an order that is dragged (mouse, pen or finger) or moved with ↑ ↓ on the row that has the focus. Says aloud where a
 * row has gone.
 */
export function OrderList({
  order,
  shares,
  onOrder,
}: {
  readonly order: readonly Criterion[]
  readonly shares: readonly number[]
  readonly onOrder: (order: readonly Criterion[]) => void
}) {
  const { t } = useLanguage()
  const list = useRef<HTMLOListElement>(null)
  const [held, setHeld] = useState<Criterion | null>(null)
  const [said, setSaid] = useState('')
  const move = (one: Criterion, to: number) => {
    const at = Math.min(order.length - 1, Math.max(0, to))
    if (order.indexOf(one) === at) return
    const rest = order.filter((other) => other !== one)
    onOrder([...rest.slice(0, at), one, ...rest.slice(at)])
    setSaid(t('policy.order-moved', { name: t(`part.${one}`), place: at + 1 }))
  }
  const onKeyDown = (event: KeyboardEvent, one: Criterion, at: number) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step === 0) return
    event.preventDefault()
    move(one, at + step)
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>, one: Criterion) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setHeld(one)
  }
  const onPointerMove = (event: PointerEvent) => {
    if (held === null || !list.current) return
    const rows = [...list.current.children]
    const at = rows.findIndex((row) => event.clientY < row.getBoundingClientRect().bottom)
    move(held, at < 0 ? rows.length - 1 : at)
  }
  return (
    <>
      <ol className="order-list" aria-label={t('policy.order')} ref={list}>
        {order.map((one, at) => (
          <li key={one} data-held={held === one || undefined}>
            <button
              type="button"
              className="order-row"
              aria-label={t('policy.order-item', { name: t(`part.${one}`), place: at + 1 })}
              onKeyDown={(event) => onKeyDown(event, one, at)}
              onPointerDown={(event) => onPointerDown(event, one)}
              onPointerMove={onPointerMove}
              onPointerUp={() => setHeld(null)}
              onPointerCancel={() => setHeld(null)}
            >
              <Grip />
              <span className="order-place">{at + 1}</span>
              <strong>{t(`part.${one}`)}</strong>
              <span className="order-share">
                {t('policy.weight', { name: '', share: shares[at] ?? 0 }).trim()}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  )
}

function Grip() {
  return (
    <svg width="10" height="14" viewBox="0 0 10 14" aria-hidden="true">
      <path d="M2 2h2m2 0h2M2 7h2m2 0h2M2 12h2m2 0h2" stroke="currentColor" strokeWidth="2" />
    </svg>
  )
}

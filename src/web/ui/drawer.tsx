import { Button } from 'antd'
import { use, useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Beside } from './beside.ts'
import { useEscape } from './escape.ts'
import { useLanguage } from './language.tsx'
import './drawer.css'

/**
 * A form or the facts of one thing, beside the list on a desk (the list makes room), over the whole screen on a phone. Esc and × leave;
 * where something is unsaved (`dirty`) they ask first. The focus goes to the title, or to a field with `autoFocus`, and back to where
 * it was when the drawer leaves. Give it a `key` per thing that it shows.
 */
export function Drawer({
  title,
  note,
  onClose,
  dirty = false,
  footer,
  children,
}: {
  readonly title: string
  readonly note?: ReactNode
  readonly onClose: () => void
  readonly dirty?: boolean
  readonly footer?: ReactNode
  readonly children: ReactNode
}) {
  const { t } = useLanguage()
  const room = use(Beside)
  const id = useId()
  const root = useRef<HTMLElement>(null)
  const head = useRef<HTMLHeadingElement>(null)
  const [asking, setAsking] = useState(false)
  const leave = () => (dirty ? setAsking(true) : onClose())
  useEscape(true, () => (asking ? setAsking(false) : leave()))
  useReturnOfFocus(root, head, room)
  if (!room) return null
  return createPortal(
    <section ref={root} className="drawer" role="dialog" aria-labelledby={id}>
      <div className="drawer-head">
        <div>
          <h2 id={id} ref={head} tabIndex={-1}>
            {title}
          </h2>
          {note !== undefined && <p className="drawer-note">{note}</p>}
        </div>
        <button type="button" className="drawer-close" aria-label={t('app.close')} onClick={leave}>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <path d="M1 1l10 10M11 1 1 11" stroke="currentColor" strokeWidth="1.6" />
          </svg>
        </button>
      </div>
      <div className="drawer-body">{children}</div>
      {asking ? (
        <LeaveQuestion onLeave={onClose} onStay={() => setAsking(false)} />
      ) : (
        footer !== undefined && <div className="drawer-foot">{footer}</div>
      )}
    </section>,
    room,
  )
}

function LeaveQuestion({ onLeave, onStay }: { readonly onLeave: () => void; readonly onStay: () => void }) {
  const { t } = useLanguage()
  const id = useId()
  const stay = useRef<HTMLButtonElement>(null)
  // The one who pressed Esc by mistake presses Enter.
  useEffect(() => stay.current?.focus(), [])
  return (
    <div className="drawer-foot drawer-ask" role="alertdialog" aria-labelledby={id}>
      <p id={id}>{t('drawer.unsaved')}</p>
      <Button onClick={onLeave}>{t('drawer.leave')}</Button>
      <Button type="primary" ref={stay} onClick={onStay}>
        {t('drawer.stay')}
      </Button>
    </div>
  )
}

function useReturnOfFocus(
  root: React.RefObject<HTMLElement | null>,
  head: React.RefObject<HTMLElement | null>,
  room: HTMLElement | null,
): void {
  const before = useRef<Element | null>(null)
  useEffect(() => {
    if (!room) return
    before.current = document.activeElement
    if (!root.current?.contains(document.activeElement)) head.current?.focus({ preventScroll: true })
    const drawer = root.current
    return () => {
      const held = document.activeElement
      const lost = held === null || held === document.body || drawer?.contains(held)
      const back = before.current
      if (!lost || !(back instanceof HTMLElement)) return
      // Another drawer may already stand in the room: then the focus is its own.
      queueMicrotask(() => {
        if (room.childElementCount === 0 && back.isConnected) back.focus({ preventScroll: true })
      })
    }
  }, [root, head, room])
}

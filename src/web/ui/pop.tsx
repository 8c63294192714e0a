import { useEffect, useRef, useState, type ReactNode } from 'react'
import './pop.css'

/** A button with a small panel under (or over) it. Esc and a click elsewhere close it; the button gets the focus back. */
export function Pop({
  label,
  face,
  className = '',
  place = 'below',
  children,
}: {
  /** Name of the button for those who cannot see its face. */
  readonly label: string
  readonly face: ReactNode
  readonly className?: string
  readonly place?: 'below' | 'below-end' | 'above'
  readonly children: (close: () => void) => ReactNode
}) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => setOpen(false)
  useEffect(() => {
    if (!open) return
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false)
    }
    document.addEventListener('pointerdown', onPointer)
    document.addEventListener('keydown', onKey)
    const opener = button.current
    return () => {
      // What had the focus is gone with the panel.
      if (document.activeElement === document.body) opener?.focus()
      document.removeEventListener('pointerdown', onPointer)
      document.removeEventListener('keydown', onKey)
    }
  }, [open])
  return (
    <div className={`pop ${className}`} ref={root}>
      <button
        ref={button}
        type="button"
        className="pop-face"
        aria-label={label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open && (
        <div className={`pop-panel ${place}`} role="group" aria-label={label}>
          {children(close)}
        </div>
      )}
    </div>
  )
}

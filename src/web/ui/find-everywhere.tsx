import { useEffect, useRef, useState } from 'react'
import { FindPanel } from './find-panel.tsx'
import { useLanguage } from './language.tsx'
import './find-everywhere.css'

/** The way to everything: a button in the bar, Ctrl or Cmd with K from anywhere. */
export function FindEverywhere() {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || event.altKey || event.shiftKey) return
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      setOpen((now) => !now)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    const shown = dialog.current
    if (open && shown && !shown.open) shown.showModal()
    if (!open && shown?.open) shown.close()
  }, [open])
  return (
    <>
      <button
        type="button"
        className="find-open"
        aria-label={t('finder.title')}
        aria-keyshortcuts="Control+K"
        onClick={() => setOpen(true)}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="7" cy="7" r="4.500" fill="none" stroke="currentColor" strokeWidth="1.500" />
          <path d="m10.500 10.500 4 4" stroke="currentColor" strokeWidth="1.500" />
        </svg>
        <span>{t('finder.open')}</span>
        <kbd>{t('bar.search-key')}</kbd>
      </button>
      {/* A press on what lies behind closes it, as Esc does. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
      <dialog
        ref={dialog}
        className="find-panel"
        aria-label={t('finder.title')}
        onClose={() => setOpen(false)}
        onClick={(event) => {
          if (event.target === event.currentTarget) setOpen(false)
        }}
      >
        {open && <FindPanel close={() => setOpen(false)} />}
      </dialog>
    </>
  )
}

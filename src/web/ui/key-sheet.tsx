import { useEffect, useRef } from 'react'
import { useLanguage } from './language.tsx'
import './find-everywhere.css'

const keys = ['find', 'help', 'undo', 'escape', 'enter', 'move', 'select', 'range', 'print'] as const

/** What the keyboard does, on `?` from anywhere outside of a field. */
export function KeySheet() {
  const { t } = useLanguage()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]'))
        return
      event.preventDefault()
      if (dialog.current?.open) dialog.current.close()
      else dialog.current?.showModal()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <dialog ref={dialog} className="key-sheet" aria-label={t('keys.title')}>
      <div className="key-sheet-head">
        <h2>{t('keys.title')}</h2>
        <button type="button" className="link" onClick={() => dialog.current?.close()}>
          {t('app.close')}
        </button>
      </div>
      <dl>
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{t(`keys.key-${key}`)}</kbd>
            </dt>
            <dd>{t(`keys.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t('keys.mac')}</p>
    </dialog>
  )
}

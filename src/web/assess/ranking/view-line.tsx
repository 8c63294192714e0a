import { useState } from 'react'
import type { SavedView } from '../../../contract/views.ts'
import { useReading } from '../../ui/reading.ts'

type Change = { readonly name: string } | { readonly opens: boolean } | 'replace'

/** One saved view: its name opens it; what else can be done with it is under "…", where the person may. */
export function ViewLine({
  view,
  now,
  onOpen,
  onChange,
  onRemove,
}: {
  readonly view: SavedView
  /** Whether it is what is seen now. */
  readonly now: boolean
  readonly onOpen: () => void
  readonly onChange: (change: Change) => Promise<unknown>
  readonly onRemove: () => void
}) {
  const { t } = useReading()
  const [more, setMore] = useState(false)
  const [name, setName] = useState<string | null>(null)
  const change = async (to: Change) => {
    try {
      await onChange(to)
      setName(null)
      setMore(false)
    } catch {
      // A refusal is said under the list; the line stays as it was.
    }
  }
  if (name !== null) {
    return (
      <li>
        <form
          className="view-form"
          onSubmit={(event) => {
            event.preventDefault()
            void change({ name })
          }}
        >
          <input
            aria-label={t('view.name')}
            value={name}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to type here
            autoFocus
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit" className="button-quiet">
            {t('view.rename-save')}
          </button>
        </form>
      </li>
    )
  }
  return (
    <li>
      <div className="view-line">
        <button type="button" className="view-open" aria-current={now || undefined} onClick={onOpen}>
          {view.name}
        </button>
        {view.opens ? <span className="quiet">{t('view.opens-mark')}</span> : null}
        {view.mine ? null : <span className="quiet">{t('view.by', { name: view.by })}</span>}
        <button
          type="button"
          className="view-more"
          aria-expanded={more}
          aria-label={t('view.more', { name: view.name })}
          onClick={() => setMore(!more)}
        >
          <svg width="16" height="4" viewBox="0 0 16 4" aria-hidden="true">
            <path d="M2 2h.01M8 2h.01M14 2h.01" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
          </svg>
        </button>
      </div>
      {more ? (
        <div className="view-do">
          <button type="button" className="link" onClick={() => void change({ opens: !view.opens })}>
            {t(view.opens ? 'view.opens-not' : 'view.opens')}
          </button>
          {view.mine ? (
            <>
              <button type="button" className="link" onClick={() => setName(view.name)}>
                {t('view.rename')}
              </button>
              <button type="button" className="link" onClick={() => void change('replace')}>
                {t('view.replace')}
              </button>
              <button type="button" className="link" onClick={onRemove}>
                {t('view.delete')}
              </button>
            </>
          ) : null}
        </div>
      ) : null}
    </li>
  )
}

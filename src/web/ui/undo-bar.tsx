import {
  createContext,
  use,
  useCallback,
  useEffect,
  useRef,
  useState,
  type AnimationEvent,
  type ReactNode,
} from 'react'
import { useLanguage } from './language.tsx'
import { useProblemWords } from './states.tsx'
import './undo-bar.css'

export type Offer = { readonly words: string; readonly undo: () => Promise<void> }
type Standing = Offer & { readonly key: number; readonly state: 'offered' | 'running' | 'done' | 'refused' }

const UndoContext = createContext<((offer: Offer) => void) | null>(null)

/**
 * Offers for ten seconds to undo what was just done ("3 位换给赵磊。"); the time stands still while the bar is pointed at or has the
 * focus. Ctrl/Cmd-Z takes the offer while it stands. A new offer takes the place of the old.
 */
export function useUndo(): (offer: Offer) => void {
  const offer = use(UndoContext)
  if (!offer) throw new Error('useUndo outside of the shell')
  return offer
}

export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useLanguage()
  const problem = useProblemWords()
  const [standing, setStanding] = useState<Standing | null>(null)
  const count = useRef(0)
  const offer = useCallback((made: Offer) => {
    count.current += 1
    setStanding({ ...made, key: count.current, state: 'offered' })
  }, [])
  const take = (taken: Standing) => {
    const become = (state: Standing['state'], words: string) => {
      count.current += 1
      const { key } = taken
      const next = { ...taken, words, state, key: count.current }
      setStanding((now) => (now?.key === key ? next : now))
    }
    setStanding({ ...taken, state: 'running' })
    taken.undo().then(
      () => become('done', t('undo.done', { what: taken.words })),
      (error: unknown) => become('refused', t('undo.refused', { why: problem(error) })),
    )
  }
  useUndoKey(standing?.state === 'offered' ? () => take(standing) : null)
  const gone = (event: AnimationEvent) => {
    if (event.target === event.currentTarget && standing?.state !== 'running') setStanding(null)
  }
  return (
    <UndoContext value={offer}>
      {children}
      <div className="undo-bar" role="status">
        {standing && (
          <div>
            <p>{standing.state === 'running' ? t('undo.running') : standing.words}</p>
            {standing.state === 'offered' ? (
              <button type="button" onClick={() => take(standing)}>
                {t('undo.undo')}
              </button>
            ) : (
              standing.state !== 'running' && (
                <button type="button" onClick={() => setStanding(null)}>
                  {t('app.close')}
                </button>
              )
            )}
            {standing.state !== 'running' && (
              <i key={standing.key} className="undo-left" aria-hidden="true" onAnimationEnd={gone} />
            )}
          </div>
        )}
      </div>
    </UndoContext>
  )
}

/** In a field Ctrl/Cmd-Z belongs to what was typed there. */
function useUndoKey(take: (() => void) | null): void {
  useEffect(() => {
    if (!take) return
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'z' ||
        event.shiftKey ||
        event.altKey ||
        !(event.ctrlKey || event.metaKey)
      )
        return
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest('input:not([type=checkbox], [type=radio]), textarea, [contenteditable]')
      if (typing) return
      event.preventDefault()
      take()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}

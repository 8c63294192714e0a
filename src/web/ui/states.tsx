import { Button } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { say } from '../../language/index.ts'
import type { Right } from '../../contract/people.ts'
import { ApiProblem, NO_ANSWER } from '../api.ts'
import { useLanguage } from './language.tsx'
import './states.css'

/** Nothing for 150 ms, then hairlines in the true height of what will stand here; no shimmer. */
export function Loading({ rows = 8, head = true }: { readonly rows?: number; readonly head?: boolean }) {
  const { t } = useLanguage()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="loading" role="status" aria-label={t('state.loading')} data-late={late}>
      {head && <h1 className="visually-hidden">{t('state.loading')}</h1>}
      {late && (
        <>
          {head && (
            <>
              <span className="loading-sentence" />
              <span className="loading-ruler" />
            </>
          )}
          {Array.from({ length: rows }, (_, row) => (
            <span className="loading-row" key={row}>
              <span />
              <span />
              <span />
            </span>
          ))}
        </>
      )}
    </div>
  )
}

/** One sentence and one action, where the first row would be. */
export function Empty({ words, action }: { readonly words: string; readonly action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{words}</p>
      {action}
    </div>
  )
}

/** A screen's own file did not come; each browser says it in its own words. */
function isFileMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|module script failed|preload css/i.test(error.message)
  )
}

/** What an error says to a person. */
export function useProblemWords(): (error: unknown) => string {
  const { t, locale } = useLanguage()
  return (error) => {
    if (!(error instanceof ApiProblem)) return t(isFileMissing(error) ? 'state.no-file' : 'state.crash')
    if (error.code === NO_ANSWER) return t('state.offline')
    const words = say(locale, error)
    return words === error.code ? error.detail || t('state.error') : words
  }
}

/** What happened, what is safe, what to do, and the id of a fault. Where it is all that the screen says, it is its heading. */
export function Failed({
  error,
  onRetry,
  whole = false,
}: {
  readonly error: unknown
  readonly onRetry?: () => void
  readonly whole?: boolean
}) {
  const { t } = useLanguage()
  const words = useProblemWords()
  const id = error instanceof ApiProblem ? error.id : null
  const fault = !(error instanceof ApiProblem) || error.status >= 500
  return (
    <div className="failed" role="alert">
      {whole ? <h1>{words(error)}</h1> : <strong>{words(error)}</strong>}
      {fault && <p>{t('state.error-safe')}</p>}
      {(onRetry || id) && (
        <div className="failed-do">
          {onRetry && <Button onClick={onRetry}>{t('app.retry')}</Button>}
          {id && <span>{t('state.error-id', { id })}</span>}
        </div>
      )}
    </div>
  )
}

/** Stands where figures would be that were never fetched, and says whom to ask: the screen's answer, so its heading. */
export function NoRight({ right }: { readonly right: Right }) {
  const { t } = useLanguage()
  return (
    <div className="no-right">
      <h1>{t('state.no-right')}</h1>
      <p>{t('state.no-right-whom', { right: t(`right.${right}`) })}</p>
    </div>
  )
}

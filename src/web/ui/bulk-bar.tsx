import type { ReactNode } from 'react'
import { useEscape } from './escape.ts'
import { useLanguage } from './language.tsx'
import './bulk-bar.css'

/**
 * What can be done with the rows that are picked; stands between the filter and the head of the list and keeps its room while nothing
 * is picked, so nothing moves. `words` says what is picked ("已选 3 位 896 千升"); Esc picks nothing.
 */
export function BulkBar({
  count,
  words,
  onClear,
  children,
}: {
  readonly count: number
  readonly words: ReactNode
  readonly onClear: () => void
  readonly children: ReactNode
}) {
  const { t } = useLanguage()
  useEscape(count > 0, onClear)
  return (
    <div
      className="bulk-bar"
      role="toolbar"
      aria-label={t('bulk.label')}
      data-picked={count > 0 || undefined}
    >
      {count > 0 ? (
        <>
          <span className="bulk-words" role="status">
            {words}
          </span>
          {children}
          <button type="button" className="bulk-clear" onClick={onClear}>
            <span>{t('bulk.none')}</span>
            <kbd>{t('key.escape')}</kbd>
          </button>
        </>
      ) : (
        <span className="bulk-hint">{t('bulk.hint')}</span>
      )}
    </div>
  )
}

import { columnIds, type ColumnId } from '../../../domain/assess/list-columns.ts'
import { Pop } from '../../ui/pop.tsx'
import { useReading } from '../../ui/reading.ts'
import type { Column } from './columns.ts'

/** Which columns are shown, and in which order: those that are shown first, then the rest. */
export function ColumnChoice({
  all,
  shown,
  onShown,
}: {
  readonly all: readonly Column[]
  readonly shown: readonly ColumnId[]
  /** Null: as usual. */
  readonly onShown: (columns: readonly ColumnId[] | null) => void
}) {
  const { t } = useReading()
  const hidden = columnIds.filter((id) => !shown.includes(id))
  const wordsOf = (id: ColumnId) => {
    const column = all.find((one) => one.id === id)
    return id === 'bars' ? t('columns.bars') : id === 'rank' ? t('export.rank') : (column?.head[0] ?? '')
  }
  const move = (id: ColumnId, by: number) => {
    const at = shown.indexOf(id)
    const next = shown.toSpliced(at, 1).toSpliced(Math.max(0, at + by), 0, id)
    onShown(next)
  }
  return (
    <Pop label={t('columns.title')} face={t('columns.button')} className="tool" place="below-end">
      {() => (
        <div className="tool-panel columns-panel">
          <ul>
            {[...shown, ...hidden]
              .filter((id) => all.some((column) => column.id === id))
              .map((id) => {
                const on = shown.includes(id)
                const words = wordsOf(id)
                return (
                  <li key={id}>
                    <label>
                      <input
                        type="checkbox"
                        checked={on}
                        disabled={id === 'name'}
                        onChange={() => onShown(on ? shown.filter((one) => one !== id) : [...shown, id])}
                      />
                      {words}
                    </label>
                    {on ? (
                      <span className="columns-move">
                        <button
                          type="button"
                          disabled={shown[0] === id}
                          aria-label={t('columns.up', { name: words })}
                          onClick={() => move(id, -1)}
                        >
                          <Chevron up />
                        </button>
                        <button
                          type="button"
                          disabled={shown.at(-1) === id}
                          aria-label={t('columns.down', { name: words })}
                          onClick={() => move(id, 1)}
                        >
                          <Chevron />
                        </button>
                      </span>
                    ) : null}
                  </li>
                )
              })}
          </ul>
          <p className="quiet">{t('columns.note')}</p>
          <button type="button" className="link" onClick={() => onShown(null)}>
            {t('columns.usual')}
          </button>
        </div>
      )}
    </Pop>
  )
}

function Chevron({ up = false }: { readonly up?: boolean }) {
  return (
    <svg width="12" height="8" viewBox="0 0 12 8" aria-hidden="true">
      <path d={up ? 'M1 7 6 2l5 5' : 'M1 1l5 5 5-5'} fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  )
}

import { useEffect, useRef } from 'react'
import { useLanguage } from './language.tsx'
import { useRoving } from './roving.ts'
import { nextSort, type ListColumn, type ListSort } from './list-column.ts'

/** Heads of the columns over a black rule: unit beneath, the arrow on the line that is last; the box at the left picks all or none. */
export function ListHead<Row>({
  columns,
  keys,
  selected,
  onSelect,
  sort,
  onSort,
}: {
  readonly columns: readonly ListColumn<Row>[]
  readonly keys: readonly string[]
  readonly selected: ReadonlySet<string>
  readonly onSelect?: (selected: ReadonlySet<string>) => void
  readonly sort?: ListSort
  readonly onSort?: (sort: ListSort) => void
}) {
  const roving = useRoving<HTMLTableSectionElement>()
  return (
    <thead {...roving}>
      <tr>
        {onSelect && (
          <th scope="col" className="list-pick">
            <PickAll keys={keys} selected={selected} onSelect={onSelect} />
          </th>
        )}
        {columns.map((column) => {
          const active = sort?.key === column.key
          const order = active ? (sort.descending ? 'descending' : 'ascending') : 'none'
          const words = (
            <>
              <span>
                {column.head}
                {active && <i className="sort-arrow" data-up={!sort.descending || undefined} />}
              </span>
              {column.unit !== undefined && <span>{column.unit}</span>}
            </>
          )
          const sorts = column.sortable === true && onSort !== undefined
          return (
            <th
              key={column.key}
              scope="col"
              className={`side-${column.align ?? 'start'}`}
              aria-sort={sorts ? order : undefined}
            >
              {sorts ? (
                <button
                  type="button"
                  className="list-head"
                  data-active={active || undefined}
                  onClick={() => onSort(nextSort(column, sort))}
                >
                  {words}
                </button>
              ) : (
                <span className="list-head">{words}</span>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

function PickAll({
  keys,
  selected,
  onSelect,
}: {
  readonly keys: readonly string[]
  readonly selected: ReadonlySet<string>
  readonly onSelect: (selected: ReadonlySet<string>) => void
}) {
  const { t } = useLanguage()
  const box = useRef<HTMLInputElement>(null)
  const here = keys.filter((key) => selected.has(key)).length
  const all = keys.length > 0 && here === keys.length
  useEffect(() => {
    if (box.current) box.current.indeterminate = here > 0 && !all
  }, [here, all])
  return (
    <input
      ref={box}
      type="checkbox"
      aria-label={t('list.pick-all')}
      checked={all}
      disabled={keys.length === 0}
      onChange={() => onSelect(all ? new Set() : new Set(keys))}
    />
  )
}

import { useLanguage } from './language.tsx'
import { nextSort, type ListColumn, type ListSort } from './list-column.ts'

/** What the heads of a table do, for cards: a column to sort by, and the other way round. Nothing where no column sorts. */
export function ListOrder<Row>({
  columns,
  sort,
  onSort,
}: {
  readonly columns: readonly ListColumn<Row>[]
  readonly sort?: ListSort
  readonly onSort: (sort: ListSort) => void
}) {
  const { t } = useLanguage()
  const sorting = columns.filter((column) => column.sortable === true)
  if (sorting.length === 0) return null
  const active = sorting.find(({ key }) => key === sort?.key)
  return (
    <div className="list-order">
      <label>
        <span>{t('list.order')}</span>
        <select
          value={active?.key ?? ''}
          onChange={(event) => {
            const column = sorting.find(({ key }) => key === event.target.value)
            if (column) onSort(nextSort(column, undefined))
          }}
        >
          {/* Sorted by a column that the cards do not show. */}
          {active === undefined && <option value="">{t('list.order-other')}</option>}
          {sorting.map(({ key, head }) => (
            <option key={key} value={key}>
              {head}
            </option>
          ))}
        </select>
      </label>
      {active && sort && (
        <button type="button" onClick={() => onSort(nextSort(active, sort))}>
          {t(sort.descending ? 'list.order-down' : 'list.order-up')}
          <i className="sort-arrow" data-up={!sort.descending || undefined} />
        </button>
      )}
    </div>
  )
}

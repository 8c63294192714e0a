import { useRoving } from '../../ui/roving.ts'
import { useReading } from '../../ui/reading.ts'
import type { Column } from './columns.ts'
import { FindBox } from './find-box.tsx'
import { sortBy, type RankingView } from './view.ts'

/** Heads of the columns: two lines, the lower one carries the arrow; the head of the names carries the search. One stop of the Tab key beside the search, ← → walk. */
export function RankingHead({
  columns,
  view,
  onView,
  onQuery,
}: {
  readonly columns: readonly Column[]
  readonly view: RankingView
  readonly onView: (view: RankingView) => void
  readonly onQuery: (query: string) => void
}) {
  const { t } = useReading()
  const roving = useRoving<HTMLTableSectionElement>()
  return (
    <thead {...roving}>
      <tr>
        <th scope="col" className="col-pick">
          <span className="visually-hidden">{t('pick.head')}</span>
        </th>
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            className={`col-${column.id} side-${column.side}`}
            title={column.title}
            aria-sort={
              column.sort === null
                ? undefined
                : view.sort === column.sort
                  ? view.descending
                    ? 'descending'
                    : 'ascending'
                  : 'none'
            }
          >
            {column.id === 'name' ? <FindBox query={view.query} onQuery={onQuery} /> : null}
            <HeadWords column={column} view={view} onView={onView} />
          </th>
        ))}
      </tr>
    </thead>
  )
}

function HeadWords({
  column,
  view,
  onView,
}: {
  readonly column: Column
  readonly view: RankingView
  readonly onView: (view: RankingView) => void
}) {
  const { sort } = column
  const [first, second] = column.head
  const active = sort !== null && view.sort === sort
  const arrow = active ? <i className="sort-arrow" data-up={!view.descending || undefined} /> : null
  const words = (
    <>
      {second === undefined ? null : <span>{first}</span>}
      <span>
        {second ?? first}
        {arrow}
      </span>
      {column.id === 'bars' ? <BarScale /> : null}
    </>
  )
  if (sort === null) return <span className="head-words">{words}</span>
  return (
    <button
      type="button"
      className="head-words head-button"
      data-active={active || undefined}
      onClick={() => onView(sortBy(view, sort))}
    >
      {words}
    </button>
  )
}

/** 0, 50 and 100 over the left, middle and right of the bars. */
function BarScale() {
  const { locale } = useReading()
  const figure = new Intl.NumberFormat(locale)
  return (
    <span className="bar-scale" aria-hidden="true">
      {[0, 50, 100].map((mark) => (
        <span key={mark}>{figure.format(mark)}</span>
      ))}
    </span>
  )
}

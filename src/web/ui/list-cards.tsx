import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useLanguage } from './language.tsx'
import { MANY, picked, type ListColumn, type ListProps } from './list-column.ts'
import { ListOrder } from './list-order.tsx'
import { useTopOf } from './list-walk.ts'
import { usePrinting } from './printing.ts'

const none: ReadonlySet<string> = new Set()

/** The list on a phone; above it what it is sorted by, where it can be. */
export function ListCards<Row>(props: ListProps<Row>) {
  const { columns, sort, onSort, rows } = props
  return (
    <>
      {onSort && rows.length > 1 && (
        <ListOrder columns={columns} {...(sort ? { sort } : {})} onSort={onSort} />
      )}
      <Cards {...props} />
    </>
  )
}

function Cards<Row>(props: ListProps<Row>) {
  const { rows, rowKey, selected = none, onSelect, empty, label } = props
  const { t } = useLanguage()
  const body = useRef<HTMLUListElement>(null)
  const margin = useTopOf(body)
  const whole = usePrinting() || rows.length < MANY
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by a compiler
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 104,
    overscan: 6,
    scrollMargin: margin,
  })
  if (rows.length === 0) return <div className="list-none">{empty ?? t('list.none')}</div>
  const onPick = (at: number) => onSelect?.(picked(rows.map(rowKey), selected, at, null))
  return (
    <ul
      ref={body}
      className="list-cards"
      aria-label={label}
      data-virtual={!whole || undefined}
      style={whole ? {} : { height: virtual.getTotalSize() }}
    >
      {whole
        ? rows.map((row, at) => (
            <li key={rowKey(row)}>
              <Card {...props} row={row} at={at} onPick={onPick} />
            </li>
          ))
        : virtual.getVirtualItems().map((item) => {
            const row = rows[item.index]
            if (row === undefined) return null
            return (
              <li
                key={rowKey(row)}
                ref={virtual.measureElement}
                data-index={item.index}
                className="list-place"
                style={{ transform: `translateY(${String(item.start - margin)}px)` }}
                aria-setsize={rows.length}
                aria-posinset={item.index + 1}
              >
                <Card {...props} row={row} at={item.index} onPick={onPick} />
              </li>
            )
          })}
    </ul>
  )
}

function Card<Row>({
  row,
  at,
  columns,
  rowKey,
  selected = none,
  onSelect,
  openKey,
  onOpen,
  onPick,
}: ListProps<Row> & { readonly row: Row; readonly at: number; readonly onPick: (at: number) => void }) {
  const { t } = useLanguage()
  const key = rowKey(row)
  const [name, ...rest] = columns as readonly [ListColumn<Row>, ...ListColumn<Row>[]]
  return (
    <div
      className="list-card"
      data-picked={selected.has(key) || undefined}
      data-open={key === openKey || undefined}
    >
      {onSelect && (
        <label className="list-card-pick">
          <input
            type="checkbox"
            aria-label={t('list.pick', { n: at + 1 })}
            checked={selected.has(key)}
            onChange={() => onPick(at)}
          />
        </label>
      )}
      <div className="list-card-body">
        {onOpen ? (
          <button type="button" className="list-card-name" onClick={() => onOpen(row)}>
            {name.cell(row)}
          </button>
        ) : (
          <div className="list-card-name">{name.cell(row)}</div>
        )}
        <dl>
          {rest.map((column) => (
            <div key={column.key}>
              <dt>
                {column.head}
                {column.unit !== undefined && <span> {column.unit}</span>}
              </dt>
              <dd>{column.cell(row)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  )
}

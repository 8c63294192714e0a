import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { useLanguage } from './language.tsx'
import { ListCards } from './list-cards.tsx'
import { fitting, MANY, picked, type ListProps } from './list-column.ts'
import { ListHead } from './list-head.tsx'
import { useTopOf, useWalk } from './list-walk.ts'
import { usePrinting } from './printing.ts'
import { usePhone } from './viewport.ts'
import { useWidth } from './width.ts'
import './list-table.css'

const ROW = 43
const PICK = 36
/** Room that the bar and the sticky head take of the window, px. */
const HEAD_ROOM = 100

const nothing: ReadonlySet<string> = new Set()

/**
 * An ordinary list: ↑ ↓ walk, Enter opens, Space picks, Shift with either picks the rows between. Columns that do not fit give way from
 * the last on; on a phone each row is a card whose name is the first column.
 */
export function ListTable<Row>(props: ListProps<Row>) {
  return usePhone() ? <ListCards {...props} /> : <Table {...props} />
}

function Table<Row>(props: ListProps<Row>) {
  const {
    rows,
    columns,
    rowKey,
    selected = nothing,
    onSelect,
    openKey,
    onOpen,
    sort,
    onSort,
    empty,
    label,
  } = props
  const { t } = useLanguage()
  const [frame, width] = useWidth<HTMLDivElement>()
  const body = useRef<HTMLTableSectionElement>(null)
  const anchor = useRef<number | null>(null)
  const margin = useTopOf(body)
  const whole = usePrinting() || rows.length < MANY
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by a compiler
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW,
    overscan: 8,
    scrollMargin: margin,
    scrollPaddingStart: HEAD_ROOM,
    scrollPaddingEnd: 12,
  })
  const items = whole ? rows.map((_, index) => index) : virtual.getVirtualItems().map(({ index }) => index)
  const first = items[0] ?? 0
  const last = items.at(-1) ?? -1
  const walk = useWalk(rows.length, (at) => virtual.scrollToIndex(at), body)
  const shown = width === 0 ? columns : fitting(columns, width - (onSelect ? PICK : 0), sort?.key ?? null)
  const span = shown.length + (onSelect ? 1 : 0)
  const pick = (at: number, range: boolean) => {
    if (!onSelect) return
    const from = range ? (anchor.current ?? at) : null
    onSelect(picked(rows.map(rowKey), selected, at, from))
    if (!range) anchor.current = at
  }
  const onKeyDown = (event: KeyboardEvent, at: number, row: Row) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') onOpen?.(row)
    else if (event.key === ' ') {
      event.preventDefault()
      pick(at, event.shiftKey)
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && onSelect) {
      event.preventDefault()
      onSelect(new Set(rows.map(rowKey)))
    } else {
      if (event.shiftKey) anchor.current ??= at
      const to = walk.onKeyDown(event)
      if (to !== null && event.shiftKey) pick(to, true)
    }
  }
  return (
    <div ref={frame}>
      {/* A table whose rows are walked and picked: the ARIA practices call it a grid. */}
      <table
        className="list-table"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={onSelect ? true : undefined}
      >
        <colgroup>
          {onSelect && <col style={{ width: PICK }} />}
          {shown.map(({ key, width: wide }) => (
            <col key={key} style={wide === undefined ? {} : { width: wide }} />
          ))}
        </colgroup>
        <ListHead
          columns={shown}
          keys={rows.map(rowKey)}
          selected={selected}
          {...(onSelect ? { onSelect } : {})}
          {...(sort ? { sort } : {})}
          {...(onSort ? { onSort } : {})}
        />
        <tbody ref={body}>
          <Gap height={first * ROW} span={span} />
          {items.map((index) => {
            const row = rows[index]
            if (row === undefined) return null
            const key = rowKey(row)
            const isPicked = selected.has(key)
            return (
              <tr
                key={key}
                data-index={index}
                data-open={key === openKey || undefined}
                data-opens={onOpen ? true : undefined}
                aria-rowindex={index + 2}
                aria-selected={onSelect ? isPicked : undefined}
                aria-current={key === openKey || undefined}
                tabIndex={index === walk.current ? 0 : -1}
                onFocus={() => walk.setCurrent(index)}
                onMouseDown={(event) => {
                  // A range of rows, not of letters.
                  if (event.shiftKey && onSelect) event.preventDefault()
                }}
                onClick={(event) => {
                  if (isOfItsOwn(event)) return
                  if (event.shiftKey && onSelect) pick(index, true)
                  else if (window.getSelection()?.isCollapsed !== false) onOpen?.(row)
                }}
                onKeyDown={(event) => onKeyDown(event, index, row)}
              >
                {onSelect && (
                  <td className="list-pick">
                    <input
                      type="checkbox"
                      tabIndex={-1}
                      aria-label={t('list.pick', { n: index + 1 })}
                      checked={isPicked}
                      onChange={() => undefined}
                      onClick={(event) => pick(index, event.shiftKey)}
                    />
                  </td>
                )}
                {shown.map((column) => (
                  <td key={column.key} className={`side-${column.align ?? 'start'}`}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            )
          })}
          <Gap height={(rows.length - last - 1) * ROW} span={span} />
        </tbody>
      </table>
      {rows.length === 0 && <div className="list-none">{empty ?? t('list.none')}</div>}
    </div>
  )
}

/** A link, a button or a box in a row does its own work. */
function isOfItsOwn(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('a, button, input, label') !== null
}

function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden="true" className="gap">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- room for rows, and hidden from everybody */}
      <td colSpan={span} style={{ height }} />
    </tr>
  )
}

import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTopOf, useWalk } from '../../ui/list-walk.ts'
import { usePrinting } from '../../ui/printing.ts'
import { useReading } from '../reading.ts'
import type { Row } from './arrange.ts'
import { rankingColumns } from './columns.ts'
import { RankingHead } from './head.tsx'
import { RowCells } from './row.tsx'
import type { RowFrame } from './row-frame.ts'
import type { RankingView } from './view.ts'

export const ROW = 43

/**
 * The ranking as a true table of which only the rows in sight are in the document: two empty rows stand for the rest.
 * ↑ and ↓ walk through all of them, Enter opens.
 */
export function RankingTable({
  rows,
  view,
  frame,
  manyMarkets,
  pale,
  onView,
  onQuery,
}: {
  readonly rows: readonly Row[]
  readonly view: RankingView
  readonly frame: RowFrame
  readonly manyMarkets: boolean
  /** An old answer under an error: still there, pale. */
  readonly pale: boolean
  readonly onView: (view: RankingView) => void
  readonly onQuery: (query: string) => void
}) {
  const reading = useReading()
  const { t, may } = reading
  const sees = may('contribution.read')
  const columns = rankingColumns(reading, manyMarkets)
  const body = useRef<HTMLTableSectionElement>(null)
  const margin = useTopOf(body)
  const printing = usePrinting()
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by a compiler
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW,
    overscan: printing ? rows.length : 8,
    scrollMargin: margin,
    scrollPaddingStart: HEAD_ROOM,
    scrollPaddingEnd: FOOT_ROOM,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? -1
  const walk = useWalk(rows.length, (at) => virtual.scrollToIndex(at), body)
  return (
    <table
      className="ranking-table"
      aria-label={t('ranking.table')}
      aria-rowcount={rows.length + 1}
      data-pale={pale || undefined}
    >
      <colgroup>
        {columns.map((column) => (
          <col
            key={column.id}
            className={`col-${column.id}`}
            style={column.width === null ? {} : { width: column.width }}
          />
        ))}
      </colgroup>
      <RankingHead columns={columns} view={view} onView={onView} onQuery={onQuery} />
      <tbody ref={body}>
        <Gap height={first * ROW} columns={columns.length} />
        {items.map(({ index }) => {
          const row = rows[index]
          if (!row) return null
          return (
            <tr
              key={row.account.id}
              aria-rowindex={index + 2}
              data-index={index}
              data-standing={row.account.standing}
              tabIndex={index === walk.current ? 0 : -1}
              onFocus={() => walk.setCurrent(index)}
              onClick={(event) => {
                if (event.target instanceof Element && event.target.closest('a, button')) return
                if (window.getSelection()?.isCollapsed === false) return
                frame.onOpen(row.account)
              }}
              onKeyDown={(event) => {
                if (event.target !== event.currentTarget) return
                if (event.key === 'Enter') frame.onOpen(row.account)
                else walk.onKeyDown(event)
              }}
            >
              <RowCells row={row} frame={frame} withheld={sees ? null : index === first ? items.length : 0} />
            </tr>
          )
        })}
        <Gap height={(rows.length - last - 1) * ROW} columns={columns.length} />
        {rows.length === 0 ? (
          <tr className="none-found">
            <td colSpan={columns.length}>{t('ranking.none-found')}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  )
}

/** Room that the bar, the sticky head and the sticky foot take of the window, px. */
const HEAD_ROOM = 112
const FOOT_ROOM = 44

function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden="true" className="gap">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- room for rows, and hidden from everybody */}
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}

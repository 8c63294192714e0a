import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useLeadIn, useTopOf, useWalk } from '../../ui/list-walk.ts'
import { usePrinting } from '../../ui/printing.ts'
import { useReading } from '../../ui/reading.ts'
import type { Row } from './arrange.ts'
import type { Column } from './columns.ts'
import { RankingHead } from './head.tsx'
import { RowCells } from './row.tsx'
import type { RowFrame } from './row-frame.ts'
import type { Picked } from './use-picked.ts'
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
  columns,
  picked,
  pale,
  onView,
  onQuery,
  onSight,
}: {
  readonly rows: readonly (Row | undefined)[]
  readonly view: RankingView
  readonly frame: RowFrame
  readonly columns: readonly Column[]
  readonly picked: Picked
  /** An old answer under an error: still there, pale. */
  readonly pale: boolean
  readonly onView: (view: RankingView) => void
  readonly onQuery: (query: string) => void
  readonly onSight: (first: number, last: number) => void
}) {
  const { t, may } = useReading()
  const sees = may('contribution.read')
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
  useEffect(() => onSight(first, Math.max(first, last)), [onSight, first, last])
  const walk = useWalk(rows.length, (at) => virtual.scrollToIndex(at), body)
  useLeadIn(walk)
  return (
    <table
      className="ranking-table"
      aria-label={t('ranking.table')}
      aria-rowcount={rows.length + 1}
      data-pale={pale || undefined}
    >
      <colgroup>
        <col className="col-pick" style={{ width: PICK }} />
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
        <Gap height={first * ROW} columns={columns.length + 1} />
        {items.map(({ index }) => {
          const row = rows[index]
          if (!row) return <Hole key={index} index={index} columns={columns.length + 1} />
          const { account } = row
          const chosen = picked.picked.has(account.id)
          const pick = (range: boolean) =>
            picked.toggle(account, range ? rows.flatMap((one) => (one ? [one.account] : [])) : [])
          return (
            <tr
              key={account.id}
              aria-rowindex={index + 2}
              data-index={index}
              data-standing={account.standing}
              data-picked={chosen || undefined}
              tabIndex={index === walk.current ? 0 : -1}
              onFocus={() => walk.setCurrent(index)}
              onClick={(event) => {
                if (event.target instanceof Element && event.target.closest('a, button, .col-pick')) return
                if (window.getSelection()?.isCollapsed === false) return
                frame.onOpen(account)
              }}
              onKeyDown={(event) => {
                if (event.target !== event.currentTarget) return
                if (event.key === 'Enter') frame.onOpen(account)
                else if (event.key === 'x' || event.key === 'X' || event.key === ' ') {
                  event.preventDefault()
                  pick(event.shiftKey)
                } else walk.onKeyDown(event)
              }}
            >
              <td className="col-pick">
                <label>
                  <input
                    type="checkbox"
                    checked={chosen}
                    tabIndex={-1}
                    aria-label={t('pick.one', { name: account.name })}
                    onChange={(event) =>
                      pick('shiftKey' in event.nativeEvent && event.nativeEvent.shiftKey === true)
                    }
                  />
                </label>
              </td>
              <RowCells row={row} frame={frame} withheld={sees ? null : index === first ? items.length : 0} />
            </tr>
          )
        })}
        <Gap height={(rows.length - last - 1) * ROW} columns={columns.length + 1} />
        {rows.length === 0 ? (
          <tr className="none-found">
            <td colSpan={columns.length + 1}>{t('ranking.none-found')}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  )
}

/** Room that the bar, the sticky head and the sticky foot take of the window, px. */
const HEAD_ROOM = 112
const FOOT_ROOM = 44

/** Of the checkbox, px. */
const PICK = 26

/** A row that is on its way. */
function Hole({ index, columns }: { readonly index: number; readonly columns: number }) {
  return (
    <tr data-index={index} className="hole" aria-hidden="true">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- a shape, hidden from readers */}
      <td colSpan={columns}>
        <i className="bone" />
      </td>
    </tr>
  )
}

function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden="true" className="gap">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- room for rows, and hidden from everybody */}
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}

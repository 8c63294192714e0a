import type { Row } from './arrange.ts'
import type { RowFrame } from './row-frame.ts'
import { Marked } from '../parts/marked.tsx'

/** The account's name as a true link (it opens in a tab, it can be copied) that a plain click follows without loading the page anew. */
export function NameLink({
  row,
  frame,
  tabIndex,
}: {
  readonly row: Row
  readonly frame: RowFrame
  readonly tabIndex?: number
}) {
  const { account, found } = row
  return (
    <a
      className="name"
      href={frame.href(account)}
      title={`${account.name} · ${account.account}`}
      tabIndex={tabIndex}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        frame.onOpen(account)
      }}
    >
      <Marked text={account.name} spans={found.name} />
    </a>
  )
}

import type { SpendComponent } from '../../domain/assess/figures.ts'
import { homeOn } from '../../domain/chain/account-move.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import { windowTo } from '../../domain/day.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import type { Ground } from './ground.ts'
import { seeing } from './moved.ts'
import type { OrderRow, ProductRow, Whose, YearBefore } from './profile-store.ts'
import { loadExciseOf, loadOrderRows, loadProducts, loadSpendOf, loadWindow } from './profile-store.ts'
import type { HistoryRow } from './verdict-store.ts'
import { loadHistory } from './verdict-store.ts'

/** What one account's page tells beyond its verdict. `before` is null for whoever may not see contributions: it is not loaded. */
export type Story = {
  readonly products: readonly ProductRow[]
  readonly orders: readonly OrderRow[]
  readonly history: readonly HistoryRow[]
  readonly before: {
    readonly window: YearBefore
    readonly spend: Partial<Record<SpendComponent, number>>
    readonly exciseMinor: number | null
  } | null
}

const SHOWN_ORDERS = 24

export async function loadStory(
  deps: Deps,
  caller: Caller,
  ground: Ground,
  whose: Whose,
  window: { readonly after: Day; readonly to: Day },
  contribution: boolean,
): Promise<Story> {
  const last = { after: windowTo(window.after, 12).after, to: window.after }
  return inScope(
    deps.db,
    seeing(ground.links, caller.scope, whose.markets),
    async (tx) => ({
      products: await loadProducts(tx, whose, window, contribution),
      orders: await loadOrderRows(tx, whose, window.to, SHOWN_ORDERS),
      history: await historyOf(tx, ground, whose),
      before: contribution
        ? {
            window: await loadWindow(tx, whose, last.after, last.to),
            spend: await loadSpendOf(tx, whose, last.after, last.to),
            exciseMinor: ground.knownExcise ? await loadExciseOf(tx, whose, last.after, last.to) : null,
          }
        : null,
    }),
    { readOnly: true, snapshot: true },
  )
}

/** What each month's assessment decided where the account was then. */
async function historyOf(tx: Tx, { moves }: Ground, { markets, ids: [id = ''] }: Whose) {
  const steps = moves.get(id) ?? []
  const rows = await loadHistory(tx, markets, id)
  return rows.flatMap(({ market, ...row }) => ((homeOn(steps, row.asOf) ?? market) === market ? [row] : []))
}

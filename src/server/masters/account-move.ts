import type { Edited } from '../../contract/masters.ts'
import type { AccountMove, AccountsMove } from '../../contract/masters-accounts.ts'
import { mayMove } from '../../domain/chain/account-move.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { ok, Refused, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { accountForms, accountsBeneath, type FormRow } from './account-form-store.ts'
import { mergedInto, moveRows, movesOf } from './account-move-store.ts'
import { mustOwn, mustTakeAccounts } from './account-place.ts'
import { changeMany } from './account-write-store.ts'
import { auditEach, recorded, type Edit } from './edit-store.ts'
import { groundIn, must, sameVersion, type MasterGround } from './ground.ts'

type Wanted = {
  readonly rows: readonly FormRow[]
  readonly market: string
  readonly day: string
  /** Another rep there; without one the old rep stays. */
  readonly owner?: string | null | undefined
}

/**
 * An account belongs to another market of the scope from a day on, with whatever was merged into it. Its movements stay where they were
 * posted, and its history comes along in every reading; lines of earlier days still go to the old market. Refused: a market that is
 * closed, out of reach or its own, a day to come or before it came to where it is, accounts that hang beneath it and stay.
 */
export async function moveAccount(
  deps: Deps,
  caller: Caller,
  id: string,
  { version, ...ask }: AccountMove,
): Promise<Result<Edited>> {
  return moved(deps, caller, async (tx) => {
    const rows = await accountForms(tx, [id], { lock: true })
    const [old] = rows
    if (!old) throw new Refused('account/missing')
    await sameVersion(tx, old, version)
    return { ...ask, rows }
  })
}

/** Many at once, all or none; those that are there already are left out of the count. Refused as one is. */
export async function moveAccounts(
  deps: Deps,
  caller: Caller,
  { ids, ...ask }: AccountsMove,
): Promise<Result<Edited>> {
  return moved(deps, caller, async (tx) => {
    const rows = await accountForms(tx, ids, { lock: true })
    if (rows.length < new Set(ids).size) throw new Refused('account/missing')
    const others = rows.filter(({ market }) => market !== ask.market)
    return { ...ask, rows: others.length > 0 ? others : rows }
  })
}

async function moved(deps: Deps, caller: Caller, plan: (tx: Tx) => Promise<Wanted>): Promise<Result<Edited>> {
  const edit: Edit = { id: deps.newId(), action: 'account.move', caller, at: deps.now() }
  return inScope(deps.db, caller.scope, async (tx) => {
    const ground = must(await groundIn(tx, deps))
    const wanted = await plan(tx)
    const { rows, market, day, owner } = wanted
    mustTakeAccounts(ground, caller, market)
    await mustMove(tx, ground, wanted)
    if (owner) await mustOwn(tx, ground, caller, owner)
    const ids = rows.map(({ id }) => id)
    const whole: { from: string; lot: readonly string[]; along: readonly string[] }[] = []
    for (const { from, lot } of lotsOf(rows))
      whole.push({ from, lot, along: [...lot, ...(await mergedInto(tx, from, lot))] })
    const all = whole.flatMap(({ along }) => along)
    const touched = [
      { subject: 'account', by: 'id', values: all },
      { subject: 'account_key', by: 'account_id', values: all },
      { subject: 'account_move', by: 'account_id', values: all },
      { subject: 'supply_link', by: 'buyer_id', values: all },
    ] as const
    await recorded(tx, deps, edit, ground.hq, touched, async () => {
      for (const { from, along } of whole)
        await moveRows(tx, { from, to: market, day, ids: along }, deps.newId)
      if (owner !== undefined) await changeMany(tx, { ids, markets: [market] }, { owner })
    })
    const [only] = ids.length === 1 ? ids : []
    const subject = only === undefined ? {} : { subject: only }
    const entries = whole.map(
      ({ from, lot }) =>
        [
          from,
          { ...subject, detail: { from, to: market, day, ...(only ? {} : { count: lot.length }) } },
        ] as const,
    )
    const came = { from: whole.map(({ from }) => from).join(' '), to: market, day }
    const arrival = { ...subject, detail: { ...came, ...(only ? {} : { count: ids.length }) } }
    await auditEach(tx, deps, edit, new Map([...entries, [market, arrival] as const]))
    return ok({ edit: edit.id, id: only ?? null, count: ids.length })
  })
}

async function mustMove(tx: Tx, ground: MasterGround, { rows, market, day }: Wanted): Promise<void> {
  const ids = rows.map(({ id }) => id)
  const before = await movesOf(tx, ids)
  for (const { id, market: from } of rows)
    must(mayMove(before.get(id) ?? [], { from, to: market, day }, ground.today))
  const stay = (await accountsBeneath(tx, ids)).filter(({ id }) => !ids.includes(id))
  if (stay.length > 0)
    throw new Refused('account/has-beneath', { account: stay[0]?.name ?? '', count: stay.length })
}

/** By the market that they leave. */
function lotsOf(
  rows: readonly FormRow[],
): readonly { readonly from: string; readonly lot: readonly string[] }[] {
  const markets = [...new Set(rows.map(({ market }) => market))]
  return markets.map((from) => ({
    from,
    lot: rows.filter(({ market }) => market === from).map(({ id }) => id),
  }))
}

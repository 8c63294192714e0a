import type { Edited } from '../../contract/masters.ts'
import type { AccountBulk } from '../../contract/masters-accounts.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { ok, Refused, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { accountForms } from './account-form-store.ts'
import { mustHang, mustOwn } from './account-place.ts'
import { changeMany } from './account-write-store.ts'
import { auditEach, recorded, type Edit } from './edit-store.ts'
import { groundIn, must } from './ground.ts'

/** Another owner or tier for many accounts of the scope, all or none. Those that are as wanted already are left out of the count. */
export async function changeAccounts(
  deps: Deps,
  caller: Caller,
  { ids, owner, tier }: AccountBulk,
): Promise<Result<Edited>> {
  const edit: Edit = { id: deps.newId(), action: 'account.change-many', caller, at: deps.now() }
  return inScope(deps.db, caller.scope, async (tx) => {
    const ground = must(await groundIn(tx, deps))
    const rows = await accountForms(tx, ids, { lock: true })
    if (rows.length < new Set(ids).size) throw new Refused('account/missing')
    const differing = rows.filter(
      (row) => (owner !== undefined && row.owner !== owner) || (tier !== undefined && row.tier !== tier),
    )
    if (owner) await mustOwn(tx, ground, caller, owner)
    if (tier !== undefined)
      await mustHang(
        tx,
        differing.map((row) => ({ ...row, tier })),
      )
    const changed = differing.map(({ id }) => id)
    const markets = [...new Set(differing.map(({ market }) => market))]
    await recorded(tx, deps, edit, ground.hq, [{ subject: 'account', by: 'id', values: changed }], () =>
      changeMany(tx, { ids: changed, markets }, { owner, tier }),
    )
    const entries = markets.map((market) => {
      const count = differing.filter((row) => row.market === market).length
      return [
        market,
        { detail: { count, ...(owner === undefined ? {} : { owner }), ...(tier ? { tier } : {}) } },
      ] as const
    })
    await auditEach(tx, deps, edit, new Map(entries))
    return ok({ edit: edit.id, id: null, count: changed.length })
  })
}

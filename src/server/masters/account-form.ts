import type { MasterAccount } from '../../contract/masters-accounts.ts'
import { maskedPhone } from '../../domain/chain/account-record.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { accountForms, personName } from './account-form-store.ts'
import { movesOf } from './account-move-store.ts'
import { onGround } from './ground.ts'

/** One account as its form shows it. The phone is masked for everybody: whoever changes it writes the new one whole. */
export async function accountForm(deps: Deps, caller: Caller, id: string): Promise<Result<MasterAccount>> {
  return onGround(deps, caller.scope, async (tx, ground) => {
    const [row] = await accountForms(tx, [id])
    if (!row) return refuse('account/missing')
    const [parent] = row.parent === null ? [] : await accountForms(tx, [row.parent])
    const nodeOf = (market: string) => ground.nodes.find((one) => one.id === market)
    const node = nodeOf(row.market)
    const moves = (await movesOf(tx, [id])).get(id) ?? []
    return ok({
      ...row,
      phone: row.phone === null ? null : maskedPhone(row.phone),
      market: { id: row.market, code: node?.code ?? '', name: node?.name ?? '' },
      parentName: parent?.name ?? null,
      before: moves.map(({ from, day }) => ({ market: nodeOf(from)?.name ?? '', until: day })),
      ownerName: row.owner === null ? null : await personName(tx, row.owner),
    })
  })
}

import type { MasterTree } from '../../contract/masters-markets.ts'
import { nodesInReach, type Caller } from '../../domain/chain/reach.ts'
import { ok, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { onGround } from './ground.ts'
import { closedOn } from './ground-store.ts'
import { nodeCounts } from './node-store.ts'

/** The tree of territories as far as the caller reaches, parents first, with what hangs on each node. */
export async function masterTree(deps: Deps, caller: Caller): Promise<Result<MasterTree>> {
  return onGround(deps, caller.scope, async (tx, ground) => {
    const { nodes, stays, today } = ground
    const counts = await nodeCounts(tx)
    return ok({
      today,
      may: caller.scope === '*' && caller.rights.has('market.change'),
      nodes: nodesInReach(nodes, caller.scope).map(({ id, kind, code, name, parentId, version }) => {
        const { accounts = 0, wholesalers = 0, people = 0, inUse = true } = counts.get(id) ?? {}
        return {
          id,
          kind,
          code,
          name,
          parent: parentId,
          version,
          closed: kind === 'market' ? closedOn(stays, id) : null,
          accounts,
          wholesalers,
          people,
          inUse,
          stays: (stays.get(id) ?? []).map(({ from, to, value }) => ({ parent: value.parent, from, to })),
        }
      }),
    })
  })
}

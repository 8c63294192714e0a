import { mayHang } from '../../domain/chain/account-edit.ts'
import type { Tier } from '../../domain/chain/line.ts'
import { inReach, nodesInReach, type Caller } from '../../domain/chain/reach.ts'
import { Refused } from '../../domain/problem.ts'
import type { Tx } from '../db/transaction.ts'
import { accountForms, accountsBeneath, ownersOn, parentsIn } from './account-form-store.ts'
import { must, type MasterGround } from './ground.ts'
import { closedOn } from './ground-store.ts'

/** Where an account hangs, as it will be. */
export type Placed = {
  readonly id: string
  readonly market: string
  readonly tier: Tier
  readonly parent: string | null
}

/**
 * Refused where one of these would hang under itself, under one of another market, or under one that is no nearer to the brewery; or
 * where what hangs beneath it would.
 */
export async function mustHang(tx: Tx, placed: readonly Placed[]): Promise<void> {
  const after = new Map(placed.map((one) => [one.id, one]))
  const wanted = placed.flatMap(({ parent }) => parent ?? [])
  const above = new Map<string, Placed>((await accountForms(tx, wanted)).map((one) => [one.id, one]))
  const trees = new Map<string, Map<string, string | null>>()
  for (const { market } of placed)
    if (!trees.has(market)) trees.set(market, new Map(await parentsIn(tx, market)))
  for (const one of placed) trees.get(one.market)?.delete(one.id)
  for (const one of placed) {
    if (one.parent === null) continue
    const parent = after.get(one.parent) ?? above.get(one.parent)
    if (!parent) throw new Refused('account/missing')
    if (parent.market !== one.market) throw new Refused('account/parent-market')
    must(mayHang(one, parent, trees.get(one.market) ?? new Map()))
    trees.get(one.market)?.set(one.id, one.parent)
  }
  for (const child of await accountsBeneath(tx, [...after.keys()])) {
    const parent = after.get(child.parent ?? '')
    if (parent && !after.has(child.id)) must(mayHang(child, parent, new Map()))
  }
}

/** Active people who can look after accounts of the caller's places: their roles hang there or above. */
export async function ownersFor(tx: Tx, ground: MasterGround, caller: Caller) {
  return ownersOn(
    tx,
    caller.scope === '*' ? null : nodesInReach(ground.nodes, caller.scope).map(({ id }) => id),
  )
}

export async function mustOwn(tx: Tx, ground: MasterGround, caller: Caller, owner: string): Promise<void> {
  if (!(await ownersFor(tx, ground, caller)).some(({ id }) => id === owner))
    throw new Refused('account/owner-unknown')
}

/** The market of this id, where there is one and the caller reaches it. */
export function marketOf(
  { nodes }: MasterGround,
  caller: Caller,
  id: string,
): MasterGround['nodes'][number] | undefined {
  return inReach(caller, id) ? nodes.find((one) => one.id === id && one.kind === 'market') : undefined
}

/** A market of the scope that takes accounts. */
export function mustTakeAccounts(ground: MasterGround, caller: Caller, id: string): void {
  const node = marketOf(ground, caller, id)
  if (!node) throw new Refused('market/missing')
  const closed = closedOn(ground.stays, id)
  if (closed !== null) throw new Refused('market/closed', { market: node.name, day: closed })
}

import { rightsIn, type TreeNode } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'
import { companyRights, ownersOn } from './ground-store.ts'
import type { Helpers } from './with-prospect.ts'

/** A market with everything above it. */
export function upFrom(nodes: readonly TreeNode[], market: string): readonly string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const up: string[] = []
  for (let at: string | null = market; at !== null && !up.includes(at); at = byId.get(at)?.parentId ?? null)
    up.push(at)
  return up
}

/** Who can look after a prospect of a market: whose role there, or above it, may change prospects. */
export async function ownersFor(
  tx: Tx,
  { tree }: Pick<Helpers, 'tree'>,
  market: string,
  today: Day,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const own = await companyRights(tx)
  const found = await ownersOn(tx, upFrom(await tree(tx), market), today)
  const may = found.filter(({ role }) =>
    rightsIn({ role, ...(own.has(role) ? { rights: own.get(role) ?? [] } : {}) }).includes('prospect.change'),
  )
  return [...new Map(may.map(({ id, name }) => [id, { id, name }])).values()]
}

export async function mayOwn(
  tx: Tx,
  helpers: Pick<Helpers, 'tree'>,
  market: string,
  person: string,
  today: Day,
): Promise<boolean> {
  return (await ownersFor(tx, helpers, market, today)).some(({ id }) => id === person)
}

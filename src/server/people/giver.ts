import {
  mayGrant,
  rolesOn,
  type Grants,
  type RoleRow,
  type TreeNode,
  noRight,
} from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import { ok, type Result } from '../../domain/problem.ts'
import type { Identity } from '../http/frame.ts'

/** Who gives: the audit's name, and what they hold themselves (nobody hands out more than that). */
export type Giver = { readonly actor: string; readonly grants: Grants }

export function giverIn(identity: Identity | null): Giver {
  return { actor: identity?.actor ?? 'anonymous', grants: identity?.grants ?? new Map() }
}

/**
 * Whoever changes a person must be able to give all their roles: else a regional administrator would rule those above. A role at a
 * place that was closed since belongs to nobody's part: it takes an administrator of everything.
 */
export function mayChange(
  giver: Giver,
  nodes: readonly TreeNode[],
  rows: readonly RoleRow[],
  today: Day,
): Result<true, 'person/no-right'> {
  const right = 'people.change'
  const no = () => noRight(right)
  const where = giver.grants.get(right)
  if (where === undefined) return no()
  for (const row of rolesOn(rows, today)) {
    const closed = !nodes.some(({ id }) => id === row.nodeId)
    if (closed ? where !== '*' : !mayGrant(giver.grants, nodes, row).ok) return no()
  }
  return ok(true)
}

import { mayGrant, rolesOn, type Grants, type RoleRow, type TreeNode } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'

/** Who gives: the audit's name, and what they hold themselves (nobody hands out more than that). */
export type Giver = { readonly actor: string; readonly grants: Grants }

/**
 * Whoever changes a person must be able to give all their roles: else a regional administrator would rule those above. A role at a
 * place that was closed since belongs to nobody's part: it takes an administrator of everything.
 */
export function mayChange(
  giver: Giver,
  nodes: readonly TreeNode[],
  rows: readonly RoleRow[],
  today: Day,
): Result<true, 'person/no-right' | 'person/scope-unknown'> {
  const where = giver.grants.get('people.change')
  if (where === undefined) return refuse('person/no-right', { right: 'people.change' })
  for (const row of rolesOn(rows, today)) {
    if (where === '*' && !nodes.some(({ id }) => id === row.nodeId)) continue
    const may = mayGrant(giver.grants, nodes, row)
    if (!may.ok) return may
  }
  return ok(true)
}

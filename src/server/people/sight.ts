import {
  covers,
  marketsUnder,
  nodesInReach,
  reachFor,
  rolesOn,
  type RoleRow,
  type TreeNode,
} from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Tx } from '../db/transaction.ts'
import type { Giver } from './giver.ts'
import { personByEmail, roleRows, type NamedNode, type Person } from './person-store.ts'

/**
 * Whether a person with these roles is among the people a giver sees: all their roles of the day lie where `people.read` holds. Who has
 * none, or one at a place without markets or closed since, is seen only by who sees everybody.
 */
export function inSight(
  giver: Giver,
  nodes: readonly TreeNode[],
  rows: readonly RoleRow[],
  today: Day,
): boolean {
  const scope = giver.grants.get('people.read') ?? []
  if (scope === '*') return true
  const held = rolesOn(rows, today)
  return (
    held.length > 0 &&
    held.every(({ nodeId }) => {
      const beneath = marketsUnder(nodes, nodeId)
      return beneath.length > 0 && covers(scope, beneath)
    })
  )
}

/** A person by address, with the rows of their roles. Who is out of sight is answered as who does not exist. */
export async function personInSight(
  tx: Tx,
  giver: Giver,
  nodes: readonly TreeNode[],
  email: string,
  today: Day,
): Promise<Result<{ person: Person; rows: readonly RoleRow[] }, 'person/missing'>> {
  const person = await personByEmail(tx, email)
  const rows = person ? await roleRows(tx, [person.id]) : []
  return person && inSight(giver, nodes, rows, today)
    ? ok({ person, rows })
    : refuse('person/missing', { email })
}

/** The places a giver sees, as their own tree shows them: those beneath their roles, and the way up from there. */
export function placesInSight(giver: Giver, nodes: readonly NamedNode[]): readonly NamedNode[] {
  return nodesInReach(nodes, reachFor(giver.grants).scope)
}

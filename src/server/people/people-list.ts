import type { People } from '../../contract/people.ts'
import { covers, marketsUnder, rolesOn, type Scope } from '../../domain/chain/reach.ts'
import { addDays } from '../../domain/day.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { mayChange, type Giver } from './giver.ts'
import { comings, companyRow, everyone, roleRows, territoryTree } from './person-store.ts'
import { standInsFrom } from './stand-in-store.ts'
import { dayIn } from './today.ts'

/** People whose roles lie within a scope, with who stands in for them or for whom they do, now or later. */
export async function peopleWithin(deps: Deps, giver: Giver, scope: Scope): Promise<People> {
  return inScope(
    deps.db,
    [],
    async (tx) => {
      const company = await companyRow(tx)
      const today = dayIn(company?.timeZone ?? 'UTC', deps.now())
      const nodes = await territoryTree(tx)
      const byId = new Map(nodes.map((node) => [node.id, node]))
      const rows = rolesOn(await roleRows(tx), today) as Awaited<ReturnType<typeof roleRows>>
      const rowsOf = new Map<string, (typeof rows)[number][]>()
      for (const row of rows) rowsOf.set(row.personId, [...(rowsOf.get(row.personId) ?? []), row])
      const came = await comings(tx)
      const all = await everyone(tx)
      const seen = all.filter(({ id }) => {
        const own = rowsOf.get(id) ?? []
        return (
          scope === '*' ||
          (own.length > 0 && own.every((row) => lies(scope, marketsUnder(nodes, row.nodeId))))
        )
      })
      const named = new Map(all.map(({ id, email, name }) => [id, { email, name }]))
      const inSight = new Set(seen.map(({ id }) => id))
      return {
        people: seen.map(({ id, ...person }) => {
          const own = rowsOf.get(id) ?? []
          const coming = came.get(id)
          return {
            ...person,
            roles: own.map(({ role, nodeId }) => ({
              role,
              node: byId.get(nodeId)?.code ?? '',
              nodeName: byId.get(nodeId)?.name ?? '',
            })),
            lastSignIn: coming?.lastSignIn?.toISOString() ?? null,
            invited: coming?.invited ?? true,
            mine: mayChange(giver, nodes, own, today).ok,
          }
        }),
        standIns: (await standInsFrom(tx, today))
          .filter((one) => inSight.has(one.personId) || inSight.has(one.forPersonId))
          .map((one) => ({
            id: one.id,
            absent: named.get(one.forPersonId) ?? { email: '', name: '' },
            by: named.get(one.personId) ?? { email: '', name: '' },
            from: one.validFrom,
            to: addDays(one.validTo, -1),
          })),
      }
    },
    { readOnly: true },
  )
}

/** A node without markets lies in no scope but the whole. */
function lies(scope: Scope, beneath: Scope): boolean {
  return beneath.length > 0 && covers(scope, beneath)
}

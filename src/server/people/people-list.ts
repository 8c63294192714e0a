import type { People } from '../../contract/people.ts'
import { rolesOn } from '../../domain/chain/reach.ts'
import { addDays } from '../../domain/day.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { mayChange, type Giver } from './giver.ts'
import { inSight } from './sight.ts'
import { comings, companyRow, everyone, roleRows, territoryTree, type PersonRoleRow } from './person-store.ts'
import { standInsFrom } from './stand-in-store.ts'
import { dayIn } from '../db/company-day.ts'

/** The people a giver sees, and who of them stands in for whom of them, now or later. */
export async function peopleSeenBy(deps: Deps, giver: Giver): Promise<People> {
  return inScope(
    deps.db,
    [],
    async (tx) => {
      const company = await companyRow(tx)
      const today = dayIn(company?.timeZone ?? 'UTC', deps.now())
      const nodes = await territoryTree(tx)
      const byId = new Map(nodes.map((node) => [node.id, node]))
      const rows = rolesOn(await roleRows(tx), today) as readonly PersonRoleRow[]
      const rowsOf = new Map<string, PersonRoleRow[]>()
      for (const row of rows) rowsOf.set(row.personId, [...(rowsOf.get(row.personId) ?? []), row])
      const came = await comings(tx)
      const all = await everyone(tx)
      const seen = all.filter(({ id }) => inSight(giver, nodes, rowsOf.get(id) ?? [], today))
      const named = new Map(seen.map(({ id, email, name }) => [id, { email, name }]))
      return {
        people: seen.map(({ id, ...person }) => {
          const own = rowsOf.get(id) ?? []
          const coming = came.get(id)
          return {
            ...person,
            roles: own.map(({ role, roleName, nodeId }) => ({
              role,
              roleName,
              node: byId.get(nodeId)?.code ?? '',
              nodeName: byId.get(nodeId)?.name ?? '',
            })),
            lastSignIn: coming?.lastSignIn?.toISOString() ?? null,
            invited: coming?.invited ?? true,
            secondFactor: coming?.secondFactor ?? false,
            mine: mayChange(giver, nodes, own, today).ok,
          }
        }),
        standIns: (await standInsFrom(tx, today)).flatMap((one) => {
          const [absent, by] = [named.get(one.forPersonId), named.get(one.personId)]
          if (!absent || !by) return []
          return [{ id: one.id, absent, by, from: one.validFrom, to: addDays(one.validTo, -1) }]
        }),
      }
    },
    { readOnly: true },
  )
}

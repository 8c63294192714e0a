import { addDays, type Day } from '../../domain/day.ts'
import { readStandIn } from '../../domain/chain/reach-stand-ins.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { mayChange, type Giver } from './giver.ts'
import { peopleLock } from './people-lock-store.ts'
import { companyRow, roleRows, territoryTree, type Person } from './person-store.ts'
import { inSight, personInSight } from './sight.ts'
import { endStandIn, insertStandIn, standInsFrom } from './stand-in-store.ts'
import { dayIn } from '../db/company-day.ts'

/**
 * A colleague (`by`) acts with the roles of an absent person from a day to a day (both inclusive, of the company's time zone). Refused: what
 * `readStandIn` refuses, a person who is not there or suspended, and a giver who could not give both of them their roles.
 */
export async function addStandIn(
  deps: Deps,
  giver: Giver,
  wish: { readonly absent: string; readonly by: string; readonly from: string; readonly to: string },
): Promise<Result<{ readonly id: string }>> {
  return inScope(deps.db, '*', async (tx) => {
    await peopleLock(tx)
    const ground = await groundOf(deps, tx)
    if (!ground.ok) return ground
    const { today, hq, nodes } = ground.value
    const pair: Person[] = []
    for (const email of [wish.absent, wish.by]) {
      const seen = await personInSight(tx, giver, nodes, email, today)
      if (!seen.ok) return seen
      const may = mayChange(giver, nodes, seen.value.rows, today)
      if (!may.ok) return may
      pair.push(seen.value.person)
    }
    const [absent, by] = pair as [Person, Person]
    const out = pair.find(({ active }) => !active)
    if (out) return refuse('person/suspended', { name: out.name })
    const there = await standInsFrom(tx, today, { acting: by.id })
    const ids = { personId: by.id, forPersonId: absent.id }
    const read = readStandIn({ ...ids, from: wish.from, to: wish.to }, there, today)
    if (!read.ok) return read
    const id = deps.newId()
    const stamp = { actor: giver.actor, at: deps.now() }
    await insertStandIn(tx, { ...read.value, id }, { by: stamp.actor, at: stamp.at })
    const detail = { by: by.id, from: wish.from, to: wish.to }
    await audit(tx, deps.newId, stamp, { market: hq, action: 'stand-in.add', subject: absent.id, detail })
    return ok({ id })
  })
}

/** Ends a stand-in today: at once. Refused where it is not there, over, or between people not both in sight, and to whom could not make it. */
export async function removeStandIn(
  deps: Deps,
  giver: Giver,
  id: string,
): Promise<Result<{ readonly id: string }>> {
  return inScope(deps.db, '*', async (tx) => {
    await peopleLock(tx)
    const ground = await groundOf(deps, tx)
    if (!ground.ok) return ground
    const { today, hq, nodes } = ground.value
    const [found] = await standInsFrom(tx, today, { id })
    if (!found) return refuse('stand-in/missing')
    const absent = await roleRows(tx, [found.forPersonId])
    const by = await roleRows(tx, [found.personId])
    if (![absent, by].every((rows) => inSight(giver, nodes, rows, today))) return refuse('stand-in/missing')
    const may = mayChange(giver, nodes, absent, today)
    if (!may.ok) return may
    await endStandIn(tx, found, today)
    const stamp = { actor: giver.actor, at: deps.now() }
    const detail = { by: found.personId, from: found.validFrom, to: addDays(found.validTo, -1) }
    await audit(tx, deps.newId, stamp, {
      market: hq,
      action: 'stand-in.end',
      subject: found.forPersonId,
      detail,
    })
    return ok({ id })
  })
}

type Ground = {
  readonly today: Day
  readonly hq: string
  readonly nodes: Awaited<ReturnType<typeof territoryTree>>
}

async function groundOf(deps: Deps, tx: Tx): Promise<Result<Ground, 'company/missing'>> {
  const company = await companyRow(tx)
  const nodes = await territoryTree(tx)
  const hq = nodes.find((node) => node.kind === 'hq')
  if (!company || !hq) return refuse('company/missing')
  return ok({ today: dayIn(company.timeZone, deps.now()), hq: hq.id, nodes })
}

import type { CompanyRoles } from '../../contract/company-role.ts'
import { mayShapeRole, readCompanyRole } from '../../domain/chain/company-role.ts'
import { roles as fixedRoles, type Right } from '../../domain/chain/reach.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { translator } from '../../language/index.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { companyRoles, holdersOf, insertRole, writeRole, type StoredRole } from './company-role-store.ts'
import type { Giver } from './giver.ts'
import { peopleLock } from './people-lock-store.ts'
import { companyRow, namesOf, roleRows, territoryTree } from './person-store.ts'
import { inSight } from './sight.ts'
import { dayIn } from '../db/company-day.ts'

type Wish = { readonly name: string; readonly rights: readonly Right[] }
type Written = { readonly code: string; readonly version: number }

/** The company's own roles; of those who have them or one of the six, the people that the giver sees are counted. */
export async function rolesSeenBy(deps: Deps, giver: Giver): Promise<CompanyRoles> {
  return inScope(
    deps.db,
    [],
    async (tx) => {
      const company = await companyRow(tx)
      const today = dayIn(company?.timeZone ?? 'UTC', deps.now())
      const nodes = await territoryTree(tx)
      const rows = (await roleRows(tx)).filter(({ validTo }) => validTo === null || validTo > today)
      const seen = [...new Set(rows.map(({ personId }) => personId))]
        .map((id) => rows.filter(({ personId }) => personId === id))
        .filter((own) => inSight(giver, nodes, own, today))
      const held = (code: string) => seen.filter((own) => own.some(({ role }) => role === code)).length
      return {
        roles: (await companyRoles(tx))
          .filter(({ removed }) => !removed)
          .map(({ code, name, rights, version }) => ({
            code,
            name,
            rights: [...rights],
            version,
            held: held(code),
          })),
        fixed: fixedRoles.map((role) => ({ role, held: held(role) })),
        mayShape: mayShapeRole(giver.grants, []).ok,
      }
    },
    { readOnly: true },
  )
}

/** Makes a role. Refused: what `readCompanyRole` refuses, and rights that the giver does not hold everywhere. */
export async function addRole(deps: Deps, giver: Giver, wish: Wish): Promise<Result<Written>> {
  return shaping(deps, giver, async ({ tx, all, trace, stamp }) => {
    const read = readCompanyRole(wish, takenBy(all, null))
    if (!read.ok) return read
    const may = mayShapeRole(giver.grants, read.value.rights)
    if (!may.ok) return may
    const code = `own-${String(all.length + 1)}`
    await insertRole(tx, { ...read.value, code }, stamp)
    await trace('role.add', read.value.name, { rights: read.value.rights })
    return ok({ code, version: 1 })
  })
}

/**
 * Gives a role another name or other rights, which hold from the next request of whoever has it; one that was removed comes back. Refused:
 * as for a new one; a role that is not there; one that somebody changed meanwhile.
 */
export async function changeRole(
  deps: Deps,
  giver: Giver,
  code: string,
  wish: Wish & { readonly version: number },
): Promise<Result<Written>> {
  return shaping(deps, giver, async ({ tx, all, trace, stamp }) => {
    const found = all.find((one) => one.code === code)
    if (!found) return refuse('role/missing')
    if (found.version !== wish.version) return changedMeanwhile(tx, found)
    const read = readCompanyRole(wish, takenBy(all, code))
    if (!read.ok) return read
    const may = mayShapeRole(giver.grants, [...found.rights, ...read.value.rights])
    if (!may.ok) return may
    await writeRole(tx, { ...read.value, code, removed: false }, stamp)
    const { name, rights } = found
    if (found.removed) await trace('role.restore', read.value.name, { rights: read.value.rights })
    else await trace('role.change', read.value.name, { before: { name, rights }, after: read.value })
    return ok({ code, version: found.version + 1 })
  })
}

/** Removes a role that nobody has, today or from a later day on. What people had is still told. */
export async function removeRole(deps: Deps, giver: Giver, code: string): Promise<Result<Written>> {
  return shaping(deps, giver, async ({ tx, all, trace, stamp, today }) => {
    const found = all.find((one) => one.code === code && !one.removed)
    if (!found) return refuse('role/missing')
    const may = mayShapeRole(giver.grants, found.rights)
    if (!may.ok) return may
    const n = await holdersOf(tx, code, today)
    if (n > 0) return refuse('role/held', { name: found.name, n })
    await writeRole(tx, { ...found, removed: true }, stamp)
    await trace('role.remove', found.name, { rights: found.rights })
    return ok({ code, version: found.version + 1 })
  })
}

type Ground = {
  readonly tx: Tx
  readonly all: readonly StoredRole[]
  readonly today: string
  readonly stamp: { readonly actor: string; readonly at: Date }
  readonly trace: (action: string, subject: string, detail: Record<string, unknown>) => Promise<void>
}

/** One change of roles at a time, and none while somebody is given one; only for who manages people everywhere. */
async function shaping<T>(
  deps: Deps,
  giver: Giver,
  work: (ground: Ground) => Promise<Result<T>>,
): Promise<Result<T>> {
  const may = mayShapeRole(giver.grants, [])
  if (!may.ok) return may
  return inScope(deps.db, '*', async (tx) => {
    await peopleLock(tx)
    const company = await companyRow(tx)
    const hq = (await territoryTree(tx)).find((node) => node.kind === 'hq')
    if (!company || !hq) return refuse('company/missing')
    const stamp = { actor: giver.actor, at: deps.now() }
    return work({
      tx,
      all: await companyRoles(tx),
      today: dayIn(company.timeZone, stamp.at),
      stamp,
      trace: (action, subject, detail) =>
        audit(tx, deps.newId, stamp, { market: hq.id, action, subject, detail }),
    })
  })
}

/** Names that a role cannot have: those of the others, and what the six are called in either language. */
function takenBy(all: readonly StoredRole[], but: string | null): readonly string[] {
  const others = all.filter(({ code, removed }) => code !== but && !removed).map(({ name }) => name)
  const words = (['zh', 'en'] as const).flatMap((locale) =>
    fixedRoles.map((role) => translator(locale)(`role.${role}`)),
  )
  return [...others, ...words]
}

async function changedMeanwhile(tx: Tx, { madeBy, madeAt }: StoredRole) {
  const id = madeBy.startsWith('person:') ? madeBy.slice('person:'.length) : null
  const who = id === null ? madeBy : (await namesOf(tx, [id])).get(id)
  return refuse('edit/changed-meanwhile', {
    ...(who === undefined ? {} : { who }),
    when: madeAt.toISOString().slice(0, 16).replace('T', ' '),
  })
}

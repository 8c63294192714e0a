import { sql } from 'kysely'
import { codeKey } from '../../domain/chain/code.ts'
import type { CompanyRole } from '../../domain/chain/company-role.ts'
import { rights as allRights, type Right } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import type { Stamp } from '../db/audit.ts'
import type { Tx } from '../db/transaction.ts'

export type StoredRole = CompanyRole & {
  readonly version: number
  readonly madeBy: string
  readonly madeAt: Date
  readonly removed: boolean
}

/** Rights that this version of the product knows, in their usual order: one that went gives nothing. */
export function knownRights(stored: readonly string[]): readonly Right[] {
  return allRights.filter((right) => stored.includes(right))
}

/** All roles of the company's own that were ever made, by their names. */
export async function companyRoles({ q }: Tx): Promise<readonly StoredRole[]> {
  const rows = await q.selectFrom('company_role').selectAll().orderBy('name_key').orderBy('code').execute()
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    rights: knownRights(row.rights),
    version: row.version,
    madeBy: row.made_by,
    madeAt: row.made_at,
    removed: row.removed_at !== null,
  }))
}

export async function insertRole({ q }: Tx, role: CompanyRole, { actor, at }: Stamp): Promise<void> {
  await q
    .insertInto('company_role')
    .values({
      code: role.code,
      name: role.name,
      name_key: codeKey(role.name),
      rights: [...role.rights],
      version: 1,
      made_by: actor,
      made_at: at,
    })
    .execute()
}

/** Writes a role as it is from now on; its version goes up by one. */
export async function writeRole(
  { q }: Tx,
  role: CompanyRole & { readonly removed: boolean },
  { actor, at }: Stamp,
): Promise<void> {
  await q
    .updateTable('company_role')
    .set({
      name: role.name,
      name_key: codeKey(role.name),
      rights: [...role.rights],
      version: sql`version + 1`,
      made_by: actor,
      made_at: at,
      removed_at: role.removed ? at : null,
    })
    .where('code', '=', role.code)
    .execute()
}

/** How many people have a role on a day or from a later one on. */
export async function holdersOf({ q }: Tx, code: string, day: Day): Promise<number> {
  const row = await q
    .selectFrom('person_role')
    .select((e) => e.fn.count<string>('person_id').distinct().as('n'))
    .where('role', '=', code)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>', day)]))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import { isRole, type NodeKind, type RoleRow, type TreeNode } from '../../domain/chain/reach.ts'
import type { Tx } from '../db/transaction.ts'
import { knownRights } from './company-role-store.ts'

export type Person = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly locale: 'zh' | 'en'
  readonly active: boolean
}

export type NamedNode = TreeNode & { readonly code: string; readonly name: string }

export type CompanyRow = {
  readonly name: string
  readonly currency: string
  readonly minorDigits: number
  readonly timeZone: string
  readonly locale: 'zh' | 'en'
  readonly vatRate: number | null
  readonly unit: 'kl' | 't' | 'cases'
  readonly kind: 'own' | 'demo'
}

const personColumns = ['id', 'email', 'name', 'locale', 'active'] as const

/** E-mail addresses are compared without case and stored in lower case. */
export function emailKey(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase()
}

export async function personById({ q }: Tx, id: string): Promise<Person | undefined> {
  const row = await q.selectFrom('person').select(personColumns).where('id', '=', id).executeTakeFirst()
  return row as Person | undefined
}

export async function personByEmail({ q }: Tx, email: string): Promise<Person | undefined> {
  const row = await q
    .selectFrom('person')
    .select(personColumns)
    .where('email', '=', emailKey(email))
    .executeTakeFirst()
  return row as Person | undefined
}

/** Names of people by id; who is not known is absent. */
export async function namesOf({ q }: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await q.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function everyone({ q }: Tx): Promise<readonly Person[]> {
  return (await q.selectFrom('person').select(personColumns).orderBy('email').execute()) as Person[]
}

/** Whether nobody is in it yet, so that it can be set up. */
export async function nobodyYet({ q }: Tx): Promise<boolean> {
  return (await q.selectFrom('person').select('id').limit(1).executeTakeFirst()) === undefined
}

/** Of everybody: when they last came in, whether they have yet to choose a password (or to come by the company's account), and whether a code is asked. */
export async function comings({
  q,
}: Tx): Promise<
  ReadonlyMap<
    string,
    { readonly lastSignIn: Date | null; readonly invited: boolean; readonly secondFactor: boolean }
  >
> {
  const people = await q.selectFrom('person').select(['id', 'last_sign_in_at']).execute()
  const chosen = await sql<{ id: string }>`
    SELECT "userId" AS id FROM auth.account WHERE "providerId" = 'credential'
    UNION SELECT person_id::text FROM company_identity`.execute(q)
  const known = new Set(chosen.rows.map(({ id }) => id))
  const factors = await q
    .selectFrom('second_factor')
    .select('person_id')
    .where('secret', 'is not', null)
    .execute()
  const second = new Set(factors.map(({ person_id }) => person_id))
  return new Map(
    people.map(({ id, last_sign_in_at }) => [
      id,
      { lastSignIn: last_sign_in_at, invited: !known.has(id), secondFactor: second.has(id) },
    ]),
  )
}

export async function rememberSignIn({ q }: Tx, id: string, at: Date): Promise<void> {
  await q.updateTable('person').set({ last_sign_in_at: at }).where('id', '=', id).execute()
}

/** Who of these is suspended. */
export async function suspendedOf({ q }: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await q
    .selectFrom('person')
    .select('id')
    .where('id', 'in', ids)
    .where('active', '=', false)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export async function insertPerson({ q }: Tx, person: Person, at: Date): Promise<void> {
  await q
    .insertInto('person')
    .values({ ...person, email: emailKey(person.email), created_at: at })
    .execute()
}

export async function changePerson({ q }: Tx, { id, name, locale }: Person): Promise<void> {
  await q.updateTable('person').set({ name, locale }).where('id', '=', id).execute()
}

export async function setActive({ q }: Tx, id: string, active: boolean): Promise<void> {
  await q.updateTable('person').set({ active }).where('id', '=', id).execute()
}

/** A row of a person; `roleName`: null for one of the six, whose words the language has. */
export type PersonRoleRow = RoleRow & { readonly personId: string; readonly roleName: string | null }

/** Rows of people with the rights of the company's own roles, as these are now. */
export async function roleRows({ q }: Tx, people?: readonly string[]): Promise<readonly PersonRoleRow[]> {
  let query = q
    .selectFrom('person_role')
    .leftJoin('company_role', (join) =>
      join.onRef('company_role.code', '=', 'person_role.role').on('company_role.removed_at', 'is', null),
    )
    .select(['person_id', 'role', 'node_id', 'valid_from', 'valid_to', 'company_role.name', 'rights'])
  if (people !== undefined) query = query.where('person_id', 'in', people)
  const rows = await query.orderBy('valid_from').orderBy('id').execute()
  return rows.map((row) => ({
    personId: row.person_id,
    role: row.role,
    roleName: isRole(row.role) ? null : (row.name ?? row.role),
    rights: knownRights(row.rights ?? []),
    nodeId: row.node_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}

/** Ends what holds today and gives `roles` from today on. A row that began today never held: it goes. */
export async function replaceRoles(
  { q }: Tx,
  newId: () => string,
  personId: string,
  day: Day,
  roles: readonly Pick<RoleRow, 'role' | 'nodeId'>[],
): Promise<void> {
  await q.deleteFrom('person_role').where('person_id', '=', personId).where('valid_from', '>=', day).execute()
  await q
    .updateTable('person_role')
    .set({ valid_to: day })
    .where('person_id', '=', personId)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>', day)]))
    .execute()
  for (const { role, nodeId } of roles)
    await q
      .insertInto('person_role')
      .values({ id: newId(), person_id: personId, role, node_id: nodeId, valid_from: day, valid_to: null })
      .execute()
}

export async function territoryTree({ q }: Tx): Promise<readonly NamedNode[]> {
  const rows = await q
    .selectFrom('territory_node')
    .select(['id', 'kind', 'code', 'name', 'parent_id'])
    .where('withdrawn_at', 'is', null)
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as NodeKind,
    code: row.code,
    name: row.name,
    parentId: row.parent_id,
  }))
}

export async function companyRow({ q }: Tx): Promise<CompanyRow | undefined> {
  const row = await q.selectFrom('company').selectAll().executeTakeFirst()
  return row === undefined
    ? undefined
    : {
        name: row.name,
        currency: row.currency,
        minorDigits: row.minor_digits,
        timeZone: row.time_zone,
        locale: row.locale as 'zh' | 'en',
        vatRate: row.vat_rate === null ? null : Number(row.vat_rate),
        unit: row.unit as CompanyRow['unit'],
        kind: row.kind as 'own' | 'demo',
      }
}

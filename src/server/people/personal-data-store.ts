import { sql } from 'kysely'
import type { PersonalData } from '../../contract/personal-data.ts'
import type { Tx } from '../db/transaction.ts'
import { atAccount } from './attempts-store.ts'
import type { Person } from './person-store.ts'

type Rows = Omit<PersonalData, 'made' | 'company' | 'person' | 'lastSignIn'>

/** All rows that name a person. The transaction's scope must be everything: what somebody did is theirs, wherever it was. */
export async function rowsOf({ q }: Tx, { id }: Person): Promise<Rows> {
  const actor = `person:${id}`
  const all = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(q)).rows
  return {
    roles: await all(sql<Rows['roles'][number]>`
      SELECT r.role, n.name AS place, r.valid_from AS from, r.valid_to AS to
      FROM person_role r JOIN territory_node n ON n.id = r.node_id WHERE r.person_id = ${id} ORDER BY r.valid_from, r.id`),
    standIns: await all(sql<Rows['standIns'][number]>`
      SELECT a.name AS by, b.name AS of, s.valid_from AS from, s.valid_to AS to
      FROM stand_in s JOIN person a ON a.id = s.person_id JOIN person b ON b.id = s.for_person_id
      WHERE ${id} IN (s.person_id, s.for_person_id) ORDER BY s.valid_from, s.id`),
    sessions: await all(sql<Rows['sessions'][number]>`
      SELECT ${iso('"createdAt"')} AS since, ${iso('"updatedAt"')} AS seen, "ipAddress" AS address, "userAgent" AS browser
      FROM auth.session WHERE "userId" = ${id} ORDER BY "createdAt"`),
    keys: await all(sql<Rows['keys'][number]>`
      SELECT prefix, name, ${iso('created_at')} AS made, ${iso('revoked_at')} AS revoked
      FROM api_key WHERE person_id = ${id} ORDER BY created_at, prefix`),
    calendars: await all(sql<Rows['calendars'][number]>`
      SELECT ${iso('made_at')} AS since FROM calendar_feed WHERE person_id = ${id}`),
    companyAccounts: await all(sql<Rows['companyAccounts'][number]>`
      SELECT issuer, subject, ${iso('linked_at')} AS since FROM company_identity WHERE person_id = ${id} ORDER BY linked_at`),
    secondFactor: await all(sql<Rows['secondFactor'][number]>`
      SELECT ${iso('since')} AS since FROM second_factor WHERE person_id = ${id} AND since IS NOT NULL`),
    views: await all(sql<Rows['views'][number]>`
      SELECT name, shared, ${iso('made_at')} AS made FROM saved_view
      WHERE person_id = ${id} AND withdrawn_at IS NULL ORDER BY made_at, id`),
    written: await all(sql<Rows['written'][number]>`
      SELECT r.kind, r.day, r.name, r.words, a.name AS account
      FROM account_record r JOIN account a ON a.market_id = r.market_id AND a.id = r.account_id
      WHERE r.made_by = ${actor} AND r.withdrawn_at IS NULL
      UNION ALL
      SELECT 'prospect', e.day, '', e.words, p.name
      FROM prospect_event e JOIN prospect p ON p.market_id = e.market_id AND p.id = e.prospect_id
      WHERE e.made_by = ${actor} AND e.words <> ''
      UNION ALL
      SELECT 'claim', c.sent_on, '', c.words, a.name
      FROM claim c JOIN account a ON a.market_id = c.market_id AND a.id = c.account_id
      WHERE c.sent_by = ${actor} AND c.words <> ''
      UNION ALL
      SELECT 'claim', c.decided_on, '', c.reason, a.name
      FROM claim c JOIN account a ON a.market_id = c.market_id AND a.id = c.account_id
      WHERE c.decided_by = ${actor} AND c.reason <> ''
      UNION ALL
      SELECT 'visit', v.day, '', v.words, a.name
      FROM visit v JOIN account a ON a.market_id = v.market_id AND a.id = v.account_id
      WHERE v.made_by = ${actor} AND v.words <> '' AND v.withdrawn_at IS NULL
      UNION ALL
      SELECT 'agreement', e.day, a.code, e.words, v.party
      FROM agreement_event e JOIN agreement a ON a.market_id = e.market_id AND a.id = e.agreement_id
      JOIN agreement_version v ON v.market_id = e.market_id AND v.agreement_id = e.agreement_id AND v.version = e.version
      WHERE e.made_by = ${actor} AND e.words <> ''
      ORDER BY 2, 1, 4`),
    imports: await all(sql<Rows['imports'][number]>`
      SELECT file_name AS file, kind, ${iso('started_at')} AS at FROM import_batch
      WHERE actor = ${actor} ORDER BY started_at, id`),
    actions: await all(sql<Rows['actions'][number]>`
      SELECT ${iso('e.at')} AS at, e.action, n.name AS place, s.body::jsonb #>> '{}' AS from
      FROM audit_entry e JOIN territory_node n ON n.id = e.market_id
      LEFT JOIN audit_sealed s ON s.market_id = e.market_id AND s.entry_id = e.id AND s.part = 'from'
      WHERE e.actor = ${actor} ORDER BY e.at, e.market_id, e.seq`),
  }
}

function iso(column: string) {
  return sql.raw<string>(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
}

export async function factsOf({ q }: Tx, { id }: Person) {
  const row = await q
    .selectFrom('person')
    .select(['created_at', 'last_sign_in_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { since: row.created_at.toISOString(), lastSignIn: row.last_sign_in_at?.toISOString() ?? null }
}

/** Whatever says who a person is, in all tables; what they did stays, as done by somebody who has no name any more. */
export async function forget({ q }: Tx, person: Person, as: { name: string; email: string }, at: Date) {
  const { id, email } = person
  await q
    .updateTable('person')
    .set({ ...as, last_sign_in_at: null })
    .where('id', '=', id)
    .execute()
  // Their sessions and their password go with them.
  await sql`DELETE FROM auth."user" WHERE id = ${id}`.execute(q)
  await sql`DELETE FROM auth.verification WHERE identifier IN (${email}, ${id}) OR value IN (${email}, ${id})`.execute(
    q,
  )
  await q.deleteFrom('sign_in_attempt').where('account', '=', atAccount(email).key).execute()
  await q.deleteFrom('one_time_link').where('person_id', '=', id).execute()
  await q.deleteFrom('calendar_feed').where('person_id', '=', id).execute()
  await q.updateTable('api_key').set({ name: null, revoked_at: at }).where('person_id', '=', id).execute()
  await q.deleteFrom('company_identity').where('person_id', '=', id).execute()
  for (const table of ['second_factor', 'recovery_code', 'sign_in_pending'] as const)
    await q.deleteFrom(table).where('person_id', '=', id).execute()
  await q.deleteFrom('default_view').where('person_id', '=', id).execute()
  await q
    .updateTable('saved_view')
    .set({ name: '', name_key: sql<string>`id::text`, withdrawn_at: at })
    .where('person_id', '=', id)
    .where('shared', '=', false)
    .execute()
  await q.deleteFrom('audit_sealed').where('person_id', '=', id).execute()
}

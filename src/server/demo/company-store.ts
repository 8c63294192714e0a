import type { Day } from '../../domain/day.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import type { DemoPerson } from './people.ts'

export type Standing = 'empty' | 'demo' | 'unfinished' | 'real'

/** Entries of the audit chain: the company was made, and has lived through its year. */
export const MADE = 'demo.make'
export const LIVED = 'demo.year'

/**
 * What is in the database: nothing yet (a company of defaults that an earlier command made counts as nothing), the demo
 * company, one whose making was cut off within its year, or somebody's own.
 */
export async function whatIsThere(tx: Tx): Promise<Standing> {
  const company = await tx.q.selectFrom('company').select('kind').executeTakeFirst()
  if (!company) return 'empty'
  if (company.kind === 'demo') return (await isCutOff(tx)) ? 'unfinished' : 'demo'
  const tables = ['person', 'sku', 'account', 'import_batch'] as const
  for (const table of tables)
    if (await tx.q.selectFrom(table).select('id').limit(1).executeTakeFirst()) return 'real'
  return 'empty'
}

/** Those of earlier versions had no year to live. */
async function isCutOff(tx: Tx): Promise<boolean> {
  const entries = await tx.q
    .selectFrom('audit_entry')
    .select(['action', 'detail'])
    .where('action', 'in', [MADE, LIVED])
    .execute()
  const made = entries.find(({ action }) => action === MADE)
  const hasYear = (made?.detail as { year?: boolean } | undefined)?.year === true
  return hasYear && entries.every(({ action }) => action !== LIVED)
}

/** Making the demo takes longer than a transaction: a second one waits for the first, and then finds it there. */
export function oneAtATime<T>({ db }: Pick<Deps, 'db'>, work: () => Promise<T>): Promise<T> {
  return inScope(db, [], async (tx) => {
    await tx.client.query('SET LOCAL lock_timeout = 0')
    await tx.client.query(`SELECT pg_advisory_xact_lock(hashtext('tonnage.demo'))`)
    return work()
  })
}

/** Two at the same moment: the second waits here and then finds the demo made. The same lock as setting up a company. */
export async function lockCompany(tx: Tx): Promise<void> {
  await tx.client.query(`SELECT pg_advisory_xact_lock(hashtext('tonnage.set-up'))`)
}

/** The company's row, and the id of its HQ node (there already where a command came first). */
export async function writeCompany(tx: Tx, newId: () => string, name: string, at: Date): Promise<string> {
  const row = {
    name,
    currency: 'CNY',
    minor_digits: 2,
    time_zone: 'Asia/Shanghai',
    locale: 'zh',
    vat_rate: '0.13',
    kind: 'demo',
  }
  const there = await tx.q.updateTable('company').set(row).returning('id').executeTakeFirst()
  if (!there)
    await tx.q
      .insertInto('company')
      .values({ ...row, id: newId(), created_at: at })
      .execute()
  const hq = await tx.q
    .updateTable('territory_node')
    .set({ name })
    .where('kind', '=', 'hq')
    .returning('id')
    .executeTakeFirst()
  if (hq) return hq.id
  const id = newId()
  await tx.q
    .insertInto('territory_node')
    .values({ id, kind: 'hq', code: 'HQ', code_key: 'hq', name, parent_id: null })
    .execute()
  return id
}

export async function writePerson(
  tx: Tx,
  newId: () => string,
  person: DemoPerson,
  place: { readonly node: string; readonly from: Day; readonly at: Date },
): Promise<string> {
  const { email, name, role } = person
  const id = newId()
  await tx.q
    .insertInto('person')
    .values({ id, email, name, locale: 'zh', active: true, created_at: place.at })
    .execute()
  await tx.q
    .insertInto('person_role')
    .values({ id: newId(), person_id: id, role, node_id: place.node, valid_from: place.from, valid_to: null })
    .execute()
  return id
}

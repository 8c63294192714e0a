import { sql } from 'kysely'
import type { CompanySettings } from '../../contract/settings.ts'
import type { Tx } from '../db/transaction.ts'

/** What is kept of the settings, whoever asks. */
export type Stored = Omit<CompanySettings, 'may' | 'ownRoles'>

/** The company's row; `lock` holds it until the transaction ends, so that two changes come one after the other. */
export async function loadSettings(tx: Tx, lock = false): Promise<Stored | undefined> {
  const query = tx.q.selectFrom('company').selectAll()
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return undefined
  const posted = await sql`SELECT FROM movement LIMIT 1`.execute(tx.q)
  return {
    name: row.name,
    timeZone: row.time_zone,
    unit: row.unit as CompanySettings['unit'],
    vatRate: row.vat_rate === null ? null : Number(row.vat_rate),
    currency: row.currency,
    locale: row.locale as 'zh' | 'en',
    posted: posted.rows.length > 0,
    secondFactorRoles: row.second_factor_roles,
  }
}

export async function saveSettings(
  tx: Tx,
  { name, timeZone, unit, vatRate, secondFactorRoles }: Stored,
): Promise<void> {
  await tx.q
    .updateTable('company')
    .set({
      name,
      time_zone: timeZone,
      unit,
      vat_rate: vatRate === null ? null : vatRate.toFixed(5),
      second_factor_roles: [...secondFactorRoles],
    })
    .execute()
}

/** Roles of the company's own that there are. */
export async function ownRoles({ q }: Tx): Promise<{ code: string; name: string }[]> {
  return q
    .selectFrom('company_role')
    .select(['code', 'name'])
    .where('removed_at', 'is', null)
    .orderBy('name_key')
    .orderBy('code')
    .execute()
}

export async function headquarters(tx: Tx): Promise<string | undefined> {
  const row = await tx.q.selectFrom('territory_node').select('id').where('kind', '=', 'hq').executeTakeFirst()
  return row?.id
}

/** At set-up the top of the territory is called like the company; one that got a name of its own keeps it. */
export async function nameHeadquarters({ q }: Tx, before: string, after: string): Promise<void> {
  await q
    .updateTable('territory_node')
    .set({ name: after })
    .where('kind', '=', 'hq')
    .where('name', '=', before)
    .execute()
}

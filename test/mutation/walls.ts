import type pg from 'pg'

/** A table with a market, as the catalogue has it, and what the application may do to it. */
export type Walled = {
  readonly name: string
  readonly changes: readonly string[]
  readonly deletes: boolean
  readonly inserts: boolean
}
/** One row of another market, whole, to be written once more. */
export type Sample = { readonly table: Walled; readonly outside: unknown }

/** Every table with a market, partitions and temporary tables apart; `app` is the application's role. */
export async function walledTables(owner: pg.ClientBase, app: string): Promise<readonly Walled[]> {
  const { rows } = await owner.query<Walled>(
    `SELECT c.relname::text AS name,
      coalesce(array_agg(quote_ident(a.attname)) FILTER (WHERE has_column_privilege($1, c.oid, a.attnum, 'UPDATE')), '{}') AS changes,
      has_table_privilege($1, c.oid, 'DELETE') AS deletes, has_table_privilege($1, c.oid, 'INSERT') AS inserts
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    GROUP BY c.oid, c.relname HAVING bool_or(a.attname = 'market_id') ORDER BY 1`,
    [app],
  )
  return rows
}

const scopeTo = (client: pg.ClientBase, scope: string) => client.query('SELECT set_scope($1)', [scope])

/**
 * Tries one table's wall with plain statements that name no scope of their own, as whoever the client is: with the scope of one market,
 * with none. Gives what went through, or what is hidden though it is inside; nothing where the wall stands. Needs an open transaction,
 * and leaves it as it was.
 */
export async function breaches(
  client: pg.ClientBase,
  { table, outside }: Sample,
  inside: string,
): Promise<string[]> {
  const found: string[] = []
  const { name } = table
  const count = async (where: string) =>
    (await client.query(`SELECT FROM ${name} WHERE ${where}`, where.includes('$1') ? [inside] : [])).rowCount
  await scopeTo(client, '')
  if ((await count('true')) !== 0) found.push('read without a scope')
  await scopeTo(client, inside)
  if ((await count('market_id <> $1')) !== 0) found.push('read outside')
  if ((await count('market_id = $1')) === 0) found.push('hidden inside')
  const touched = async (statement: string) => {
    await client.query('SAVEPOINT trying')
    try {
      return (await client.query(statement, [inside])).rowCount ?? 0
    } catch {
      // A constraint was reached: the row was.
      return 1
    } finally {
      await client.query('ROLLBACK TO trying')
    }
  }
  const column = table.changes[0]
  if (column && (await touched(`UPDATE ${name} SET ${column} = ${column} WHERE market_id <> $1`)) > 0)
    found.push('changed outside')
  if (table.deletes && (await touched(`DELETE FROM ${name} WHERE market_id <> $1`)) > 0)
    found.push('deleted outside')
  if (table.inserts && !(await isRefused(client, name, outside))) found.push('written outside')
  return found
}

/** Row security speaks before any constraint does: the row is there already, and is refused for where it is. */
async function isRefused(client: pg.ClientBase, name: string, row: unknown): Promise<boolean> {
  await client.query('SAVEPOINT trying')
  try {
    await client.query(`INSERT INTO ${name} SELECT * FROM jsonb_populate_record(NULL::${name}, $1)`, [row])
    return false
  } catch (error) {
    return (error as Error).message.includes('row-level security')
  } finally {
    await client.query('ROLLBACK TO trying')
  }
}

/** The ways in which a table's wall can be missing, one at a time. */
export const removals: Readonly<Record<string, (table: string) => string>> = {
  'policy lets all through': (table) =>
    `ALTER POLICY market_scope ON ${table} USING (true) WITH CHECK (true)`,
  'policy lets all be read': (table) => `ALTER POLICY market_scope ON ${table} USING (true)`,
  'policy lets all be written': (table) => `ALTER POLICY market_scope ON ${table} WITH CHECK (true)`,
  'a second policy lets all through': (table) => `CREATE POLICY door ON ${table} USING (true)`,
  'policy dropped': (table) => `DROP POLICY market_scope ON ${table}`,
  'row security not enabled': (table) => `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`,
  'row security not forced': (table) => `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`,
}

import { createHash } from 'node:crypto'
import type pg from 'pg'
import { foreignSchemas, isScoped, tableNames, tables } from './tables.ts'
import type { May, Table } from './tables.ts'

export const POLICY = 'market_scope'

/**
 * Reads only the row and the setting. Each sub-select is evaluated once a statement, not once a row. No scope set, or an empty
 * one, is no rows. A distributed database needs the unwrapped form: Citus refuses sub-selects in policies.
 */
const IN_SCOPE = `(SELECT current_setting('tonnage.scope', true) = '*')
  OR market_id = ANY ((SELECT CASE WHEN current_setting('tonnage.scope', true) = '*' THEN '{}'::uuid[]
    ELSE string_to_array(coalesce(current_setting('tonnage.scope', true), ''), ',')::uuid[] END)::uuid[])`

const ORDER: readonly May[] = ['read', 'append', 'change', 'all']

function may(table: Table, least: May): boolean {
  return ORDER.indexOf(table.may) >= ORDER.indexOf(least)
}

/** The tables that are there, each with the columns that may change: neither in the primary key nor market_id. */
type Columns = ReadonlyMap<string, readonly string[]>

async function changeable(owner: pg.ClientBase): Promise<Columns> {
  const found = await owner.query<{ relname: string; columns: string[] }>(`
    SELECT c.relname, coalesce(array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attname <> 'market_id'
      AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary AND a.attnum = ANY (i.indkey))), '{}') AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    GROUP BY c.relname`)
  return new Map(found.rows.map((row) => [row.relname, row.columns]))
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

function forTable(name: string, table: Table, app: string, columns: readonly string[]): string[] {
  const target = quoted(name)
  const rights = ['SELECT']
  if (may(table, 'append')) rights.push('INSERT')
  if (may(table, 'change') && columns.length > 0) rights.push(`UPDATE (${columns.map(quoted).join(', ')})`)
  if (may(table, 'all')) rights.push('DELETE')
  const grants = [
    `REVOKE ALL ON ${target} FROM PUBLIC, ${app}`,
    `GRANT ${rights.join(', ')} ON ${target} TO ${app}`,
  ]
  if (!isScoped(table)) return grants
  return [
    ...grants,
    `ALTER TABLE ${target} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${target} FORCE ROW LEVEL SECURITY`,
    `DROP POLICY IF EXISTS ${POLICY} ON ${target}`,
    `CREATE POLICY ${POLICY} ON ${target} USING (${IN_SCOPE}) WITH CHECK (${IN_SCOPE})`,
  ]
}

function forForeign(schema: string, app: string): string[] {
  return [
    `GRANT USAGE ON SCHEMA ${schema} TO ${app}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${app}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${app}`,
  ]
}

/** How this server writes the policy's expression back: what the expression of every table has to read like. */
export async function policyProbe(owner: pg.ClientBase): Promise<string> {
  await owner.query('BEGIN')
  try {
    await owner.query('CREATE TEMP TABLE policy_probe (market_id uuid)')
    await owner.query(`CREATE POLICY ${POLICY} ON policy_probe USING (${IN_SCOPE})`)
    const { rows } = await owner.query<{ expression: string }>(
      `SELECT pg_get_expr(polqual, polrelid) AS expression FROM pg_policy WHERE polrelid = 'pg_temp.policy_probe'::regclass`,
    )
    return rows[0]?.expression ?? ''
  } finally {
    await owner.query('ROLLBACK')
  }
}

/** All statements that give the application role its rights and each scoped table its policy, from the table of tables. */
export async function rightsStatements(owner: pg.ClientBase, appRole: string): Promise<string[]> {
  const app = quoted(appRole)
  const columns = await changeable(owner)
  const schemas = await owner.query<{ nspname: string }>(
    'SELECT nspname FROM pg_namespace WHERE nspname = ANY ($1)',
    [foreignSchemas],
  )
  return [
    `GRANT USAGE ON SCHEMA public TO ${app}`,
    ...tableNames.flatMap((name) => {
      const own = columns.get(name)
      // Not there yet: the migrations are only half-way. The data rules say so if it stays away.
      return own ? forTable(name, tables[name], app, own) : []
    }),
    `GRANT EXECUTE ON FUNCTION set_scope(text) TO ${app}`,
    ...schemas.rows.flatMap(({ nspname }) => forForeign(nspname, app)),
  ]
}

export function digestOf(statements: readonly string[]): string {
  return createHash('sha256').update(statements.join(';\n')).digest('hex')
}

import type pg from 'pg'
import { foreignSchemas, tableNames } from '../tables.ts'

export type CopiedTable = { readonly name: string; readonly columns: readonly string[] }

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** `public.account` → `"public"."account"`. */
export function quotedTable(name: string): string {
  return name.split('.').map(quoted).join('.')
}

export function quotedColumns(columns: readonly string[]): string {
  return columns.map(quoted).join(', ')
}

const TABLES = `
  SELECT n.nspname || '.' || c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relkind IN ('r', 'p') AND (n.nspname = ANY ($1) OR n.nspname = 'public' AND c.relname = ANY ($2))
  GROUP BY 1 ORDER BY 1`

const REFERENCES = `
  SELECT f.relnamespace::regnamespace || '.' || f.relname AS name, t.relnamespace::regnamespace || '.' || t.relname AS needs
  FROM pg_constraint o JOIN pg_class f ON f.oid = o.conrelid JOIN pg_class t ON t.oid = o.confrelid
  WHERE o.contype = 'f' AND o.conrelid <> o.confrelid`

/**
 * Every table whose rows belong to the company (ours and the sign-in library's; not the migration runner's), so that each
 * comes after those it refers to.
 */
export async function tablesInOrder(client: pg.ClientBase): Promise<CopiedTable[]> {
  const own = tableNames.filter((name) => name !== 'migration')
  const found = await client.query<{ name: string; columns: string[] }>(TABLES, [foreignSchemas, own])
  const references = await client.query<{ name: string; needs: string }>(REFERENCES)
  const tables = new Map(found.rows.map((table) => [table.name, table]))
  const ordered = new Set<CopiedTable>()
  const visit = (name: string, path: readonly string[]): void => {
    const table = tables.get(name)
    if (!table || ordered.has(table)) return
    if (path.includes(name)) throw new Error(`tables refer to each other in a circle: ${path.join(', ')}`)
    for (const reference of references.rows) {
      if (reference.name === name) visit(reference.needs, [...path, name])
    }
    ordered.add(table)
  }
  for (const name of tables.keys()) visit(name, [])
  return [...ordered]
}

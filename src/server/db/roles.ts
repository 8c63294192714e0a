import { escapeLiteral } from 'pg'
import type pg from 'pg'

export type Login = { readonly user: string; readonly password: string }

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Makes the role or gives it this password. It may log in, and nothing else. */
export async function makeRole(client: pg.ClientBase, login: Login): Promise<void> {
  const exists = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [login.user])
  const verb = exists.rowCount === 0 ? 'CREATE' : 'ALTER'
  const password = escapeLiteral(login.password)
  await client.query(`${verb} ROLE ${quoted(login.user)} LOGIN NOCREATEDB NOCREATEROLE PASSWORD ${password}`)
}

/** Makes a database that `owner` owns, if it is not there. Needs a superuser, or CREATEDB and membership in the owner. */
export async function makeDatabase(client: pg.ClientBase, name: string, owner: string): Promise<void> {
  const exists = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
  if (exists.rowCount === 0) await client.query(`CREATE DATABASE ${quoted(name)} OWNER ${quoted(owner)}`)
}

/**
 * What makes a role too strong to serve requests with: it could pass the row policies. Read at every start.
 * Empty when all is well; otherwise words for the log: superuser, bypassrls, owner, member of the owner.
 */
export async function tooStrong(client: pg.ClientBase | pg.Pool): Promise<string[]> {
  const { rows } = await client.query<{ why: string }>(`
    SELECT 'superuser' AS why FROM pg_roles WHERE rolname = current_user AND rolsuper
    UNION ALL SELECT 'bypassrls' FROM pg_roles WHERE rolname = current_user AND rolbypassrls
    UNION ALL SELECT DISTINCT 'owns ' || c.relname::text FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
        AND pg_has_role(current_user, c.relowner, 'MEMBER')`)
  return rows.map((row) => row.why)
}

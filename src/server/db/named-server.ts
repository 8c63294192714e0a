import { createHmac } from 'node:crypto'
import { Client } from 'pg'
import type pg from 'pg'
import { Refused } from '../../domain/problem.ts'
import type { Database } from './database.ts'
import { makeRole } from './roles.ts'

const NO_ENTRY = new Set(['28P01', '28000'])

/**
 * A PostgreSQL server of one's own. `url` enters as the role that owns the tables. The application's role is the one of
 * `appUrl`; without it, `<database>_app` is made, with a password derived from the owner's (so that every machine that knows
 * the one knows the other, and nothing has to be stored).
 */
export async function openNamedServer(
  url: string,
  appUrl: string | undefined,
  folder: string,
): Promise<Database> {
  const owner: pg.ClientConfig = { connectionString: url }
  const entered = await enter(owner)
  try {
    const name = entered.database ?? 'tonnage'
    const app = appUrl === undefined ? await ownAppRole(entered, url, name) : { connectionString: appUrl }
    const appRole = await roleOf(app)
    return { folder, owner, app, appRole, release: () => Promise.resolve() }
  } finally {
    await entered.end()
  }
}

async function enter(config: pg.ClientConfig): Promise<Client> {
  try {
    // A URL that is no URL throws here, a server that is not there below.
    const client = new Client({ connectionTimeoutMillis: 10_000, ...config })
    await client.connect()
    return client
  } catch (error) {
    throw new Refused('database/unreachable', { why: (error as Error).message })
  }
}

async function roleOf(config: pg.ClientConfig): Promise<string> {
  const client = await enter(config)
  try {
    const { rows } = await client.query<{ role: string }>('SELECT current_user::text AS role')
    return rows[0]?.role ?? ''
  } finally {
    await client.end()
  }
}

async function ownAppRole(owner: Client, url: string, database: string): Promise<pg.ClientConfig> {
  const user = `${database}_app`
  const password = createHmac('sha256', owner.password ?? '')
    .update(`application role of ${database}`)
    .digest('hex')
  const at = new URL(url)
  at.username = encodeURIComponent(user)
  at.password = password
  const config = { connectionString: at.href }
  if (!owner.password) throw new Refused('database/role-missing', { role: user })
  if (await mayEnter(config)) return config
  try {
    await makeRole(owner, { user, password })
  } catch {
    throw new Refused('database/role-missing', { role: user })
  }
  return config
}

async function mayEnter(config: pg.ClientConfig): Promise<boolean> {
  const client = new Client({ connectionTimeoutMillis: 10_000, ...config })
  try {
    await client.connect()
    return true
  } catch (error) {
    if (NO_ENTRY.has((error as pg.DatabaseError).code ?? '')) return false
    throw new Refused('database/unreachable', { why: (error as Error).message })
  } finally {
    await client.end().catch(() => undefined)
  }
}

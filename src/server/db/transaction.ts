import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Scope } from '../../domain/chain/reach.ts'
import { onlyLooks } from './only-looking.ts'
import type { Db } from './client.ts'
import type { DB as Schema } from './schema.ts'

export type { Scope }

/** `q` and `client` are the same transaction: `client` is for COPY. Neither may begin, commit or outlive `work`. */
export type Tx = { readonly q: Kysely<Schema>; readonly client: pg.PoolClient; readonly scope: Scope }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

function scopeText(scope: Scope): string {
  if (scope === '*') return '*'
  const odd = scope.find((market) => !UUID.test(market))
  if (odd !== undefined) throw new RangeError(`not a market id: ${odd}`)
  return scope.join(',')
}

function queriesOn(client: pg.PoolClient): Kysely<Schema> {
  const connection = {
    query: client.query.bind(client) as never,
    release: () => undefined,
  }
  return new Kysely<Schema>({
    dialect: new PostgresDialect({
      pool: { connect: () => Promise.resolve(connection), end: () => Promise.resolve() },
    }),
  })
}

/**
 * Runs `work` in one transaction whose row policies see exactly `scope`. Whatever `work` throws rolls everything back and is
 * thrown on (throw `Refused` to refuse). `snapshot` reads one state throughout (REPEATABLE READ). While somebody only looks, no
 * transaction may write.
 */
export async function inScope<T>(
  db: Db,
  scope: Scope,
  work: (tx: Tx) => Promise<T>,
  options: { readOnly?: boolean; snapshot?: boolean } = {},
): Promise<T> {
  const text = scopeText(scope)
  const client = await db.pool.connect()
  let broken: Error | undefined
  // The pool listens while a connection is idle; one that is lost in use must not end the process: its queries fail anyway.
  const onLost = (error: Error) => (broken = error)
  client.on('error', onLost)
  try {
    await client.query(
      `BEGIN ISOLATION LEVEL ${options.snapshot ? 'REPEATABLE READ' : 'READ COMMITTED'} ${options.readOnly || onlyLooks() ? 'READ ONLY' : 'READ WRITE'}`,
    )
    await client.query('SELECT set_scope($1)', [text])
    const result = await work({ q: queriesOn(client), client, scope })
    await client.query('COMMIT')
    return result
  } catch (error) {
    // A connection that cannot even roll back is not given to anyone else.
    await client.query('ROLLBACK').catch((lost: Error) => (broken = lost))
    throw error
  } finally {
    client.off('error', onLost)
    client.release(broken)
  }
}

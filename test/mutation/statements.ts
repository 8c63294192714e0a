import type { Db } from '../../src/server/db/client.ts'
import { isScoped, tables } from '../../src/server/db/tables.ts'

/** Ids that a watched app makes begin so: in what is compared, one is like another. */
export const NEW = 'ffffffff-ffff-7fff-8fff-'
const CHANCE = new RegExp(
  `${NEW}[0-9a-f]{12}|/link/[\\w-]+|tonnage_[\\w-]+|"prefix":"\\w+"|\\b[0-9a-f]{64}\\b`,
  'g',
)
/** A text without what is another one each time: ids, links, keys, digests of what has salt. */
export const withoutChance = (text: string) => text.replaceAll(CHANCE, '…')

/** Between an answer and what was written meanwhile. */
const WROTE = '\n== written ==\n'
export const answered = (text: string, effects: readonly string[]) =>
  withoutChance([text, effects.join('\n')].join(WROTE))
export const writtenIn = (whole: string) => whole.slice(whole.lastIndexOf(WROTE))

export type Watch = {
  /** The statement as it is sent. */
  rewrite(text: string): string
  /** What a transaction did to the rows of markets, whoever may see them; nothing where it wrote nothing. */
  did(effect: string): void
}

/** Tables without a market that an edit or an import of a market may write to as well. */
const SHARED: ReadonlySet<string> = new Set([
  'master_edit',
  'territory_node',
  'sku',
  'sku_period',
  'price',
  'saved_view',
])

/** Of each table with a market, and of these: how many rows there are, and those that the transaction wrote, without what is made by chance. */
const EFFECT = `SELECT set_config('tonnage.scope', '*', true), concat_ws(' ', ${Object.entries(tables)
  .flatMap(([name, table]) =>
    isScoped(table) || SHARED.has(name)
      ? [
          `(SELECT '${name} ' || count(*) || ' ' || coalesce(string_agg(said, ' ' ORDER BY said), '') FROM (
            SELECT CASE WHEN t.xmin::text::bigint >= pg_current_xact_id()::xid::text::bigint THEN
              regexp_replace((to_jsonb(t) - '{hash,previous_hash,salt,detail,sealed}'::text[])::text, '${NEW}[0-9a-f]{12}', 'new', 'g') END AS said
            FROM ${name} t) w)`,
        ]
      : [],
  )
  .join()}) AS effect`

/** The same database, where each statement is rewritten before it is sent and each transaction says before its end what it did. */
export function watched(real: Db, watch: Watch): Db & { open(): number } {
  let open = 0
  const pool = Object.create(real.pool) as Db['pool']
  const connect = async () => {
    const client = await real.pool.connect()
    open += 1
    const query = client.query.bind(client) as (
      ...asked: unknown[]
    ) => Promise<{ rows: { effect: string; wrote?: boolean }[] }>
    const release = client.release.bind(client)
    client.query = ((first: unknown, ...rest: unknown[]) => {
      if (first === 'COMMIT') return ended()
      return query(typeof first === 'string' ? watch.rewrite(first) : first, ...rest)
    }) as typeof client.query
    async function ended() {
      const { rows } = await query('SELECT pg_current_xact_id_if_assigned() IS NOT NULL AS wrote')
      if (rows[0]?.wrote) watch.did((await query(EFFECT)).rows[0]?.effect ?? '')
      return query('COMMIT')
    }
    client.release = (broken) => {
      open -= 1
      release(broken)
    }
    return client
  }
  pool.connect = connect as typeof pool.connect
  return { pool, close: () => real.close(), open: () => open }
}

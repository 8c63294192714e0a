import { Pool, types as pgTypes } from 'pg'
import type pg from 'pg'

/** The application's own connections: a role that owns nothing and cannot pass the row policies. */
export type Db = { readonly pool: pg.Pool; close(): Promise<void> }

const INT8 = 20
const INT8_ARRAY = 1016
const DATE = 1082
const DATE_ARRAY = 1182

/** int8 → number. A value a number cannot hold exactly is refused with RangeError, never rounded. */
function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`integer beyond 2^53: ${text}`)
  return value
}

function elements<T>(text: string, read: (element: string) => T): (T | null)[] {
  const inside = text.slice(1, -1)
  return inside === '' ? [] : inside.split(',').map((element) => (element === 'NULL' ? null : read(element)))
}

const readers: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: safeInteger,
  [INT8_ARRAY]: (text) => elements(text, safeInteger),
  [DATE]: (text) => text,
  [DATE_ARRAY]: (text) => elements(text, (day) => day),
}

function getTypeParser(oid: number, format?: 'text' | 'binary') {
  const own = format === 'binary' ? undefined : readers[oid]
  return own ?? pgTypes.getTypeParser(oid, format)
}

/** How values arrive: int8 as number, date as text `YYYY-MM-DD`, numeric as text, timestamptz as Date. */
export const types = { getTypeParser } as unknown as NonNullable<pg.PoolConfig['types']>

/** Opens a pool. Nothing is sent before the first query. Sessions speak UTC and ISO dates whatever the server's default is. */
export function connect(config: pg.PoolConfig): Db {
  const pool = new Pool({
    max: 10,
    application_name: 'tonnage',
    ...config,
    types,
    options: '-c timezone=UTC -c datestyle=ISO -c lock_timeout=60000',
  })
  // A server that goes away while a connection idles: the pool drops it, the next query says what is wrong.
  pool.on('error', () => undefined)
  return { pool, close: () => pool.end() }
}

import type { Tx } from '../db/transaction.ts'

/** Tables that the demo fills in bulk, with the types of what it writes into them. */
const columns = {
  territory_node: {
    id: 'uuid',
    kind: 'text',
    code: 'text',
    code_key: 'text',
    name: 'text',
    parent_id: 'uuid',
  },
  sku: { id: 'uuid', code: 'text', code_key: 'text', name: 'text', category: 'text', brand: 'text' },
  sku_period: {
    id: 'uuid',
    sku_id: 'uuid',
    valid_from: 'date',
    valid_to: 'date',
    pack_units: 'integer',
    unit_ml: 'numeric',
    cost_minor: 'bigint',
    excise_minor: 'bigint',
  },
  price: {
    id: 'uuid',
    sku_id: 'uuid',
    tier: 'text',
    valid_from: 'date',
    valid_to: 'date',
    list_minor: 'bigint',
  },
  account: {
    market_id: 'uuid',
    id: 'uuid',
    code: 'text',
    name: 'text',
    tier: 'text',
    address: 'text',
    city: 'text',
    latitude: 'double precision',
    longitude: 'double precision',
    phone: 'text',
    contact: 'text',
    channel: 'text',
    owner_id: 'uuid',
    grams: 'text[]',
    opened_on: 'date',
  },
  account_key: { code_key: 'text', market_id: 'uuid', account_id: 'uuid' },
  supply_link: {
    market_id: 'uuid',
    id: 'uuid',
    seller_id: 'uuid',
    buyer_id: 'uuid',
    valid_from: 'date',
    valid_to: 'date',
  },
  account_fact: {
    market_id: 'uuid',
    id: 'uuid',
    account_id: 'uuid',
    fact: 'text',
    value: 'numeric',
    day: 'date',
    expires_on: 'date',
    source: 'text',
  },
  market_size: {
    market_id: 'uuid',
    valid_from: 'date',
    litres_a_year: 'numeric',
    low: 'numeric',
    high: 'numeric',
    source: 'text',
  },
  trade_spend: {
    market_id: 'uuid',
    id: 'uuid',
    account_id: 'uuid',
    day: 'date',
    component: 'text',
    amount_minor: 'bigint',
    source: 'text',
    recorded_at: 'timestamptz',
  },
  visit_cadence: {
    market_id: 'uuid',
    id: 'uuid',
    account_id: 'uuid',
    from_day: 'date',
    every_days: 'integer',
    weekdays: 'integer[]',
    made_by: 'text',
    made_at: 'timestamptz',
  },
  visit: {
    market_id: 'uuid',
    id: 'uuid',
    account_id: 'uuid',
    stands_for: 'date',
    day: 'date',
    state: 'text',
    visitor_id: 'uuid',
    aim: 'text',
    met: 'boolean',
    seen: 'text[]',
    words: 'text',
    version: 'integer',
    made_by: 'text',
    made_at: 'timestamptz',
  },
} as const

export type Filled = keyof typeof columns
type Cell = string | number | boolean | null | readonly (string | number)[]
export type RowOf<T extends Filled> = { readonly [C in keyof (typeof columns)[T]]: Cell }

const AT_ONCE = 5000

/**
 * Writes rows in bulk: COPY into a table with row policies is refused, one JSON document a statement is not, and is as quick.
 * Gives the number of rows.
 */
export async function insertRows<T extends Filled>(
  tx: Tx,
  table: T,
  rows: Iterable<RowOf<T>>,
): Promise<number> {
  const names = Object.keys(columns[table])
  const typed = Object.entries(columns[table]).map(([name, type]) => `${name} ${type}`)
  const statement = `INSERT INTO ${table} (${names.join(', ')})
    SELECT ${names.join(', ')} FROM json_to_recordset($1) AS r (${typed.join(', ')})`
  let written = 0
  let batch: RowOf<T>[] = []
  const flush = async () => {
    if (batch.length > 0) await tx.client.query(statement, [JSON.stringify(batch)])
    written += batch.length
    batch = []
  }
  for (const row of rows) {
    batch.push(row)
    if (batch.length >= AT_ONCE) await flush()
  }
  await flush()
  return written
}

import { sql, type RawBuilder } from 'kysely'
import type { Right, Scope } from '../../domain/chain/reach.ts'
import type { Tx } from '../db/transaction.ts'

/** `money` is minor units, `litres` millilitres, `cases` thousandths of a case, as stored; the writer makes decimals of them. */
export type CellType = 'text' | 'number' | 'money' | 'litres' | 'cases'
export type Column = { readonly name: string; readonly type: CellType; readonly right?: Right }
export type Source = {
  readonly right?: Right
  readonly columns: readonly Column[]
  rows(scope: Scope): RawBuilder<unknown>
}

const text = (name: string): Column => ({ name, type: 'text' })
const textFor = (name: string, right: Right): Column => ({ name, type: 'text', right })
const number = (name: string): Column => ({ name, type: 'number' })
const money = (name: string, right?: Right): Column => ({ name, type: 'money', ...(right ? { right } : {}) })

/** The explicit scope beside the row policies: a market column within the scope. */
function inside(column: string, scope: Scope): RawBuilder<unknown> {
  return scope === '*' ? sql`true` : sql`${sql.ref(column)} = ANY (${[...scope]}::uuid[])`
}

/**
 * What can be taken out, under the field names under which it can be brought in again. One query a kind; its columns in the
 * order of `columns`.
 */
export const sources = {
  markets: {
    columns: ['market_code', 'market_name', 'parent_code', 'parent_name', 'node_kind'].map(text),
    rows: (scope) => sql`
      SELECT n.code, n.name, p.code, p.name, n.kind
      FROM territory_node n LEFT JOIN territory_node p ON p.id = n.parent_id
      WHERE n.withdrawn_at IS NULL AND n.kind = 'market' AND ${inside('n.id', scope)}
      ORDER BY n.code`,
  },
  accounts: {
    columns: [
      ...['account_code', 'account_name', 'tier', 'parent_code', 'market_code', 'address', 'city'].map(text),
      ...['lat', 'lon'].map(number),
      // Masked wherever it is shown; whole only for whoever may ask for a whole one.
      textFor('phone', 'account.note'),
      ...['contact', 'channel', 'opened_on', 'closed_on'].map(text),
    ],
    rows: (scope) => sql`
      SELECT a.code, a.name, a.tier, p.code, n.code, a.address, a.city, a.latitude, a.longitude, a.phone, a.contact, a.channel,
        a.opened_on, a.closed_on
      FROM account a JOIN territory_node n ON n.id = a.market_id
        LEFT JOIN account p ON p.market_id = a.market_id AND p.id = a.parent_id
      WHERE a.withdrawn_at IS NULL AND a.moved_to_market IS NULL AND ${inside('a.market_id', scope)}
      ORDER BY n.code, a.code`,
  },
  products: {
    columns: [
      ...['sku_code', 'sku_name', 'sku_category', 'brand'].map(text),
      ...['pack_units', 'unit_ml'].map(number),
      money('case_cost', 'contribution.read'),
      money('excise', 'contribution.read'),
      text('valid_from'),
    ],
    rows: () => sql`
      SELECT k.code, k.name, k.category, k.brand, p.pack_units, p.unit_ml, p.cost_minor, p.excise_minor, p.valid_from
      FROM sku k LEFT JOIN sku_period p ON p.sku_id = k.id
      WHERE k.withdrawn_at IS NULL ORDER BY k.code, p.valid_from`,
  },
  'supply-links': {
    columns: ['seller_code', 'buyer_code', 'valid_from', 'valid_to'].map(text),
    rows: (scope) => sql`
      SELECT s.code, b.code, l.valid_from, l.valid_to
      FROM supply_link l JOIN account b ON b.market_id = l.market_id AND b.id = l.buyer_id
        JOIN account s ON s.market_id = l.market_id AND s.id = l.seller_id
      WHERE ${inside('l.market_id', scope)} ORDER BY s.code, b.code, l.valid_from`,
  },
  prices: {
    columns: [text('sku_code'), text('tier'), money('list_price'), text('valid_from'), text('valid_to')],
    rows: () => sql`
      SELECT k.code, p.tier, p.list_minor, p.valid_from, p.valid_to
      FROM price p JOIN sku k ON k.id = p.sku_id ORDER BY k.code, p.tier, p.valid_from`,
  },
  movements: {
    columns: [
      ...[
        'date',
        'kind',
        'seller_code',
        'buyer_code',
        'buyer_name',
        'market_code',
        'sku_code',
        'sku_name',
      ].map(text),
      { name: 'cases', type: 'cases' },
      number('units'),
      { name: 'litres', type: 'litres' },
      money('amount'),
      money('cost', 'contribution.read'),
      text('doc'),
      text('line'),
    ],
    // A line that was corrected or undone is in the ledger, but its key no longer points to it. Cases are rounded: brought in
    // again, it is the units that give the very volume.
    rows: (scope) => sql`
      SELECT m.day, m.kind, s.code, a.code, a.name, n.code, k.code, k.name, m.milli_cases,
        round(m.millilitres / z.unit_ml, 6), m.millilitres, m.amount_minor, m.cost_minor, m.doc, m.line
      FROM line_key l JOIN movement m ON m.market_id = l.market_id AND m.id = l.movement_id
        JOIN account a ON a.market_id = m.market_id AND a.id = m.account_id
        JOIN territory_node n ON n.id = m.market_id JOIN sku k ON k.id = m.sku_id
        LEFT JOIN account s ON s.market_id = m.market_id AND s.id = m.seller_id
        LEFT JOIN LATERAL (SELECT p.unit_ml FROM sku_period p WHERE p.sku_id = m.sku_id
          ORDER BY p.valid_from > m.day, CASE WHEN p.valid_from > m.day THEN p.valid_from END, p.valid_from DESC LIMIT 1) z ON true
      WHERE ${inside('l.market_id', scope)} ORDER BY m.day, m.id`,
  },
  // As on the list of people: who also has a role out of the scope is not among those seen.
  people: {
    right: 'people.read',
    columns: ['email', 'name', 'role', 'scope', 'locale'].map(text),
    rows: (scope) => sql`
      SELECT p.email, p.name, coalesce(c.name, r.role), n.code, p.locale
      FROM person p JOIN person_role r ON r.person_id = p.id JOIN territory_node n ON n.id = r.node_id
        LEFT JOIN company_role c ON c.code = r.role
      WHERE p.active AND r.valid_to IS NULL AND ${inside('n.id', scope)}
        AND NOT EXISTS (SELECT FROM person_role o WHERE o.person_id = p.id AND o.valid_to IS NULL AND NOT ${inside('o.node_id', scope)})
      ORDER BY p.email, r.role, n.code`,
  },
} as const satisfies Record<string, Source>

export type ExportKind = keyof typeof sources

const lot = 2_000

/** The rows of a kind in lots, from a cursor: the whole of it is never in memory. */
export async function* rowsOf(tx: Tx, kind: ExportKind, scope: Scope): AsyncGenerator<readonly unknown[][]> {
  const query = sources[kind].rows(scope).compile(tx.q)
  await tx.client.query(`DECLARE exported NO SCROLL CURSOR FOR ${query.sql}`, [...query.parameters])
  for (;;) {
    const { rows } = await tx.client.query<unknown[]>({
      text: `FETCH ${lot} FROM exported`,
      rowMode: 'array',
    })
    if (rows.length > 0) yield rows
    if (rows.length < lot) return
  }
}

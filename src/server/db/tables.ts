/**
 * Every table of the product, once: how it distributes and what the application may do to its rows. Rights, row policies,
 * the catalogue lint and the backup all read this list; a table that is missing here fails the lint.
 *
 * `reference`    small, rarely written, copied to every node; no market_id
 * `distributed`  by market_id, which is first in every key; row policy
 * `key`          globally unique codes, distributed by the code itself; carries market_id, row policy
 * `bookkeeping`  the migration runner's own
 *
 * `read` ⊂ `append` (adds INSERT) ⊂ `change` (adds UPDATE of all but the primary key and market_id) ⊂ `all` (adds DELETE).
 */
export type Spread = 'reference' | 'distributed' | 'key' | 'bookkeeping'
export type May = 'read' | 'append' | 'change' | 'all'
export type Table = { readonly spread: Spread; readonly may: May }

export const tables = {
  migration: { spread: 'bookkeeping', may: 'read' },
  // company and people
  company: { spread: 'reference', may: 'change' },
  territory_node: { spread: 'reference', may: 'change' },
  territory_stay: { spread: 'reference', may: 'all' },
  person: { spread: 'reference', may: 'change' },
  company_role: { spread: 'reference', may: 'change' },
  person_role: { spread: 'reference', may: 'all' },
  stand_in: { spread: 'reference', may: 'all' },
  one_time_link: { spread: 'reference', may: 'all' },
  api_key: { spread: 'reference', may: 'change' },
  calendar_feed: { spread: 'reference', may: 'all' },
  sign_in_attempt: { spread: 'reference', may: 'all' },
  second_factor: { spread: 'reference', may: 'all' },
  recovery_code: { spread: 'reference', may: 'all' },
  sign_in_pending: { spread: 'reference', may: 'all' },
  company_identity: { spread: 'reference', may: 'all' },
  company_sign_in_use: { spread: 'reference', may: 'all' },
  preview: { spread: 'reference', may: 'all' },
  saved_view: { spread: 'reference', may: 'change' },
  default_view: { spread: 'reference', may: 'all' },
  // products
  sku: { spread: 'reference', may: 'change' },
  sku_period: { spread: 'reference', may: 'all' },
  price: { spread: 'reference', may: 'all' },
  // files
  import_batch: { spread: 'reference', may: 'change' },
  import_mapping: { spread: 'reference', may: 'all' },
  // chain
  account: { spread: 'distributed', may: 'change' },
  account_key: { spread: 'key', may: 'all' },
  account_said: { spread: 'distributed', may: 'all' },
  supply_link: { spread: 'distributed', may: 'all' },
  import_change: { spread: 'distributed', may: 'change' },
  account_record: { spread: 'distributed', may: 'all' },
  account_file: { spread: 'distributed', may: 'all' },
  account_fact: { spread: 'distributed', may: 'all' },
  market_size: { spread: 'distributed', may: 'all' },
  account_move: { spread: 'distributed', may: 'all' },
  // what people change on screen, kept to be undone
  master_edit: { spread: 'reference', may: 'change' },
  master_change: { spread: 'distributed', may: 'change' },
  // the ledger: facts are appended, rollups follow them
  movement: { spread: 'distributed', may: 'append' },
  line_key: { spread: 'key', may: 'all' },
  rollup_month: { spread: 'distributed', may: 'all' },
  rollup_day: { spread: 'distributed', may: 'all' },
  trade_spend: { spread: 'distributed', may: 'append' },
  // assess
  assess_policy: { spread: 'reference', may: 'append' },
  assess_reference: { spread: 'reference', may: 'change' },
  verdict: { spread: 'distributed', may: 'append' },
  standing_override: { spread: 'distributed', may: 'change' },
  // develop
  prospect: { spread: 'distributed', may: 'change' },
  prospect_event: { spread: 'distributed', may: 'change' },
  prospect_person: { spread: 'distributed', may: 'all' },
  prospect_talk: { spread: 'distributed', may: 'all' },
  prospect_brand: { spread: 'distributed', may: 'change' },
  prospect_serves: { spread: 'distributed', may: 'all' },
  campaign: { spread: 'distributed', may: 'change' },
  trade_policy: { spread: 'reference', may: 'change' },
  trade_policy_version: { spread: 'reference', may: 'append' },
  policy_balance: { spread: 'distributed', may: 'change' },
  policy_posting: { spread: 'distributed', may: 'append' },
  claim: { spread: 'distributed', may: 'change' },
  claim_evidence: { spread: 'distributed', may: 'change' },
  settlement: { spread: 'distributed', may: 'append' },
  visit_cadence: { spread: 'distributed', may: 'append' },
  visit: { spread: 'distributed', may: 'change' },
  first_order_due: { spread: 'distributed', may: 'append' },
  deal_limit: { spread: 'reference', may: 'change' },
  agreement: { spread: 'distributed', may: 'change' },
  agreement_version: { spread: 'distributed', may: 'change' },
  agreement_event: { spread: 'distributed', may: 'change' },
  agreement_signature: { spread: 'distributed', may: 'append' },
  agreement_waiver: { spread: 'distributed', may: 'change' },
  agreement_ground: { spread: 'distributed', may: 'change' },
  // audit
  audit_entry: { spread: 'distributed', may: 'append' },
  audit_sealed: { spread: 'distributed', may: 'all' },
  audit_head: { spread: 'distributed', may: 'change' },
} as const satisfies Record<string, Table>

export type TableName = keyof typeof tables

export const tableNames = Object.keys(tables) as TableName[]

/** Has a market_id, and so a row policy. */
export function isScoped(table: Table): boolean {
  return table.spread === 'distributed' || table.spread === 'key'
}

/**
 * Schemas of libraries that keep their own tables, where our data rules do not reach: `auth` is the sign-in library's.
 * The application may read and write their rows, and owns nothing there either.
 */
export const foreignSchemas = ['auth'] as const

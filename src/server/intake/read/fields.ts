import type { ImportKind } from '../../../contract/intake.ts'

/**
 * What a value must be to serve as a field. `code` keeps leading zeros; `spec` is a text such as 500ml*12 that gives pack and
 * content; `year`, `month` and `dom` are parts of a date in columns of their own; `unit` says the unit of the quantity beside it.
 */
export type FieldType =
  | 'date'
  | 'kind'
  | 'code'
  | 'text'
  | 'tier'
  | 'role'
  | 'number'
  | 'count'
  | 'volume'
  | 'money'
  | 'rate'
  | 'spec'
  | 'year'
  | 'month'
  | 'dom'
  | 'unit'
  | 'quantity'

/** Fields of a movements file: the ones of the command line's MAP. */
const movementFields = {
  date: 'date',
  kind: 'kind',
  seller_code: 'code',
  buyer_code: 'code',
  buyer_name: 'text',
  buyer_tier: 'tier',
  buyer_address: 'text',
  buyer_city: 'text',
  buyer_lat: 'number',
  buyer_lon: 'number',
  market_code: 'code',
  market_name: 'text',
  sku_code: 'code',
  sku_name: 'text',
  sku_category: 'text',
  brand: 'text',
  pack_units: 'count',
  unit_ml: 'volume',
  cases: 'number',
  units: 'number',
  litres: 'number',
  amount: 'money',
  amount_with_vat: 'money',
  vat_rate: 'rate',
  cost: 'money',
  unit_cost: 'money',
  unit_price: 'money',
  doc: 'code',
  line: 'code',
} as const satisfies Record<string, FieldType>

/** Helpers of the movements: columns that are no field of their own but say something about one. */
export const helperFields = {
  spec: 'spec',
  quantity: 'quantity',
  quantity_unit: 'unit',
  red_mark: 'text',
  unit_price_with_vat: 'money',
  vat_amount: 'money',
  year: 'year',
  month: 'month',
  day_of_month: 'dom',
} as const satisfies Record<string, FieldType>

const masters = {
  markets: {
    market_code: 'code',
    market_name: 'text',
    parent_code: 'code',
    parent_name: 'text',
    node_kind: 'text',
    litres_a_year: 'number',
  },
  accounts: {
    account_code: 'code',
    account_name: 'text',
    tier: 'tier',
    parent_code: 'code',
    market_code: 'code',
    market_name: 'text',
    address: 'text',
    city: 'text',
    lat: 'number',
    lon: 'number',
    phone: 'code',
    contact: 'text',
    channel: 'text',
    opened_on: 'date',
    closed_on: 'date',
    working_capital: 'money',
    credit_limit: 'money',
    sales_people: 'count',
    vehicles: 'count',
    warehouse_m2: 'number',
    share_of_wallet: 'rate',
    overdue: 'money',
    fact_day: 'date',
    fact_source: 'text',
  },
  products: {
    sku_code: 'code',
    sku_name: 'text',
    sku_category: 'text',
    brand: 'text',
    pack_units: 'count',
    unit_ml: 'volume',
    unit_cost: 'money',
    case_cost: 'money',
    excise: 'money',
    valid_from: 'date',
  },
  'supply-links': {
    seller_code: 'code',
    seller_name: 'text',
    buyer_code: 'code',
    buyer_name: 'text',
    valid_from: 'date',
    valid_to: 'date',
  },
  prices: {
    sku_code: 'code',
    sku_name: 'text',
    tier: 'tier',
    list_price: 'money',
    valid_from: 'date',
    valid_to: 'date',
  },
  people: { email: 'text', name: 'text', role: 'role', scope: 'code', locale: 'text' },
} as const satisfies Record<Exclude<ImportKind, 'movements'>, Record<string, FieldType>>

/** A line of these masters means nothing without all of the fields in one of the groups. */
const needed: Record<Exclude<ImportKind, 'movements'>, readonly (readonly string[])[]> = {
  markets: [['market_code'], ['market_name']],
  accounts: [['account_code'], ['account_name']],
  products: [['sku_code'], ['sku_name']],
  'supply-links': [
    ['seller_code', 'buyer_code'],
    ['seller_name', 'buyer_name'],
  ],
  prices: [['sku_code', 'list_price']],
  people: [['email']],
}

/** Other names under which a MAP may ask for a field. */
const aliases: Partial<Record<ImportKind, Record<string, string>>> = {
  markets: { code: 'market_code', name: 'market_name', parent: 'parent_code' },
  accounts: {
    code: 'account_code',
    name: 'account_name',
    buyer_code: 'account_code',
    buyer_name: 'account_name',
    buyer_tier: 'tier',
    buyer_address: 'address',
    buyer_city: 'city',
    buyer_lat: 'lat',
    buyer_lon: 'lon',
    parent: 'parent_code',
  },
  products: { code: 'sku_code', name: 'sku_name', category: 'sku_category' },
  prices: { price: 'list_price', amount: 'list_price' },
}

/** Every field that a MAP of this kind may name, with its type. */
export function fieldsOf(kind: ImportKind): Readonly<Record<string, FieldType>> {
  return kind === 'movements' ? movementFields : masters[kind]
}

export function neededOf(kind: ImportKind): readonly (readonly string[])[] {
  return kind === 'movements' ? [] : needed[kind]
}

export function fieldNamed(kind: ImportKind, name: string): string | undefined {
  const plain = name.trim()
  if (plain in fieldsOf(kind)) return plain
  return aliases[kind]?.[plain]
}

import type { ImportKind } from '../../contract/intake.ts'
import { lookUp, type Key, type Locale } from '../../language/index.ts'

type FieldName = Extract<Key, `field.${string}`> extends `field.${infer Name}` ? Name : never

/** What a person may point a column at, in the order of the form. The server's list is the same; a test compares them. */
export const fieldsOfKind: Readonly<Record<ImportKind, readonly FieldName[]>> = {
  movements: [
    'date',
    'kind',
    'seller_code',
    'buyer_code',
    'buyer_name',
    'buyer_tier',
    'buyer_address',
    'buyer_city',
    'buyer_lat',
    'buyer_lon',
    'market_code',
    'market_name',
    'sku_code',
    'sku_name',
    'sku_category',
    'brand',
    'pack_units',
    'unit_ml',
    'cases',
    'units',
    'litres',
    'amount',
    'amount_with_vat',
    'vat_rate',
    'cost',
    'unit_cost',
    'unit_price',
    'doc',
    'line',
  ],
  markets: ['market_code', 'market_name', 'parent_code', 'parent_name', 'node_kind', 'litres_a_year'],
  accounts: [
    'account_code',
    'account_name',
    'tier',
    'parent_code',
    'market_code',
    'market_name',
    'address',
    'city',
    'lat',
    'lon',
    'phone',
    'contact',
    'channel',
    'opened_on',
    'closed_on',
    'working_capital',
    'credit_limit',
    'sales_people',
    'vehicles',
    'warehouse_m2',
    'share_of_wallet',
    'overdue',
    'fact_day',
    'fact_source',
  ],
  products: [
    'sku_code',
    'sku_name',
    'sku_category',
    'brand',
    'pack_units',
    'unit_ml',
    'unit_cost',
    'case_cost',
    'excise',
    'valid_from',
  ],
  'supply-links': ['seller_code', 'seller_name', 'buyer_code', 'buyer_name', 'valid_from', 'valid_to'],
  prices: ['sku_code', 'sku_name', 'tier', 'list_price', 'valid_from', 'valid_to'],
  people: ['email', 'name', 'role', 'scope', 'locale'],
}

export const kinds: readonly ImportKind[] = [
  'movements',
  'accounts',
  'products',
  'markets',
  'supply-links',
  'prices',
  'people',
]

/** What a field is called; one that nobody can point a column at (a pack size read from a text) has a name all the same. */
export function fieldName(locale: Locale, field: string): string {
  return lookUp(locale, `field.${field}`) ?? field
}

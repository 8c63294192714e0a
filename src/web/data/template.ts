import type { ImportKind } from '../../contract/intake.ts'
import type { Translate } from '../../language/index.ts'
import { fieldsOfKind } from './fields.ts'

type Field = (typeof fieldsOfKind)[ImportKind][number]

/** The columns of a template: what a file of this kind needs, and what most have. Everything else may be added under its own name. */
export const templateFields: Readonly<Record<ImportKind, readonly Field[]>> = {
  movements: [
    'date',
    'doc',
    'line',
    'seller_code',
    'buyer_code',
    'buyer_name',
    'market_code',
    'sku_code',
    'sku_name',
    'pack_units',
    'unit_ml',
    'cases',
    'amount',
  ],
  markets: ['market_code', 'market_name', 'parent_code', 'parent_name', 'node_kind', 'litres_a_year'],
  accounts: [
    'account_code',
    'account_name',
    'tier',
    'parent_code',
    'market_code',
    'address',
    'phone',
    'contact',
    'opened_on',
    'working_capital',
    'sales_people',
    'vehicles',
    'warehouse_m2',
    'fact_day',
    'fact_source',
  ],
  products: ['sku_code', 'sku_name', 'sku_category', 'brand', 'pack_units', 'unit_ml', 'case_cost', 'valid_from'],
  'supply-links': ['seller_code', 'seller_name', 'buyer_code', 'buyer_name', 'valid_from', 'valid_to'],
  prices: ['sku_code', 'sku_name', 'tier', 'list_price', 'valid_from', 'valid_to'],
  people: ['email', 'name', 'role', 'scope', 'locale'],
}

/** An empty file with the headings alone, in the reader's language, as Excel reads it (UTF-8 with a byte order mark). */
export function templateOf(kind: ImportKind, t: Translate): { readonly name: string; readonly text: string } {
  const heads = templateFields[kind].map((field) => t(`field.${field}`))
  const cell = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return { name: `${t(`kind.${kind}`)}.csv`, text: `\uFEFF${heads.map(cell).join(',')}\r\n` }
}

import type { SameAs } from '../message.ts'
import type { findings as zhFindings, intake as zh } from '../zh/intake.ts'

/** Bringing files in. */
export const intake: SameAs<typeof zh> = {
  'kind.markets': 'Markets',
  'kind.accounts': 'Accounts',
  'kind.products': 'Products',
  'kind.movements': 'Movements',
  'kind.supply-links': 'Supply links',
  'kind.prices': 'Prices',
  'kind.people': 'People',
}

/** Sentences about a file, keyed by the code of a question or a warning of an import. */
export const findings: SameAs<typeof zhFindings> = {
  'file/no-account':
    'There is no customer column in the file. Say which column it is: without it no line can go in.',
  'file/no-sku':
    'There is no product column in the file. Say which column it is: without it no line can go in.',
  'file/no-date': 'There is no date column in the file. Say which column it is, or give one date for all.',
  'file/no-volume':
    'There is no quantity column in the file. Say which column holds cases, bottles or litres.',
  'file/vat-unclear': '“{header}” does not say whether VAT is in it; taken as without VAT.',
  'file/quantity-taken-as-cases': '“{header}” names no unit; taken as cases.',
  'file/quantity-taken-as-units': '“{header}” names no unit; taken as single units (bottles, cans).',
  'file/date-order-unclear': 'Day and month cannot be told apart in “{header}”; read as {taken}.',
  'file/date-choice': 'Several columns hold dates: “{header}” is used, {others} not.',
  'file/year-missing':
    'The months name no year. Give one (set date to a year such as 2025): without it no line can go in.',
  'file/year-taken': 'The year {year:plain} is taken from “{from}”.',
  'file/number-style-unclear':
    '“{sample}” in “{header}” may hold a thousands mark or a decimal one; read as {taken:plain}.',
  'file/column-unsure': '“{header}” is taken as {field}, only {percent} % sure.',
  'file/sheet-chosen': 'Sheet “{sheet}” is used, not: {others}.',
  'file/sheets-alike':
    '{others} have the same columns as “{sheet}” and were not read. Choose that sheet and import again to have them.',
  'file/sheets-joined': 'Matched by “{by}”, sheet “{sheet}” added: {columns}.',
  'file/filled-down': 'Empty cells of “{header}” take the value above (merged cells).',
  'file/turned-months':
    'The table lies sideways: {count} columns ({sample} …) are a month each, turned into one line a value.',
  'file/turned-days':
    'The table lies sideways: {count} columns ({sample} …) are a day each, turned into one line a value.',
  'file/turned-accounts':
    'The table lies sideways: {count} columns ({sample} …) are a customer each, turned into one line a value.',
  'file/turned-skus':
    'The table lies sideways: {count} columns ({sample} …) are a product each, turned into one line a value.',
  'file/turned-markets':
    'The table lies sideways: {count} columns ({sample} …) are a market each, turned into one line a value.',
}

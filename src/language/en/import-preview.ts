import type { Message } from '../message.ts'
import type { importPreview as zh } from '../zh/import-preview.ts'

/** A file under correction: why rows are dropped, what can be chosen. */
export const importPreview = {
  'import.outcome': '{taken} go in, {unchanged} stay, {corrected} corrected, {back} refused',
  'dropped.total': 'total',
  'dropped.repeated-header': 'header again',
  'dropped.note': 'note',
  'dropped.section': 'heading of a group',
  'choice.quantity-unit': 'What the quantity counts',
  'choice.vat': 'VAT in the amount',
  'choice.date-order': 'Order of day and month',
  'choice.decimal': 'Decimal mark',
  'choice.date-column': 'Which date',
  'choice.sheet': 'Which sheet',
  'choice.encoding': 'Encoding',
  'choice.column': 'What this column is',
  'option.cases': 'cases',
  'option.units': 'bottles',
  'option.litres': 'litres',
  'option.kilolitres': 'kilolitres',
  'option.with': 'with VAT',
  'option.without': 'without VAT',
  'option.ymd': 'year-month-day',
  'option.dmy': 'day/month/year',
  'option.mdy': 'month/day/year',
  'option..': 'point',
  'option.,': 'comma',
} as const satisfies Record<keyof typeof zh, Message>

import type { PreviewChoice } from '../../contract/import-preview.ts'
import type { ColumnMap, Understood } from '../../contract/intake.ts'

export type Offer = Omit<PreviewChoice, 'options'> & {
  readonly options: readonly {
    value: string
    chosen: boolean
    patch: Record<string, unknown>
    counted: boolean
  }[]
}

type Facts = Readonly<Record<string, string | number>>

const MOST_SHEETS = 6
const measures = new Set(['cases', 'units', 'litres'])

/** What a person may decide about a file, each way as a change of the map: doubts first, then what can be changed all the same. */
export function choicesOf(
  understood: Understood,
  map: ColumnMap | null,
  vatRate: number | null,
): readonly Offer[] {
  const facts = (...codes: string[]): { code: string; facts: Facts } | undefined =>
    understood.questions.find(({ code }) => codes.includes(code))
  const offers: Offer[] = []
  const add = (
    offer: Pick<Offer, 'id' | 'question' | 'field' | 'header'>,
    values: readonly { value: string; patch: Record<string, unknown> }[],
    chosen: string | undefined,
    counted = true,
  ) => {
    if (values.length > 1)
      offers.push({
        ...offer,
        options: values.map((one) => ({ ...one, chosen: one.value === chosen, counted })),
      })
  }
  const quantity = facts('file/quantity-taken-as-cases', 'file/quantity-taken-as-units')
  const measured = understood.columns.find(({ field }) => measures.has(field))
  if (quantity || map?.quantityUnit) {
    const chosen = map?.quantityUnit ?? measured?.field
    const units = ['cases', 'units', '6瓶', 'litres']
    if (chosen !== undefined && !units.includes(chosen)) units.push(chosen)
    add(
      {
        id: 'quantity-unit',
        question: quantity?.code ?? null,
        field: measured?.field ?? null,
        header: measured?.header ?? null,
      },
      units.map((value) => ({ value, patch: { quantityUnit: value } })),
      chosen,
    )
  }
  const vat = facts('file/vat-unclear')
  const amount = understood.columns.find(({ field }) => field === 'amount' || field === 'amount_with_vat')
  if (vat || map?.vat) {
    const rate =
      vatRate === null && map?.constants?.['vat_rate'] === undefined ? { constants: { vat_rate: 0.13 } } : {}
    add(
      {
        id: 'vat',
        question: vat?.code ?? null,
        field: amount?.field ?? 'amount',
        header: amount?.header ?? null,
      },
      [
        { value: 'without', patch: { vat: 'without' } },
        { value: 'with', patch: { vat: 'with', ...rate } },
      ],
      map?.vat ?? 'without',
    )
  }
  const order = facts('file/date-order-unclear')
  const date = understood.columns.find(({ field }) => field === 'date')
  if (order || map?.dateOrder)
    add(
      { id: 'date-order', question: order?.code ?? null, field: 'date', header: date?.header ?? null },
      ['dmy', 'mdy', 'ymd'].map((value) => ({ value, patch: { dateOrder: value } })),
      map?.dateOrder ?? { 'Y-M-D': 'ymd', 'D/M/Y': 'dmy', 'M/D/Y': 'mdy' }[String(order?.facts['taken'])],
    )
  const style = facts('file/number-style-unclear')
  if (style || map?.decimal)
    add(
      {
        id: 'decimal',
        question: style?.code ?? null,
        field: null,
        header: style ? String(style.facts['header']) : null,
      },
      ['.', ','].map((value) => ({ value, patch: { decimal: value } })),
      map?.decimal ?? (/\./.test(String(style?.facts['taken'])) ? '.' : undefined),
    )
  const dates = facts('file/date-choice')
  if (dates)
    add(
      { id: 'date-column', question: dates.code, field: 'date', header: date?.header ?? null },
      [String(dates.facts['header']), ...String(dates.facts['others']).split(', ')].map((value) => ({
        value,
        patch: { columns: { date: value } },
      })),
      String(dates.facts['header']),
    )
  for (const { code, facts: said } of understood.questions.filter(
    (one) => one.code === 'file/column-unsure',
  )) {
    const [header, field] = [String(said['header']), String(said['field'])]
    add(
      { id: 'column', question: code, field, header },
      [
        { value: header, patch: { columns: { [field]: header } } },
        { value: '', patch: { columns: { [field]: '' } } },
      ],
      header,
    )
  }
  const sheets = facts('file/sheet-chosen', 'file/sheets-alike')
  add(
    { id: 'sheet', question: sheets?.code ?? null, field: null, header: null },
    understood.sheets.slice(0, MOST_SHEETS).map((value) => ({ value, patch: { sheet: value } })),
    understood.sheet ?? undefined,
  )
  if (understood.encoding !== null)
    add(
      { id: 'encoding', question: null, field: null, header: null },
      ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'].map((value) => ({ value, patch: { encoding: value } })),
      understood.encoding.split(' ')[0],
      false,
    )
  return offers
}

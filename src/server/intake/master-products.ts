import { ALWAYS, periodOn, type Period } from '../../domain/chain/size-period.ts'
import type { Day } from '../../domain/day.ts'
import { toMinor } from '../../domain/money.ts'
import { createSkus, updateSkus, writePeriods, type Changing } from './change-store.ts'
import { wholePack } from './book.ts'
import type { KnownSku } from './entries.ts'
import { skusByKey } from './lookup-store.ts'
import { keyOf, numberOf, textOf, type MasterFile, type MasterRow } from './master-rows.ts'
import type { Job } from './movements.ts'
import type { MasterRecord } from './read/open-types.ts'

function codeOf(record: MasterRecord): string | undefined {
  return textOf(record, 'sku_code') ?? textOf(record, 'sku_name')
}

type Told = { readonly valid: Day | undefined; readonly period: Omit<Period, 'validFrom'> }

function told(record: MasterRecord, digits: number): Told {
  const packUnits = wholePack(numberOf(record, 'pack_units'))
  const unitMl = numberOf(record, 'unit_ml')
  const unitCost = numberOf(record, 'unit_cost')
  const cost =
    numberOf(record, 'case_cost') ??
    (unitCost !== undefined && packUnits !== null ? unitCost * packUnits : undefined)
  const excise = numberOf(record, 'excise')
  const money = (value: number | undefined) =>
    value === undefined || value < 0 ? null : toMinor(value, digits)
  return {
    valid: textOf(record, 'valid_from'),
    period: {
      packUnits,
      unitMl: unitMl !== undefined && unitMl > 0 ? unitMl : null,
      costMinor: money(cost),
      exciseMinor: money(excise),
    },
  }
}

function fills(old: Period, next: Omit<Period, 'validFrom'>): 'same' | 'fills' | 'differs' {
  let state: 'same' | 'fills' = 'same'
  for (const field of ['packUnits', 'unitMl', 'costMinor', 'exciseMinor'] as const) {
    const said = next[field]
    if (said === null || said === old[field]) continue
    if (old[field] !== null) return 'differs'
    state = 'fills'
  }
  return state
}

function over(old: Period, next: Omit<Period, 'validFrom'>, validFrom: Day): Period {
  return {
    validFrom,
    packUnits: next.packUnits ?? old.packUnits,
    unitMl: next.unitMl ?? old.unitMl,
    costMinor: next.costMinor ?? old.costMinor,
    exciseMinor: next.exciseMinor ?? old.exciseMinor,
  }
}

/**
 * The periods after a row of a products file: what it says holds from `valid_from`; without it, a new product's from always, an
 * old one's from today, and what was unknown is filled in where it stands.
 */
export function withTold(periods: readonly Period[], { valid, period }: Told, today: Day): readonly Period[] {
  const from = valid ?? (periods.length === 0 ? ALWAYS : today)
  const at = periodOn(periods, from)
  const now = periods[at]
  if (!now && Object.values(period).every((said) => said === null)) return periods
  if (!now) return [{ validFrom: from, ...period }]
  const state = fills(now, period)
  if (state === 'same' && (valid === undefined || now.validFrom <= from)) return periods
  if (state === 'fills' && (valid === undefined || now.validFrom === from))
    return periods.with(at, over(now, period, now.validFrom))
  const others = periods.filter(({ validFrom }) => validFrom !== from)
  const before =
    now.validFrom <= from
      ? now
      : { ...now, packUnits: null, unitMl: null, costMinor: null, exciseMinor: null }
  return [...others, over(before, period, from)].toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
}

/** Rows of one product; a second one from the same day on that says something else of pack, content, cost or excise is refused. */
function withoutClashes(rows: readonly MasterRow[], file: MasterFile, digits: number): readonly MasterRow[] {
  const kept: { row: MasterRow; said: Told }[] = []
  for (const row of rows) {
    const said = told(row.record, digits)
    const first = kept.find((one) => one.said.valid === said.valid && clash(one.said.period, said.period))
    const day = said.valid === undefined ? {} : { day: said.valid }
    if (first) file.refuse(row, 'line/period-twice', { ...day, row: first.row.row.row })
    else kept.push({ row, said })
  }
  return kept.map(({ row }) => row)
}

function clash(a: Told['period'], b: Told['period']): boolean {
  return (['packUnits', 'unitMl', 'costMinor', 'exciseMinor'] as const).some(
    (field) => a[field] !== null && b[field] !== null && a[field] !== b[field],
  )
}

/** Products, with what holds for them from a day on until the next begins. */
export async function importProducts(
  job: Job,
  changing: Changing,
  file: MasterFile,
  today: Day,
): Promise<void> {
  const { tx } = job
  const bySku = new Map<string, MasterRow[]>()
  for (const row of file.rows) {
    const key = keyOf(codeOf(row.record))
    if (tx.scope !== '*') file.refuse(row, 'line/out-of-reach', { code: codeOf(row.record) ?? '' })
    else if (key === undefined) file.refuse(row, 'line/no-sku')
    else bySku.set(key, [...(bySku.get(key) ?? []), row])
  }
  const known = await skusByKey(tx, [...bySku.keys()])
  const plans = [...bySku].map(([key, rows]) =>
    planFor(known.get(key), withoutClashes(rows, file, job.rules.minorDigits), job, changing, today),
  )
  const fresh = plans.filter(({ isNew }) => isNew)
  const renamed = plans.filter(({ isNew, named }) => !isNew && named)
  const resized = plans.filter(({ sized }) => sized)
  await createSkus(
    tx,
    changing,
    fresh.map(({ sku }) => sku),
  )
  await updateSkus(
    tx,
    changing,
    renamed.map(({ sku }) => sku),
  )
  if (resized.length > 0)
    await writePeriods(
      tx,
      changing,
      resized.map(({ sku, periods, isNew }) => ({ sku: sku.id, periods, isNew })),
    )
  file.created.skus += fresh.length
  file.updated.skus += plans.filter(({ isNew, named, sized }) => !isNew && (named || sized)).length
}

function planFor(
  known: KnownSku | undefined,
  rows: readonly MasterRow[],
  job: Job,
  changing: Changing,
  today: Day,
) {
  const standing = known && !known.withdrawn ? known : undefined
  let periods: readonly Period[] = standing?.periods ?? []
  const first = rows[0]?.record ?? {}
  const code = codeOf(first) ?? ''
  const sku = {
    id: known?.id ?? changing.newId(),
    code,
    name: standing?.name ?? code,
    category: standing?.category ?? null,
    brand: standing?.brand ?? null,
    asOf: standing?.nameAsOf ?? today,
  }
  let named = false
  let sized = standing === undefined
  for (const row of rows) {
    const name = textOf(row.record, 'sku_name') ?? sku.name
    const category = textOf(row.record, 'sku_category') ?? sku.category
    const brand = textOf(row.record, 'brand') ?? sku.brand
    const renames = name !== sku.name || category !== sku.category || brand !== sku.brand
    if (renames) Object.assign(sku, { name, category, brand, asOf: today })
    const next = withTold(periods, told(row.record, job.rules.minorDigits), today)
    const resizes = next !== periods
    periods = next
    named ||= renames
    sized ||= resizes
    row.state = renames || resizes || (standing === undefined && row === rows[0]) ? 'accepted' : 'unchanged'
  }
  return { sku, periods, isNew: standing === undefined, named, sized }
}

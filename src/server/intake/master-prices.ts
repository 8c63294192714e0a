import { tiers, type Tier } from '../../domain/chain/line.ts'
import { addSpan, tidy, type Span, type Timeline } from '../../domain/chain/timeline.ts'
import { toMinor } from '../../domain/money.ts'
import type { Changing } from './change-store.ts'
import { skusByKey } from './lookup-store.ts'
import { period } from './master-dated.ts'
import { asWritten, keyOf, numberOf, textOf, type MasterFile, type MasterRow } from './master-rows.ts'
import { setDated } from './master-store.ts'
import type { Job } from './movements.ts'
import { dropPrice, pricesOf, type PriceRow } from './price-store.ts'

/** What one line says: a list price in minor units, from a day on (inclusive) until a day (exclusive). */
type Said = {
  readonly row: MasterRow
  readonly sku: string
  readonly tier: Tier
  readonly span: Span<number>
}

/**
 * List prices of a case by tier. Company-wide: only for who may write to every market. On no day do two of them hold: a line takes its
 * days from what held there, as a period added by hand does, the lines of a file in the order of their days. One that ends on the day
 * on which another begins leaves that day to the other. Refused: a second line for the same first day that says something else.
 */
export async function importPrices(job: Job, changing: Changing, file: MasterFile): Promise<void> {
  const said = await saidIn(job, file)
  const known = await pricesOf(job.tx, [...new Set(said.map(({ sku }) => sku))])
  const before = byTier(known)
  for (const [key, lines] of byTier(said)) await setPrices(job, changing, lines, before.get(key) ?? [])
}

function byTier<T extends { readonly sku: string; readonly tier: Tier }>(
  rows: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    const key = `${row.sku} ${row.tier}`
    found.set(key, [...(found.get(key) ?? []), row])
  }
  return found
}

async function setPrices(
  job: Job,
  changing: Changing,
  lines: readonly Said[],
  before: readonly PriceRow[],
): Promise<void> {
  const sorted = lines.toSorted((a, b) =>
    a.span.from < b.span.from ? -1 : a.span.from > b.span.from ? 1 : 0,
  )
  let spans: Timeline<number> = tidy(before.map(({ from, to, list }) => ({ from, to, value: list })))
  for (const { span } of sorted) {
    const added = addSpan(spans, span)
    if (added.ok) spans = added.value
  }
  const changed = spans.filter(({ from, to, value }) => {
    const old = before.find((one) => one.from === from)
    return old?.to !== to || old.list !== value
  })
  for (const old of before)
    if (!spans.some(({ from }) => from === old.from)) await dropPrice(job.tx, changing, old.id)
  for (const { from, to, value } of changed)
    for (const { sku, tier } of lines.slice(0, 1))
      await setDated(job.tx, changing, 'price', ['sku_id', 'tier', 'valid_from'], {
        id: changing.newId(),
        market: null,
        values: { sku_id: sku, tier, valid_from: from, valid_to: to, list_minor: value },
      })
  for (const { row, span } of lines)
    row.state = changed.some(({ from }) => from === span.from) ? 'accepted' : 'unchanged'
}

async function saidIn(job: Job, file: MasterFile): Promise<readonly Said[]> {
  const codes = file.rows.map(({ record }) => keyOf(textOf(record, 'sku_code') ?? textOf(record, 'sku_name')))
  const known = await skusByKey(job.tx, [...new Set(codes.filter((code) => code !== undefined))])
  const said = new Map<string, Said>()
  for (const [at, row] of file.rows.entries()) {
    const key = codes[at] ?? ''
    const code = asWritten(row.record, key)
    const sku = known.get(key)
    const list = numberOf(row.record, 'list_price')
    const tier = tiers.find((one) => one === (textOf(row.record, 'tier') ?? 'wholesaler'))
    if (job.tx.scope !== '*') file.refuse(row, 'line/out-of-reach', { code })
    else if (!sku || sku.withdrawn) file.refuse(row, 'line/sku-unknown', { code })
    else if (list === undefined || list < 0) file.refuse(row, 'line/field-missing', { field: 'list_price' })
    else if (!tier)
      file.refuse(row, 'line/value-invalid', { field: 'tier', value: textOf(row.record, 'tier') ?? '' })
    const when = row.state === 'refused' ? undefined : period(row, file)
    if (!when || !sku || list === undefined || !tier) continue
    const { valid_from: from, valid_to: to } = when
    const span = { from, to, value: toMinor(list, job.rules.minorDigits) }
    const first = said.get(`${sku.id} ${tier} ${from}`)
    if (!first) said.set(`${sku.id} ${tier} ${from}`, { row, sku: sku.id, tier, span })
    else if (first.span.to === to && first.span.value === span.value) row.state = 'unchanged'
    else file.refuse(row, 'line/period-twice', { day: from, row: first.row.row.row })
  }
  return [...said.values()]
}

import { withSizes } from '../../domain/chain/size-period.ts'
import type { WarningCode } from '../../domain/chain/warning.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Tx } from '../db/transaction.ts'
import type { Book } from './book.ts'
import {
  claimCodes,
  createAccounts,
  createMarkets,
  createSkus,
  updateAccounts,
  updateSkus,
  writePeriods,
} from './change-store.ts'
import type { AccountUpdate, Changing, NewAccount, NewNode } from './change-store.ts'
import type { AccountEntry, MarketEntry, SkuEntry } from './entries.ts'
import { judgeAccounts, judgeSkus } from './judge-codes.ts'
import { findLostZeros } from './lost-zeros.ts'

export type Counted = { markets: number; accounts: number; skus: number }
export type Settled = { readonly created: Counted; readonly updated: Counted }

export type Settling = {
  readonly changing: Changing
  readonly hq: string
  readonly createMissing: boolean
  readonly warn: (code: WarningCode, count?: number) => void
}

const problem = (code: Problem['code'], facts: Problem['facts']): Problem => ({ code, facts })

/**
 * After the last line: which account and product each code of the file is, in the database or to be made; makes what is missing
 * and may be made, and brings names along. Entries that cannot be settled are `refused`, and their lines with them.
 */
export async function settle(tx: Tx, book: Book, how: Settling): Promise<Settled> {
  const accounts = book.accounts.filter((entry) => entry.lines + entry.sold > 0)
  const skus = book.skus.filter((entry) => entry.lines > 0)
  await findLostZeros(tx, accounts, skus, how.warn)
  const markets = await placeAccounts(tx, accounts, how)
  const created = await makeAccounts(tx, accounts, how)
  const updated = await renameAccounts(tx, accounts, how)
  const products = await settleSkus(tx, skus, how)
  return {
    created: { markets, accounts: created, skus: products.created },
    updated: { markets: 0, accounts: updated, skus: products.updated },
  }
}

/** Where accounts belong that the database doesn't know; makes the markets that this needs. */
async function placeAccounts(tx: Tx, accounts: readonly AccountEntry[], how: Settling): Promise<number> {
  judgeAccounts(accounts, tx.scope, how.createMissing)
  const missing = new Set<MarketEntry>()
  for (const { known, alias, refused, market } of accounts)
    if (!known && !alias && !refused && market && (!market.known || market.known.withdrawn))
      missing.add(market)
  const nodes = [...missing].map((market): NewNode => {
    const id = market.known?.id ?? how.changing.newId()
    market.id = id
    return { id, code: market.code, name: market.name ?? market.code, revive: market.known !== undefined }
  })
  await createMarkets(tx, how.changing, how.hq, nodes)
  return nodes.length
}

async function makeAccounts(tx: Tx, accounts: readonly AccountEntry[], how: Settling): Promise<number> {
  const wanted = accounts.flatMap((entry) => {
    const market = entry.market?.id
    if (entry.known || entry.alias || entry.refused || market === undefined) return []
    return [{ entry, key: entry.key, market, id: how.changing.newId() }]
  })
  if (wanted.length === 0) return 0
  const claimed = await claimCodes(
    tx,
    wanted.map(({ key, market, id }) => ({ key, market, id })),
  )
  const rows: NewAccount[] = []
  for (const { entry, key, market, id } of wanted) {
    if (!claimed.has(key)) {
      entry.refused = problem('line/out-of-reach', { code: entry.code })
      continue
    }
    entry.id = id
    rows.push({
      market,
      id,
      code: entry.code,
      name: entry.name ?? entry.code,
      asOf: entry.asOf || null,
      tier: entry.tier ?? 'wholesaler',
      address: entry.address ?? null,
      city: entry.city ?? null,
      lat: entry.lat ?? null,
      lon: entry.lon ?? null,
    })
  }
  await createAccounts(tx, how.changing, rows)
  return rows.length
}

/** The file's words win where its day is not before the day of ours; what it leaves open stays. */
async function renameAccounts(tx: Tx, accounts: readonly AccountEntry[], how: Settling): Promise<number> {
  const updates: AccountUpdate[] = []
  let seen = 0
  let otherName = 0
  for (const { known, asOf, ...said } of accounts) {
    if (!known || asOf === '' || (known.nameAsOf !== null && asOf < known.nameAsOf)) continue
    const next = {
      name: said.name ?? known.name,
      address: said.address ?? known.address,
      city: said.city ?? known.city,
      lat: said.lat ?? known.latitude,
      lon: said.lon ?? known.longitude,
    }
    const same = next.name === known.name && next.address === known.address && next.city === known.city
    const visible = !same || next.lat !== known.latitude || next.lon !== known.longitude
    if (!visible && (known.nameAsOf === asOf || said.name === undefined)) continue
    if (visible) seen += 1
    if (next.name !== known.name) otherName += 1
    updates.push({ market: known.market, id: known.id, code: known.code, asOf, ...next })
  }
  if (updates.length > 0) await updateAccounts(tx, how.changing, updates)
  how.warn('account/renamed', otherName)
  return seen
}

async function settleSkus(
  tx: Tx,
  skus: readonly SkuEntry[],
  how: Settling,
): Promise<{ created: number; updated: number }> {
  for (const entry of skus) entry.alias?.sizes.push(...entry.sizes)
  judgeSkus(skus, how.createMissing)
  const standing = skus.filter((entry) => !entry.alias && !entry.refused)
  const fresh = standing.filter((entry) => !entry.known || entry.known.withdrawn)
  for (const entry of fresh) entry.id = entry.known?.id ?? how.changing.newId()
  await createSkus(
    tx,
    how.changing,
    fresh.map((entry) => ({
      id: entry.id ?? '',
      code: entry.code,
      name: entry.name ?? entry.code,
      category: entry.category ?? null,
      brand: entry.brand ?? null,
      asOf: entry.asOf || null,
    })),
  )
  const updates = standing.flatMap((entry) => renamed(entry))
  if (updates.length > 0)
    await updateSkus(
      tx,
      how.changing,
      updates.map(({ row }) => row),
    )
  await resize(tx, standing, how)
  return { created: fresh.length, updated: updates.filter(({ visible }) => visible).length }
}

function renamed({ known, asOf, ...said }: SkuEntry) {
  if (!known || known.withdrawn || asOf === '' || (known.nameAsOf !== null && asOf < known.nameAsOf))
    return []
  const row = {
    id: known.id,
    name: said.name ?? known.name,
    category: said.category ?? known.category,
    brand: said.brand ?? known.brand,
    asOf,
  }
  const visible = row.name !== known.name || row.category !== known.category || row.brand !== known.brand
  return visible || (known.nameAsOf !== asOf && said.name !== undefined) ? [{ row, visible }] : []
}

async function resize(tx: Tx, skus: readonly SkuEntry[], how: Settling): Promise<void> {
  const written = skus.flatMap((entry) => {
    const isNew = !entry.known || entry.known.withdrawn
    const { periods, changed, opened, clashing } = withSizes(
      isNew ? [] : (entry.known?.periods ?? []),
      entry.sizes,
    )
    how.warn('sku/period-opened', opened)
    how.warn('sku/sizes-on-one-day', clashing)
    return changed ? [{ sku: entry.known?.id ?? entry.id ?? '', periods, isNew }] : []
  })
  if (written.length > 0) await writePeriods(tx, how.changing, written)
}

import { gramsOf } from '../../src/domain/chain/grams.ts'
import type { Deps } from '../../src/server/db/deps.ts'
import { inScope } from '../../src/server/db/transaction.ts'

export type MadeAccount = { readonly market: string; readonly id: string; readonly code: string }
export type MadeChain = {
  readonly hq: string
  readonly markets: readonly string[]
  readonly accounts: readonly MadeAccount[]
  readonly skus: readonly string[]
}

/** A company with its HQ and nothing else: what an import into a new folder finds. */
export async function aCompany(deps: Deps, company: { vatRate?: number } = {}): Promise<{ hq: string }> {
  const hq = deps.newId()
  await inScope(deps.db, '*', async ({ q }) => {
    await q
      .insertInto('company')
      .values({
        id: deps.newId(),
        name: 'Cloudcrest Brewery',
        currency: 'CNY',
        minor_digits: 2,
        time_zone: 'Asia/Shanghai',
        locale: 'zh',
        vat_rate: company.vatRate ?? null,
        kind: 'own',
        created_at: deps.now(),
      })
      .execute()
    await q
      .insertInto('territory_node')
      .values({ id: hq, kind: 'hq', code: 'HQ', code_key: 'hq', name: 'HQ', parent_id: null })
      .execute()
  })
  return { hq }
}

function times(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1)
}

/** A company of `markets` markets with `accounts` wholesalers each, and `skus` products of 12 × 500 ml. */
export async function aChain(
  deps: Deps,
  size: { markets: number; accounts: number; skus: number },
): Promise<MadeChain> {
  const { hq } = await aCompany(deps)
  const markets = times(size.markets).map((at) => ({ id: deps.newId(), code: `M${at}` }))
  const accounts = markets.flatMap(({ id, code }) =>
    times(size.accounts).map((at) => ({ market: id, id: deps.newId(), code: `${code}-A${at}` })),
  )
  const skus = times(size.skus).map((at) => ({ id: deps.newId(), code: `S${at}` }))
  await inScope(deps.db, '*', async ({ q }) => {
    const nodes = markets.map(({ id, code }) => ({
      id,
      kind: 'market',
      code,
      code_key: code.toLowerCase(),
      name: code,
      parent_id: hq,
    }))
    await q.insertInto('territory_node').values(nodes).execute()
    const rows = accounts.map(({ market, id, code }) => ({
      market_id: market,
      id,
      code,
      name: `Account ${code}`,
      tier: 'wholesaler',
      grams: gramsOf([code]),
    }))
    await q.insertInto('account').values(rows).execute()
    const keys = accounts.map(({ market, id, code }) => ({
      code_key: code.toLowerCase(),
      market_id: market,
      account_id: id,
    }))
    await q.insertInto('account_key').values(keys).execute()
    const products = skus.map(({ id, code }) => ({
      id,
      code,
      code_key: code.toLowerCase(),
      name: `Beer ${code}`,
    }))
    await q.insertInto('sku').values(products).execute()
    const periods = skus.map(({ id }) => ({
      id: deps.newId(),
      sku_id: id,
      valid_from: '1970-01-01',
      pack_units: 12,
      unit_ml: '500',
    }))
    await q.insertInto('sku_period').values(periods).execute()
  })
  return { hq, markets: markets.map(({ id }) => id), accounts, skus: skus.map(({ id }) => id) }
}

import type { MarketSizes } from '../../contract/market.ts'
import { readSize, type MarketSize } from '../../domain/assess/category-share.ts'
import { type Caller, noRight } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { marketAsked } from './market.ts'
import { loadSizeEntries, removeSize, saveSize } from './market-store.ts'
import { standOn } from './stand-on.ts'

/** All estimates of a market, latest first. Refused: no right, a code that is no market or outside the scope. */
export async function sizesOf(deps: Deps, caller: Caller, code: string): Promise<Result<MarketSizes>> {
  if (!caller.rights.has('ranking.read')) return noRight('ranking.read')
  const found = await findMarket(deps, caller, code)
  if (!found.ok) return found
  return ok({ sizes: await listed(deps, found.value.id) })
}

/**
 * Adds an estimate of what the market drinks in a year; one of the same day is replaced, and the audit keeps what stood there.
 * Refused: no right, no such market, an estimate that cannot be (see `readSize`).
 */
export async function estimate(
  deps: Deps,
  caller: Caller,
  code: string,
  size: MarketSize,
): Promise<Result<MarketSizes>> {
  if (!caller.rights.has('market.change')) return noRight('market.change')
  const found = await findMarket(deps, caller, code)
  if (!found.ok) return found
  const read = readSize(size, found.value.today)
  if (!read.ok) return read
  await inScope(deps.db, [found.value.id], async (tx) => {
    const before = await saveSize(tx, found.value.id, read.value)
    await audit(
      tx,
      deps.newId,
      { actor: caller.actor, at: deps.now() },
      {
        market: found.value.id,
        action: 'market.size',
        subject: read.value.validFrom,
        detail: { before, after: read.value },
      },
    )
  })
  return ok({ sizes: await listed(deps, found.value.id) })
}

/** Takes an estimate back. Refused as above, and where there is none of that day. */
export async function takeSizeBack(
  deps: Deps,
  caller: Caller,
  code: string,
  validFrom: Day,
): Promise<Result<MarketSizes>> {
  if (!caller.rights.has('market.change')) return noRight('market.change')
  const found = await findMarket(deps, caller, code)
  if (!found.ok) return found
  const { id } = found.value
  const before = (await listed(deps, id)).find((size) => size.validFrom === validFrom)
  if (!before) return refuse('market/size-missing', { day: validFrom })
  await inScope(deps.db, [id], async (tx) => {
    await removeSize(tx, id, validFrom)
    await audit(
      tx,
      deps.newId,
      { actor: caller.actor, at: deps.now() },
      { market: id, action: 'market.size-withdrawn', subject: validFrom, detail: { before } },
    )
  })
  return ok({ sizes: await listed(deps, id) })
}

async function findMarket(
  deps: Deps,
  caller: Caller,
  code: string,
): Promise<Result<{ readonly id: string; readonly today: Day }>> {
  const stood = await standOn(deps)
  if (!stood.ok) return stood
  const node = marketAsked(stood.value, caller, code)
  return node ? ok({ id: node.id, today: stood.value.today }) : refuse('market/missing', { market: code })
}

async function listed(deps: Deps, market: string): Promise<MarketSizes['sizes']> {
  const sizes = await inScope(deps.db, [market], (tx) => loadSizeEntries(tx, market), { readOnly: true })
  return [...sizes]
}

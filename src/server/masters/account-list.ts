import type { AccountQuery, MasterAccounts } from '../../contract/masters-accounts.ts'
import { codeKey } from '../../domain/chain/code.ts'
import { tiers } from '../../domain/chain/line.ts'
import { marketsUnder, within, type Caller, type Scope } from '../../domain/chain/reach.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { accountRows, accountTiers } from './account-list-store.ts'
import { onGround, type MasterGround } from './ground.ts'

const PAGE = 200

/** One page of the accounts of every tier that the caller reaches. A page beyond the last answers the last. */
export async function listAccounts(
  deps: Deps,
  caller: Caller,
  ask: AccountQuery,
): Promise<Result<MasterAccounts>> {
  return onGround(deps, caller.scope, async (tx, ground) => {
    const asked = placeAsked(ground, caller, ask.node)
    if (!asked.ok) return asked
    const { today } = ground
    const wanted = { ...ask, today, markets: asked.value === '*' ? null : asked.value }
    const counted = new Map((await accountTiers(tx, wanted)).map(({ tier, count }) => [tier, count]))
    const total = tiers
      .filter((tier) => ask.tier === undefined || tier === ask.tier)
      .reduce((sum, tier) => sum + (counted.get(tier) ?? 0), 0)
    const page = Math.max(1, Math.min(Number(ask.page), Math.ceil(total / PAGE)))
    const rows = await accountRows(tx, wanted, { from: (page - 1) * PAGE, count: PAGE })
    return ok({
      today,
      rows: [...rows],
      page,
      pageSize: PAGE,
      total,
      tiers: tiers.map((tier) => ({ tier, count: counted.get(tier) ?? 0 })),
    })
  })
}

/** The markets of a place (its code) as far as the caller reaches; refused where they reach none of it. */
function placeAsked(
  { nodes }: MasterGround,
  caller: Caller,
  code: string | undefined,
): Result<Scope, 'market/missing'> {
  if (code === undefined || code === '') return ok(caller.scope)
  const node = nodes.find(({ key }) => key === codeKey(code))
  if (!node) return refuse('market/missing')
  const markets = within(caller.scope, marketsUnder(nodes, node.id))
  return markets === '*' || markets.length > 0 || caller.scope === '*'
    ? ok(markets)
    : refuse('market/missing')
}

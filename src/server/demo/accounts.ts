import { codeKey } from '../../domain/chain/code.ts'
import { gramsOf } from '../../domain/chain/grams.ts'
import type { Tier } from '../../domain/chain/line.ts'
import type { Tx } from '../db/transaction.ts'
import { chanceOf } from './chance.ts'
import { lifeOf, type Dealer } from './dealers.ts'
import { personName, street, telephone } from './names.ts'
import type { Places } from './places.ts'
import { insertRows, type RowOf } from './rows-store.ts'
import type { DemoMarket } from './territory.ts'
import type { World } from './world.ts'

type Listed = {
  readonly code: string
  readonly name: string
  readonly tier: Tier
  readonly market: DemoMarket
  readonly channel: string | null
  readonly opened: number
}

/** As a person there would have typed it: the channel of an account is free text. */
const CHANNELS = { on_trade: '现饮', off_trade: '非现饮' } as const

function* listed({ wholesalers, dealers, outlets, ground }: World): Generator<Listed> {
  for (const one of wholesalers) {
    const { code, name, market } = one
    yield { code, name, market, tier: 'wholesaler', channel: null, opened: lifeOf(one, ground).from }
  }
  for (const { code, name, supplier, from } of dealers)
    yield { code, name, market: supplier.market, tier: 'sub_distributor', channel: null, opened: from }
  for (const { code, name, market, channel, dealer, wholesaler } of outlets) {
    const opened = dealer?.from ?? lifeOf(wholesaler, ground).from
    yield { code, name, market, tier: 'outlet', channel: CHANNELS[channel], opened }
  }
}

/** Accounts with where they are and whom to call, and the key of each code. `owner`: the rep of a node's code. */
export async function writeAccounts(
  tx: Tx,
  newId: () => string,
  world: World,
  node: Places['node'],
  owner: ReadonlyMap<string, string>,
): Promise<Places['account']> {
  const ids = new Map<string, { id: string; market: string }>()
  const rows = function* (): Generator<RowOf<'account'>> {
    for (const { code, name, tier, market, channel, opened } of listed(world)) {
      const chance = chanceOf(world.shape.seed, `place of ${code}`)
      const id = newId()
      const marketId = node.get(market.code) ?? ''
      ids.set(code, { id, market: marketId })
      yield {
        market_id: marketId,
        id,
        code,
        name,
        tier,
        address: `${market.name}${street(chance)}`,
        city: `${market.city}市`,
        latitude: market.latitude + 0.04 * chance.normal(),
        longitude: market.longitude + 0.04 * chance.normal(),
        phone: telephone(chance),
        contact: personName(chance),
        channel,
        owner_id: tier === 'wholesaler' ? (owner.get(market.office) ?? null) : null,
        grams: gramsOf([name, code]),
        // Who was there at the beginning has been there for longer than the books tell.
        opened_on: opened === 0 ? null : (world.ground.days[opened] ?? null),
      }
    }
  }
  await insertRows(tx, 'account', rows())
  const keys = [...ids].map(([code, { id, market }]) => {
    return { code_key: codeKey(code), market_id: market, account_id: id }
  })
  await insertRows(tx, 'account_key', keys)
  return ids
}

/** Who supplies whom, from when to when. */
export async function writeLinks(
  tx: Tx,
  newId: () => string,
  world: World,
  account: Places['account'],
): Promise<number> {
  const { days, span } = world.ground
  const link = (seller: string, buyer: string, from: number, until: number): RowOf<'supply_link'> => {
    const to = account.get(buyer)
    return {
      market_id: to?.market ?? null,
      id: newId(),
      seller_id: account.get(seller)?.id ?? null,
      buyer_id: to?.id ?? null,
      valid_from: days[from] ?? null,
      // A link that merely fell silent lately still holds: nobody has ended it yet.
      valid_to: until < span.days - 60 ? (days[until + 1] ?? null) : null,
    }
  }
  const rows = function* (): Generator<RowOf<'supply_link'>> {
    for (const dealer of world.dealers)
      yield link(dealer.supplier.code, dealer.code, dealer.from, endOf(dealer))
    for (const { code, dealer, wholesaler } of world.outlets) {
      const { from, until } = lifeOf(wholesaler, world.ground)
      if (dealer) yield link(dealer.code, code, dealer.from, endOf(dealer))
      else yield link(wholesaler.code, code, from, Math.max(from, until))
    }
  }
  return insertRows(tx, 'supply_link', rows())
}

function endOf({ from, until }: Dealer): number {
  return Math.max(from, until)
}

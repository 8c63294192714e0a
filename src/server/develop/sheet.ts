import type { Sheet } from '../../contract/concern.ts'
import { marketsUnder, noRight, within, type Caller } from '../../domain/chain/reach.ts'
import { addDays, addMonths, type Day } from '../../domain/day.ts'
import { LEAST_OTHERS, sheetOrder } from '../../domain/develop/sheet.ts'
import { argumentsOf } from '../../domain/develop/sheet-facts.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import type { Tx } from '../db/transaction.ts'
import { upFrom } from './owners.ts'
import {
  buyersIn,
  firstLedgerDay,
  lastLedgerDay,
  outletsNear,
  sizesOf,
  supportNear,
  wholesalersNear,
} from './sheet-store.ts'
import { concernsOf } from './view.ts'
import { withProspect, type Helpers } from './with-prospect.ts'

/**
 * The negotiation sheet of a prospect, for one of its people (the first who was asked, unless said). Facts are of the ledger and the market
 * nearby: the market, or the next place above it with at least five others. Refused: see `withProspect`; who may not see accounts; somebody
 * who is none of its people.
 */
export async function sheetOf(
  deps: Deps,
  caller: Caller,
  helpers: Helpers,
  ask: { readonly id: string; readonly person?: string | undefined },
): Promise<Result<Sheet>> {
  if (!caller.rights.has('account.read')) return noRight('account.read')
  return withProspect(
    deps,
    caller,
    { id: ask.id, readOnly: true },
    async ({ tx, one, people, today, at }) => {
      const person =
        ask.person === undefined
          ? (people.find(({ answers }) => answers !== null) ?? people[0])
          : people.find(({ id }) => id === ask.person)
      if (ask.person !== undefined && !person) return refuse('prospect/part-missing')
      const { market, account } = one
      const since = addMonths(today, -12)
      const near = await nearbyOf(tx, helpers, caller, { market, without: account, since })
      const where = { markets: near.markets, without: account }
      const to = (await lastLedgerDay(tx, near.markets, today)) ?? today
      const after = addMonths(to, -12)
      const year = { before: addMonths(to, -24), after, to }
      const quarter = { first: addDays(to, -180), middle: addDays(to, -90), to }
      const ranked = person ? concernsOf(person) : null
      const facts = argumentsOf({
        wholesalers: await wholesalersNear(tx, where, year),
        support: await supportNear(tx, where, year),
        outlets: await outletsNear(tx, where, quarter),
        // A share of the market is told only where the market itself has enough others.
        marketOthers: near.own,
        sizes: await sizesOf(tx, market, to),
        since: await firstLedgerDay(tx, near.markets),
        to,
        ownOutlets: one.outlets,
        nearbyIsMarket: near.markets.length === 1 && near.markets[0] === market,
      })
      const points = new Map((ranked ?? []).map((each) => [each.concern, each.points]))
      return ok({
        prospect: one.id,
        name: one.name,
        person: person ? { id: person.id, name: person.name } : null,
        nearby: near.name,
        from: addDays(after, 1),
        to,
        made: at.toISOString(),
        parts: sheetOrder(ranked).map((concern) => ({
          concern,
          points: points.get(concern) ?? 0,
          facts: [...facts[concern]],
        })),
      })
    },
  )
}

/** The market, or the next place above it, within the scope, where at least five others buy; else the widest there is. */
async function nearbyOf(
  tx: Tx,
  { tree }: Helpers,
  caller: Caller,
  of: { readonly market: string; readonly without: string | null; readonly since: Day },
): Promise<{ readonly name: string; readonly markets: readonly string[]; readonly own: number }> {
  const nodes = await tree(tx)
  const buyers = await buyersIn(tx, of.since, of.without)
  const every = nodes.filter(({ kind }) => kind === 'market').map(({ id }) => id)
  let found = { name: '', markets: [of.market] as readonly string[], own: buyers.get(of.market) ?? 0 }
  for (const id of upFrom(nodes, of.market)) {
    const beneath = within(marketsUnder(nodes, id), caller.scope)
    const markets = beneath === '*' ? every : beneath
    found = { ...found, name: nodes.find((node) => node.id === id)?.name ?? '', markets }
    if (markets.reduce((sum, one) => sum + (buyers.get(one) ?? 0), 0) >= LEAST_OTHERS) break
  }
  return found
}

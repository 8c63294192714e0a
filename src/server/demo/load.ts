import { addDays } from '../../domain/day.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { writeAccounts, writeLinks } from './accounts.ts'
import { lockCompany, whatIsThere, writeCompany, writePerson } from './company-store.ts'
import { dealingsOf, type Tally } from './dealings.ts'
import { factsOf, sizeOf } from './facts.ts'
import { COMPANY } from './names.ts'
import type { DemoLine, DemoParts, DemoProgress } from './parts.ts'
import { DEMO_PASSWORD, peopleOf } from './people.ts'
import { writeNodes, writeProducts, type Places } from './places.ts'
import { insertRows, type RowOf } from './rows-store.ts'
import { spendOf } from './spend.ts'
import { visitsTo } from './visits.ts'
import { makeWorld, type World } from './world.ts'

/** Lines of the ledger that the whole demo is expected to have, for progress only. */
const EXPECTED_A_DEALER = 235
const SOURCE = 'demo'

/**
 * Makes the demo company in an empty database, in one transaction: nothing or all of it. Then assesses its months, and makes its trade
 * policies. Does nothing where it is already (but for months that are missing). Refused beside a company of one's own:
 * `demo/beside-real-data`.
 */
export async function loadDemo(
  deps: Deps,
  parts: DemoParts,
  actor: string,
  onProgress: (progress: DemoProgress) => void,
): Promise<Result<{ readonly made: boolean; readonly movements: number }>> {
  onProgress({ step: 'company', done: 0 })
  const loaded = await inScope(deps.db, '*', async (tx) => {
    await lockCompany(tx)
    const there = await whatIsThere(tx)
    if (there === 'real') return refuse('demo/beside-real-data')
    if (there === 'demo') return ok({ made: false, movements: 0 })
    return ok({ made: true, movements: await write(tx, deps, parts, actor, onProgress) })
  })
  if (!loaded.ok) return loaded
  const onDay = (done: number) => onProgress({ step: 'verdicts', done: 0.85 + 0.15 * done })
  onDay(0)
  const assessed = await parts.assess(deps, onDay)
  if (!assessed.ok) return assessed
  await parts.promise(deps)
  onProgress({ step: 'verdicts', done: 1 })
  return loaded
}

async function write(
  tx: Tx,
  deps: Deps,
  parts: DemoParts,
  actor: string,
  onProgress: (progress: DemoProgress) => void,
): Promise<number> {
  const { newId } = deps
  const at = deps.now()
  const world = makeWorld(parts.shape)
  const hq = await writeCompany(tx, newId, COMPANY, at)
  const node = await writeNodes(tx, newId, world, hq)
  const owner = await writePeople(tx, deps, parts, world, node)
  const skus = await writeProducts(tx, newId, world)
  const account = await writeAccounts(tx, newId, world, node, owner)
  const links = await writeLinks(tx, newId, world, account)
  const places: Places = { node, account, skus }
  const tallies = new Map<number, Tally>()
  const batch = newId()
  const expected = world.dealers.length * EXPECTED_A_DEALER
  const onLine = (n: number) =>
    onProgress({ step: 'movements', done: 0.05 + 0.7 * Math.min(1, n / expected) })
  const lines = postings(world, places, tallies, onLine)
  const posted = await parts.post(tx, { batch, seed: newId(), at }, SOURCE, lines)
  onProgress({ step: 'spend', done: 0.78 })
  const spend = await writeSpend(tx, newId, world, places, tallies, at)
  const facts = await writeFacts(tx, newId, world, places)
  const visits = await writeVisits(tx, newId, world, places, owner, at)
  const movements = posted.markets.reduce((sum, market) => sum + market.lines, 0)
  const detail = {
    seed: parts.shape.seed,
    end: parts.shape.end,
    accounts: account.size,
    links,
    movements,
    spend,
    facts,
    visits,
  }
  await audit(tx, newId, { actor, at }, { market: hq, action: 'demo.make', detail })
  for (const { market, lines: count, digest } of posted.markets.toSorted((a, b) =>
    a.market < b.market ? -1 : 1,
  ))
    await audit(
      tx,
      newId,
      { actor, at },
      { market, action: 'demo.post', subject: batch, detail: { lines: count, digest } },
    )
  return movements
}

/** Gives the rep of each office, by the office's code. */
async function writePeople(
  tx: Tx,
  { newId, now }: Deps,
  { setPassword }: DemoParts,
  world: World,
  node: Places['node'],
): Promise<ReadonlyMap<string, string>> {
  const owner = new Map<string, string>()
  const from = world.ground.days[0] ?? ''
  for (const person of peopleOf(world)) {
    const { email, name, role } = person
    const id = await writePerson(tx, newId, person, { node: node.get(person.node) ?? '', from, at: now() })
    await setPassword(tx, { id, email, name, locale: 'zh', active: true }, DEMO_PASSWORD)
    if (role === 'rep') owner.set(person.node, id)
  }
  return owner
}

function* postings(
  world: World,
  { account, skus }: Places,
  tallies: Map<number, Tally>,
  onLine: (n: number) => void,
): Generator<DemoLine> {
  let n = 0
  for (const dealing of dealingsOf(world, tallies)) {
    const buyer = account.get(dealing.account)
    const sku = skus[dealing.sku]
    if (!buyer || sku === undefined) throw new Error(`no such account or product: ${dealing.account}`)
    const seller = dealing.seller === null ? null : (account.get(dealing.seller)?.id ?? null)
    n += 1
    if (n % 5000 === 0) onLine(n)
    yield {
      ...dealing,
      market: buyer.market,
      account: buyer.id,
      sku,
      seller,
      day: world.ground.days[dealing.day] ?? '',
    }
  }
}

async function writeSpend(
  tx: Tx,
  newId: () => string,
  world: World,
  { account }: Places,
  tallies: ReadonlyMap<number, Tally>,
  at: Date,
): Promise<number> {
  const rows = function* (): Generator<RowOf<'trade_spend'>> {
    for (const wholesaler of world.wholesalers) {
      const tally = tallies.get(wholesaler.index)
      const place = account.get(wholesaler.code)
      if (!tally || !place) continue
      for (const { day, component, amountMinor } of spendOf(world, wholesaler, tally))
        yield {
          market_id: place.market,
          id: newId(),
          account_id: place.id,
          day: world.ground.days[day] ?? null,
          component,
          amount_minor: amountMinor,
          source: SOURCE,
          recorded_at: at.toISOString(),
        }
    }
  }
  return insertRows(tx, 'trade_spend', rows())
}

/** Fixed dates of each wholesaler, and what its office's rep made of them. */
async function writeVisits(
  tx: Tx,
  newId: () => string,
  world: World,
  { account }: Places,
  owner: ReadonlyMap<string, string>,
  at: Date,
): Promise<number> {
  const cadences: RowOf<'visit_cadence'>[] = []
  const visits: RowOf<'visit'>[] = []
  for (const wholesaler of world.wholesalers) {
    const place = account.get(wholesaler.code)
    const rep = owner.get(wholesaler.market.office)
    const of = visitsTo(world, wholesaler)
    if (!place || rep === undefined || !of) continue
    const stamp = { market_id: place.market, account_id: place.id, made_at: at.toISOString() }
    const { from, everyDays, weekdays } = of.cadence
    const cadence = { from_day: from, every_days: everyDays, weekdays }
    cadences.push({ ...stamp, ...cadence, id: newId(), made_by: SOURCE })
    for (const { standsFor, ...said } of of.visits)
      visits.push({
        ...stamp,
        ...said,
        id: newId(),
        stands_for: standsFor,
        visitor_id: said.state === 'done' ? rep : null,
        version: 1,
        made_by: `person:${rep}`,
      })
  }
  await insertRows(tx, 'visit_cadence', cadences)
  return insertRows(tx, 'visit', visits)
}

async function writeFacts(
  tx: Tx,
  newId: () => string,
  world: World,
  { node, account }: Places,
): Promise<number> {
  const { days } = world.ground
  const first = days[0] ?? ''
  const rows = function* (): Generator<RowOf<'account_fact'>> {
    for (const wholesaler of world.wholesalers) {
      const place = account.get(wholesaler.code)
      for (const { fact, value, day, expires, source } of factsOf(world, wholesaler))
        yield {
          market_id: place?.market ?? null,
          id: newId(),
          account_id: place?.id ?? null,
          fact,
          value,
          day: days[day] ?? null,
          expires_on: addDays(first, expires),
          source,
        }
    }
  }
  const sizes = world.territory.markets.flatMap((market) => {
    const size = sizeOf(world, market)
    if (!size) return []
    const { litres, low, high, source } = size
    return [
      {
        market_id: node.get(market.code) ?? null,
        valid_from: first,
        litres_a_year: litres,
        low,
        high,
        source,
      },
    ]
  })
  await insertRows(tx, 'market_size', sizes)
  return insertRows(tx, 'account_fact', rows())
}

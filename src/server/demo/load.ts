import { addDays, type Day } from '../../domain/day.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { writeAccounts, writeLinks } from './accounts.ts'
import {
  LIVED,
  lockCompany,
  MADE,
  oneAtATime,
  whatIsThere,
  writeCompany,
  writePerson,
} from './company-store.ts'
import { dealingsOf, type Tally } from './dealings.ts'
import { factsOf, sizeOf } from './facts.ts'
import { linesOf, yearBegins } from './lines.ts'
import { COMPANY } from './names.ts'
import type { DemoLine, DemoParts, DemoProgress, DemoYear } from './parts.ts'
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
 * Makes the demo company in an empty database: what is there by the beginning of the year in one transaction, assessed, then the year, day
 * by day as people live it. Does nothing where it is already (but for months that are missing); one that was cut off is made anew. Refused beside a company of one's own: `demo/beside-real-data`.
 */
export async function loadDemo(
  deps: Deps,
  parts: DemoParts,
  actor: string,
  onProgress: (progress: DemoProgress) => void,
): Promise<Result<{ readonly made: boolean; readonly movements: number }>> {
  onProgress({ step: 'company', done: 0 })
  const loaded = await oneAtATime(deps, () => made(deps, parts, actor, onProgress))
  if (!loaded.ok) return loaded
  if (!loaded.value.made) {
    onProgress({ step: 'verdicts', done: 0.5 })
    const assessed = await parts.assess(deps, (done) =>
      onProgress({ step: 'verdicts', done: 0.5 + 0.5 * done }),
    )
    if (!assessed.ok) return assessed
  }
  onProgress({ step: 'year', done: 1 })
  return loaded
}

async function made(
  deps: Deps,
  parts: DemoParts,
  actor: string,
  onProgress: (progress: DemoProgress) => void,
): Promise<Result<{ readonly made: boolean; readonly movements: number }>> {
  const cutOff = await inScope(deps.db, '*', async (tx) => (await whatIsThere(tx)) === 'unfinished')
  if (cutOff) await parts.clear()
  const begun = await inScope(deps.db, '*', async (tx) => {
    await lockCompany(tx)
    const there = await whatIsThere(tx)
    if (there === 'real') return refuse('demo/beside-real-data')
    return ok(there === 'empty' ? await write(tx, deps, parts, actor, onProgress) : null)
  })
  if (!begun.ok) return begun
  if (begun.value === null) return ok({ made: false, movements: 0 })
  const { year, hq, movements } = begun.value
  const assessed = await parts.assess({ ...deps, now: () => begun.value?.from ?? deps.now() }, (done) =>
    onProgress({ step: 'verdicts', done: 0.5 + 0.15 * done }),
  )
  if (!assessed.ok) return assessed
  const onDay = (done: number) => onProgress({ step: 'year', done: 0.65 + 0.34 * done })
  onDay(0)
  const lived = await parts.live(deps, year, onDay)
  const { today } = year
  const detail = { from: [...year.later.keys()].toSorted()[0] ?? today, to: today }
  const stamp = { actor, at: deps.now() }
  await inScope(deps.db, '*', (tx) => audit(tx, deps.newId, stamp, { market: hq, action: LIVED, detail }))
  return ok({ made: true, movements: movements + lived.movements })
}

async function write(
  tx: Tx,
  deps: Deps,
  parts: DemoParts,
  actor: string,
  onProgress: (progress: DemoProgress) => void,
) {
  const { newId } = deps
  const at = deps.now()
  const world = makeWorld(parts.shape)
  const today = addDays(parts.shape.end, 1)
  const hq = await writeCompany(tx, newId, COMPANY, at)
  const node = await writeNodes(tx, newId, world, hq)
  const owner = await writePeople(tx, deps, parts, world, node)
  const skus = await writeProducts(tx, newId, world)
  onProgress({ step: 'accounts', done: 0.02 })
  const account = await writeAccounts(tx, newId, world, node, owner)
  const links = await writeLinks(tx, newId, world, account)
  const places: Places = { node, account, skus }
  const tallies = new Map<number, Tally>()
  const expected = world.dealers.length * EXPECTED_A_DEALER
  const onLine = (n: number) =>
    onProgress({ step: 'movements', done: 0.05 + 0.35 * Math.min(1, n / expected) })
  const later = new Map<string, DemoLine[]>()
  const post = async (open: Tx, batch: string, when: Date, lines: Iterable<DemoLine>) => {
    const { markets } = await parts.post(open, { batch, seed: newId(), at: when }, SOURCE, lines)
    for (const { market, lines: count, digest } of markets.toSorted((a, b) =>
      a.market < b.market ? -1 : 1,
    )) {
      const detail = { lines: count, digest }
      await audit(open, newId, { actor, at: when }, { market, action: 'demo.post', subject: batch, detail })
    }
    return markets.reduce((sum, market) => sum + market.lines, 0)
  }
  const detail = { seed: parts.shape.seed, end: parts.shape.end, accounts: account.size, links, year: true }
  await audit(tx, newId, { actor, at }, { market: hq, action: MADE, detail })
  const all = linesOf(world, places, dealingsOf(world, tallies), onLine)
  const begins = yearBegins(today)
  const from = new Date(`${begins}T00:30:00.000Z`)
  const movements = await post(tx, newId(), from, setAside(all, later, begins))
  onProgress({ step: 'spend', done: 0.45 })
  await writeSpend(tx, newId, world, places, tallies, at)
  await writeFacts(tx, newId, world, places)
  onProgress({ step: 'visits', done: 0.48 })
  await writeVisits(tx, newId, world, places, owner, at)
  const assess = (then: Deps) => parts.assess(then, () => undefined)
  const year: DemoYear = { world, today, places, later, post, assess }
  return { year, hq, movements, from }
}

/** Gives lines up to a day, and keeps those from it on by their month. */
function* setAside(
  lines: Iterable<DemoLine>,
  later: Map<string, DemoLine[]>,
  from: Day,
): Generator<DemoLine> {
  for (const line of lines) {
    if (line.day < from) {
      yield line
      continue
    }
    const month = line.day.slice(0, 7)
    const known = later.get(month)
    if (known) known.push(line)
    else later.set(month, [line])
  }
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

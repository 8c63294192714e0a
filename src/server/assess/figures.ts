import type {
  AccountFigures,
  Fact,
  MarketFigures,
  Override,
  SpendComponent,
} from '../../domain/assess/figures.ts'
import type { Day } from '../../domain/day.ts'
import { addMonths, civilOf, dayFromNumber, daysBetween, monthStart } from '../../domain/day.ts'
import { grouped } from '../../domain/grouped.ts'
import type { Tx } from '../db/transaction.ts'
import type { Buckets } from './buckets.ts'
import { bucketsTo } from './buckets.ts'
import { loadFacts, loadNetworks, loadOverrides, loadSizes } from './facts-store.ts'
import type { Member, Orders, Volume } from './figures-store.ts'
import { loadExcise, loadMembers, loadOrders, loadSpend, loadVolumes, makeRoom } from './figures-store.ts'
import type { Ground } from './ground.ts'
import { rootsOf } from './merged-roots.ts'
import { awayOn, whomOn } from './moved.ts'

/** An account as it is listed, beside its figures: what the rules need not know. */
export type Listed = {
  readonly member: Member
  readonly merged: readonly Member[]
  readonly parentCode: string | null
  readonly milliCases: number | null
  readonly figures: AccountFigures
}

export type MarketLoad = { readonly figures: MarketFigures; readonly listed: ReadonlyMap<string, Listed> }

const KEPT_ORDER_DAYS = 13

/**
 * Loads whole markets in a fixed number of queries, however many accounts they have. `pretend`: accounts read as if merged into
 * others (both wholesalers), to see what a merge would come to; nothing is written.
 */
export async function loadMarkets(
  tx: Tx,
  ground: Ground,
  markets: readonly string[],
  asOf: Day,
  overridesUntil: Day,
  pretend: ReadonlyMap<string, string> = new Map(),
): Promise<ReadonlyMap<string, MarketLoad>> {
  const buckets = bucketsTo(asOf)
  await makeRoom(tx)
  const whom = whomOn(ground.moves, markets, asOf)
  const away = awayOn(ground.moves, asOf)
  const isAway = (market: string, id: string | null) => id !== null && away.get(market)?.has(id) === true
  const members = (await loadMembers(tx, markets))
    .filter(({ market, id }) => !isAway(market, id))
    .map((member) => {
      const into = pretend.get(member.id) ?? member.mergedInto
      // Merged into one that was elsewhere on that day, it counted for itself here.
      return { ...member, mergedInto: isAway(member.market, into) ? null : into }
    })
  const rootOf = rootsOf(members)
  const roots = new Map(members.map(({ id }) => [id, rootOf(id)]))
  const merged = new Map([...roots].filter(([id, root]) => id !== root))
  const parts: Parts = {
    buckets,
    asOf,
    spans: ground.spans,
    knownExcise: ground.knownExcise,
    volumes: group(await loadVolumes(tx, whom, buckets), roots),
    orders: group(await loadOrders(tx, whom, asOf), roots),
    facts: group(await loadFacts(tx, whom, asOf), roots),
    spend: group(ground.knownSpend.length > 0 ? await loadSpend(tx, whom, buckets.after, asOf) : [], roots),
    excise: ground.knownExcise ? await loadExcise(tx, whom, buckets.after, asOf) : new Map(),
    networks: new Map(
      (await loadNetworks(tx, whom, buckets.after, asOf, merged)).map((row) => [row.id, row]),
    ),
    overrides: await loadOverrides(tx, markets, asOf, overridesUntil),
  }
  const sizes = await loadSizes(tx, markets, asOf)
  const codes = new Map(members.map((member) => [member.id, member.code]))
  const mergedBy = group(
    members.filter((member) => member.mergedInto !== null),
    roots,
  )
  const loads = new Map<string, { accounts: AccountFigures[]; listed: Map<string, Listed> }>()
  for (const market of markets) loads.set(market, { accounts: [], listed: new Map() })
  for (const member of members) {
    if (member.mergedInto !== null) continue
    const load = loads.get(member.market)
    const others = mergedBy.get(member.id) ?? []
    const figures = figuresOf(member, [member, ...others], parts)
    load?.accounts.push(figures)
    load?.listed.set(member.id, {
      member,
      merged: others,
      parentCode: member.parentId === null ? null : (codes.get(member.parentId) ?? null),
      milliCases: casesOf(parts.volumes.get(member.id) ?? []),
      figures,
    })
  }
  const codeOf = new Map(ground.nodes.map((node) => [node.id, node.code]))
  return new Map(
    [...loads].map(([id, { accounts, listed }]) => {
      const size = sizes.get(id)
      const figures: MarketFigures = {
        market: { id, code: codeOf.get(id) ?? id },
        asOf,
        minorDigits: ground.company.digits,
        categoryMillilitres: size === undefined ? null : Math.round(size.litres * 1000),
        knownSpend: ground.knownSpend,
        accounts,
      }
      return [id, { figures, listed }]
    }),
  )
}

type Parts = {
  readonly buckets: Buckets
  readonly asOf: Day
  readonly spans: Ground['spans']
  readonly knownExcise: boolean
  readonly volumes: ReadonlyMap<string, readonly Volume[]>
  readonly orders: ReadonlyMap<string, readonly Orders[]>
  readonly facts: ReadonlyMap<string, readonly Fact[]>
  readonly spend: ReadonlyMap<
    string,
    readonly { readonly component: SpendComponent; readonly minor: number }[]
  >
  readonly excise: ReadonlyMap<string, number>
  readonly networks: ReadonlyMap<string, { readonly subDistributors: number; readonly outlets: number }>
  readonly overrides: ReadonlyMap<string, Override>
}

function figuresOf(member: Member, all: readonly Member[], parts: Parts): AccountFigures {
  const { buckets, asOf } = parts
  const volumes = parts.volumes.get(member.id) ?? []
  const sum = (of: (volume: Volume) => number): number => volumes.reduce((total, one) => total + of(one), 0)
  const months = buckets.months.map(() => 0)
  let before = 0
  for (const volume of volumes)
    for (const [bucket, ml] of pairs(volume.buckets)) {
      const month = buckets.month[bucket - 1] ?? -1
      if (month >= 0) months[month] = (months[month] ?? 0) + ml
      if (buckets.before[bucket - 1]) before += ml
    }
  const orders = parts.orders.get(member.id) ?? []
  const orderDays = [...new Set(orders.flatMap((one) => one.days.split(',').map(Number)))]
    .toSorted((a, b) => a - b)
    .slice(-KEPT_ORDER_DAYS)
  const first = orders.length > 0 ? dayFromNumber(Math.min(...orders.map((one) => one.first))) : null
  const lastOrder = orderDays.at(-1)
  const lastDays = [
    ...volumes.flatMap((one) => (one.lastDay === null ? [] : [one.lastDay])),
    ...(lastOrder === undefined ? [] : [dayFromNumber(lastOrder)]),
  ]
  const network = parts.networks.get(member.id)
  const spend: Partial<Record<SpendComponent, number>> = {}
  for (const one of parts.spend.get(member.id) ?? [])
    spend[one.component] = (spend[one.component] ?? 0) + one.minor
  const firstOfMarket = parts.spans.get(member.market)?.first
  // What the account had before its own first record is missing, not zero: from the month of its first order, or of a return before it.
  const moved = months.findIndex((ml) => ml !== 0)
  const ordered = buckets.months.findIndex((month) => !isBefore(month, first ?? undefined))
  const begins = Math.min(...[moved, ordered].map((at) => (at < 0 ? months.length : at)))
  return {
    id: member.id,
    code: member.code,
    tier: 'wholesaler',
    millilitres: sum((one) => one.ml),
    lastYearMillilitres: comparable(firstOfMarket, buckets.afterBefore) ? before : null,
    historyMonths: first === null ? 0 : wholeMonths(first, asOf),
    months: months.map((ml, at) => (at < begins ? null : ml)),
    revenueMinor: sum((one) => one.amount),
    lines: sum((one) => one.lines),
    costedLines: sum((one) => one.costedLines),
    costedMillilitres: sum((one) => one.costedMl),
    costedRevenueMinor: sum((one) => one.costedAmount),
    costMinor: sum((one) => one.cost),
    listMinor: null,
    exciseMinor: parts.knownExcise
      ? all.reduce((total, one) => total + (parts.excise.get(one.id) ?? 0), 0)
      : null,
    spend,
    orderDays,
    lastMovement: lastDays.toSorted().at(-1) ?? null,
    activeSubDistributors: network?.subDistributors ?? null,
    activeOutlets: network?.outlets ?? null,
    facts: parts.facts.get(member.id) ?? [],
    override: parts.overrides.get(member.id) ?? null,
  }
}

/** Whether a calendar month, by its first day, ended before the first record. */
function isBefore(month: Day, first: Day | undefined): boolean {
  return first === undefined || month < monthStart(first)
}

/** The year before is comparable when the market's ledger covers it, give or take its first month. */
function comparable(first: Day | undefined, afterBefore: Day): boolean {
  return first !== undefined && daysBetween(afterBefore, first) <= 31
}

function wholeMonths(from: Day, to: Day): number {
  const a = civilOf(from)
  const b = civilOf(to)
  const months = (b.year - a.year) * 12 + b.month - a.month
  return addMonths(from, months) > to ? months - 1 : months
}

function casesOf(volumes: readonly Volume[]): number | null {
  const cases = volumes.reduce((total, one) => total + one.milliCases, 0)
  const ml = volumes.reduce((total, one) => total + one.ml, 0)
  return cases === 0 && ml !== 0 ? null : cases
}

function* pairs(text: string): Generator<readonly [number, number]> {
  for (const pair of text.split(',')) {
    const colon = pair.indexOf(':')
    yield [Number(pair.slice(0, colon)), Number(pair.slice(colon + 1))]
  }
}

function group<T extends { readonly id: string }>(
  rows: readonly T[],
  roots: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly T[]> {
  return grouped(rows, ({ id }) => roots.get(id) ?? id)
}

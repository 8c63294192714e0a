import type { MemberLevel } from '../../contract/market.ts'
import type { KnownOutlet } from '../../domain/assess/coverage-holes.ts'
import type { MarketSize } from '../../domain/assess/category-share.ts'
import type { MemberWorth } from '../../domain/assess/whale-curve-member.ts'
import { worthOfAccount, worthOfSub } from '../../domain/assess/whale-curve-member.ts'
import type { Scope } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import { grouped } from '../../domain/grouped.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import type { Assessed } from './assessed.ts'
import { loadSpend, makeRoom } from './figures-store.ts'
import type { Ground } from './ground.ts'
import { rootsOf } from './merged-roots.ts'
import { hereOn, seeing } from './moved.ts'
import {
  cutsTo,
  loadMemberRows,
  loadMixMargins,
  loadOutlets,
  loadSizeEntries,
  loadSuppliers,
  type MemberRow,
} from './market-store.ts'

/** One account or sub-distributor with whatever was merged into it. `worth` is null where no contribution is known of it. */
export type Member = Omit<MemberRow, 'mergedInto' | 'market'> & {
  readonly level: MemberLevel
  readonly suppliers: readonly string[]
  readonly worth: MemberWorth | null
}

export type MarketMembers = {
  readonly members: ReadonlyMap<string, Member>
  readonly outlets: readonly KnownOutlet[]
  readonly sizes: readonly MarketSize[]
}

const kept = new WeakMap<Assessed, Promise<MarketMembers>>()

/** All that a market's page says beside the assessment, in five queries however many members it has; kept as long as that. */
export function membersOf(
  deps: Deps,
  ground: Ground,
  scope: Scope,
  market: string,
  assessed: Assessed,
  asOf: Day,
): Promise<MarketMembers> {
  const there = kept.get(assessed)
  if (there) return there
  const made = load(deps, ground, scope, market, assessed, asOf)
  kept.set(assessed, made)
  made.catch(() => kept.delete(assessed))
  return made
}

async function load(
  deps: Deps,
  ground: Ground,
  scope: Scope,
  market: string,
  assessed: Assessed,
  asOf: Day,
): Promise<MarketMembers> {
  const cuts = cutsTo(asOf)
  const here = hereOn(ground.moves, market, asOf)
  const told = await inScope(
    deps.db,
    seeing(ground.links, scope, [market]),
    async (tx) => {
      await makeRoom(tx)
      const rows = wholeOf(await loadMemberRows(tx, here, cuts), market, here.away)
      const subs = rows.some((row) => row.tier === 'sub_distributor' && row.ml !== 0)
      return {
        rows,
        suppliers: subs ? await loadSuppliers(tx, market, cuts.after, asOf) : [],
        mix: subs ? await loadMixMargins(tx, here, cuts.after, asOf) : new Map<string, number>(),
        spend: subs && ground.knownSpend.length > 0 ? await loadSpend(tx, here, cuts.after, asOf) : [],
        outlets: await loadOutlets(tx, here, cuts.after, asOf),
        sizes: await loadSizeEntries(tx, market),
      }
    },
    { readOnly: true, snapshot: true },
  )
  const rootOf = rootsOf(told.rows)
  const rows = joined(told.rows, rootOf)
  const firsts = firstTier(ground, assessed, rows, told.mix)
  const links = grouped(told.suppliers, (row) => rootOf(row.buyer))
  const own = new Map<string, number>()
  for (const { id, component, minor } of told.spend)
    if (component !== 'on_invoice') own.set(rootOf(id), (own.get(rootOf(id)) ?? 0) + minor)
  const members = new Map<string, Member>()
  for (const row of rows.values()) {
    if (row.tier === 'wholesaler') {
      const level = 'wholesaler' as const
      members.set(row.id, { ...row, level, suppliers: [], worth: firsts.get(row.id) ?? null })
      continue
    }
    const mine = grouped(links.get(row.id) ?? [], (link) => rootOf(link.seller))
    const days = [...mine].map(([id, found]) => ({ id, part: found.reduce((sum, one) => sum + one.days, 0) }))
    const worth = worthOfSub(
      {
        id: row.id,
        millilitres: row.ml,
        returned: row.returned,
        suppliers: days,
        mixMargin: told.mix.get(row.id) ?? null,
        ownSpend: own.get(row.id) ?? 0,
      },
      firsts,
    )
    const suppliers = days.toSorted((a, b) => b.part - a.part).map(({ id }) => id)
    members.set(row.id, { ...row, level: 'sub_distributor', suppliers, worth })
  }
  return { members, outlets: told.outlets, sizes: told.sizes }
}

type First = MemberWorth & { readonly mixMargin: number | null }

function firstTier(
  ground: Ground,
  assessed: Assessed,
  rows: ReadonlyMap<string, MemberRow>,
  mix: ReadonlyMap<string, number>,
): ReadonlyMap<string, First> {
  const figures = new Map(assessed.load.figures.accounts.map((one) => [one.id, one]))
  return new Map(
    assessed.verdict.verdicts.flatMap(({ account, contribution: { minor } }) => {
      const own = figures.get(account)
      if (minor === null || !own) return []
      const worth = worthOfAccount(own, minor, ground.knownSpend, rows.get(account)?.returned ?? 0)
      return [[account, { ...worth, mixMargin: mix.get(account) ?? null }] as const]
    }),
  )
}

function joined(rows: readonly MemberRow[], rootOf: (id: string) => string): ReadonlyMap<string, MemberRow> {
  const roots = new Map(rows.filter((row) => row.mergedInto === null).map((row) => [row.id, row]))
  for (const row of rows) {
    const root = row.mergedInto === null ? undefined : roots.get(rootOf(row.id))
    if (!root) continue
    roots.set(root.id, plus(root, row))
  }
  return roots
}

function plus(one: MemberRow, other: MemberRow): MemberRow {
  return {
    ...one,
    ml: one.ml + other.ml,
    milliCases: one.milliCases + other.milliCases,
    returned: one.returned + other.returned,
    recent: one.recent + other.recent,
    recentBefore: one.recentBefore + other.recentBefore,
  }
}

/** An account that moved has a row in each of its markets: one of them all, called as it is here. */
function wholeOf(rows: readonly MemberRow[], market: string, away: readonly string[]): readonly MemberRow[] {
  const own = new Map(rows.filter((row) => row.market === market).map((row) => [row.id, row]))
  for (const row of rows) {
    const there = own.get(row.id)
    if (row.market !== market && there) own.set(row.id, plus(there, row))
  }
  // Merged into one that was elsewhere on that day, it counted for itself here.
  return [...own.values()].map((row) =>
    away.includes(row.mergedInto ?? '') ? { ...row, mergedInto: null } : row,
  )
}

import type { MarketMembers, MarketPage, Markets, MemberLevel } from '../../contract/market.ts'
import { categoryShare, isStale } from '../../domain/assess/category-share.ts'
import { keyStandings } from '../../domain/assess/criterion.ts'
import { coverageOf } from '../../domain/assess/coverage-holes.ts'
import { type Caller, noRight } from '../../domain/chain/reach.ts'
import { codeKey } from '../../domain/chain/code.ts'
import { inReach } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import { addMonths, daysBetween, windowTo } from '../../domain/day.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { litresOf } from '../../domain/volume.ts'
import type { Deps } from '../db/deps.ts'
import { assess, type Assessment } from './assessment.ts'
import type { Assessed } from './assessed.ts'
import type { Ground } from './ground.ts'
import type { NodeRow } from './ground-store.ts'
import { curveOf, levelsOf, membersAt, moversAt } from './market-curve.ts'
import { membersOf } from './market-members.ts'
import { marketRow } from './market-row.ts'
import { marketWhy } from './market-why.ts'
import { round, shownParts } from './ranked-account.ts'
import { assessUnder, dayAsked, policyView, rowOf, type RankAsk } from './ranking.ts'
import { standOn } from './stand-on.ts'

/** Accounts on the page: the first by rank, and key or disloyal ones beyond them. */
const FIRST = 8
const MOST = 20
const RULER = 12
/** A market whose ledger begins this many days late can still be compared with a year ago. */
const LATE_START = 31

/**
 * The markets beneath a node as far as the caller's scope reaches, largest first. Refused: no right, an unknown node or one
 * outside the scope, a day that is none or lies ahead.
 */
export async function markets(deps: Deps, caller: Caller, ask: RankAsk): Promise<Result<Markets>> {
  const found = await assessUnder(deps, caller, ask)
  if (!found.ok) return found
  const { asOf, node } = found.value
  const { ground, markets: assessed } = found.value.assessment
  const open = caller.rights.has('contribution.read')
  const rows = [...assessed].map(([id, one]) => marketRow(ground, id, one, open))
  const { code, name, kind } = node
  return ok({
    asOf,
    after: windowTo(asOf, 12).after,
    lastMovement: ground.lastDay,
    node: { code, name, kind },
    markets: rows.toSorted((a, b) => b.litres - a.litres || (a.code < b.code ? -1 : 1)),
  })
}

type Asked = {
  readonly code: string
  readonly asOf?: Day | undefined
  readonly level?: MemberLevel | undefined
}

/**
 * One market: who carries it, who costs it, its share of the category, who moves, where nobody delivers. `level`: whose curve;
 * without one the finest that enough is known at. Refused: no right, a code that is no market or outside the scope, a bad day.
 */
export async function market(deps: Deps, caller: Caller, ask: Asked): Promise<Result<MarketPage>> {
  const found = await known(deps, caller, ask)
  if (!found.ok) return found
  const { assessment, assessed, node, asOf, all, level, levels, traced, subDistributors } = found.value
  const open = caller.rights.has('contribution.read')
  const row = marketRow(assessment.ground, node.id, assessed, open)
  const before = addMonths(asOf, -12)
  const compares = isComparable(assessment.ground, node.id, asOf)
  const now = categoryShare(row.litres, all.sizes, asOf)
  const page: Omit<MarketPage, 'why'> = {
    asOf,
    after: windowTo(asOf, 12).after,
    lastMovement: assessment.ground.spans.get(node.id)?.last ?? null,
    row,
    policy: policyView(assessment.ground, assessment),
    means: shownParts(assessed.verdict.means, open),
    k: assessed.verdict.k,
    enterRank: assessed.verdict.enterRank,
    leaveRank: assessed.verdict.leaveRank,
    ...rulerOf(assessed),
    accounts: accountsOf(assessment, node.id, assessed, open),
    subDistributors,
    traced,
    level,
    levels: [...levels],
    curve: open ? curveOf(all, level, assessment.ground.company.digits) : null,
    category: {
      now,
      lastYear: categoryShare(row.lastYearLitres, all.sizes, before),
      stale: now !== null && isStale(now.size, asOf),
    },
    movers: compares ? moversAt(all, level, addMonths(asOf, -3)) : null,
    coverage: shownCoverage(coverageOf(all.outlets)),
  }
  return ok({ ...page, why: marketWhy(page, assessment.ground.company.currency) })
}

/**
 * Members of a market's curve from a place of its order on. Refused as `market` is, and without the right to contributions.
 */
export async function marketMembers(
  deps: Deps,
  caller: Caller,
  ask: Asked & { readonly from: number; readonly count: number },
): Promise<Result<MarketMembers>> {
  const found = await known(deps, caller, ask)
  if (!found.ok) return found
  const { assessment, all, level } = found.value
  return ok({ level, ...membersAt(all, level, assessment.ground.company.digits, ask) })
}

/** A market assessed, with its members and the level that was asked for or is the finest. */
async function known(deps: Deps, caller: Caller, ask: Asked) {
  if (!caller.rights.has('ranking.read')) return noRight('ranking.read')
  const stood = await standOn(deps)
  if (!stood.ok) return stood
  const when = dayAsked(stood.value, ask.asOf)
  if (!when.ok) return when
  const node = marketAsked(stood.value, caller, ask.code)
  if (!node) return refuse('market/missing', { market: ask.code })
  const assessment = await assess(deps, stood.value, caller.scope, [node.id], when.value)
  const assessed = assessment.markets.get(node.id)
  if (!assessed) return refuse('market/missing', { market: ask.code })
  const { asOf } = when.value
  const all = await membersOf(deps, assessment.ground, caller.scope, node.id, assessed, asOf)
  const { levels, traced, subDistributors } = levelsOf(all)
  const level = levels.find((one) => one === ask.level) ?? levels[0] ?? 'wholesaler'
  return ok({ assessment, assessed, node, asOf, all, level, levels, traced, subDistributors })
}

export function marketAsked(ground: Ground, caller: Caller, code: string): NodeRow | undefined {
  const key = codeKey(code)
  return ground.nodes.find(
    (one) => one.kind === 'market' && (one.key === key || one.code === code) && inReach(caller, one.id),
  )
}

function isComparable(ground: Ground, id: string, asOf: Day): boolean {
  const first = ground.spans.get(id)?.first
  return first !== undefined && daysBetween(addMonths(asOf, -15), first) <= LATE_START
}

/** Districts on the page; the rest of them is in the totals. */
const AREAS = 12

function shownCoverage({ outlets, holes, areas }: ReturnType<typeof coverageOf>): MarketPage['coverage'] {
  return { outlets, holes, areas: areas.slice(0, AREAS) }
}

function rulerOf(assessed: Assessed): Pick<MarketPage, 'ruler' | 'rulerRest'> {
  const sold = assessed.verdict.verdicts.flatMap((verdict) => {
    const listed = assessed.load.listed.get(verdict.account)
    return listed && listed.figures.millilitres > 0
      ? [
          {
            id: verdict.account,
            name: listed.member.name,
            standing: verdict.standing,
            litres: litresOf(listed.figures.millilitres),
          },
        ]
      : []
  })
  const total = sold.reduce((sum, one) => sum + one.litres, 0)
  const shares = sold
    .toSorted((a, b) => b.litres - a.litres || (a.id < b.id ? -1 : 1))
    .map((one) => ({ ...one, share: one.litres / total }))
  const rest = shares.slice(RULER)
  return {
    ruler: shares.slice(0, RULER),
    rulerRest: {
      accounts: rest.length,
      litres: round(
        rest.reduce((sum, one) => sum + one.litres, 0),
        3,
      ),
      share: rest.reduce((sum, one) => sum + one.share, 0),
    },
  }
}

function accountsOf(
  { ground }: Assessment,
  id: string,
  assessed: Assessed,
  open: boolean,
): MarketPage['accounts'] {
  const weighty = new Set([...keyStandings, 'big_disloyal'])
  return assessed.verdict.verdicts
    .filter((verdict, i) => i < FIRST || weighty.has(verdict.standing))
    .slice(0, MOST)
    .map((verdict) => rowOf(ground, id, assessed, verdict, open))
}

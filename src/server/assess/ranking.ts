import type { PolicyView, RankedAccount, Ranking } from '../../contract/assess.ts'
import { criteria } from '../../domain/assess/criterion.ts'
import { covers, inReach, marketsUnder, noRight, within, type Caller } from '../../domain/chain/reach.ts'
import type { Verdict } from '../../domain/assess/verdict.ts'
import { codeKey } from '../../domain/chain/code.ts'
import type { Day } from '../../domain/day.ts'
import { isDay, windowTo } from '../../domain/day.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import type { Assessed } from './assessed.ts'
import type { Assessment } from './assessment.ts'
import { assess } from './assessment.ts'
import type { Ground } from './ground.ts'
import type { NodeRow } from './ground-store.ts'
import type { Ask } from './kept-figures.ts'
import { memoOf } from './memo.ts'
import { rankedAccount, shownParts } from './ranked-account.ts'
import type { RankedList } from './ranking-list.ts'
import { totalsOf } from './ranking-totals.ts'
import { sleepersOf } from './sleepers.ts'
import { standOn } from './stand-on.ts'

export type RankAsk = { readonly node?: string | undefined; readonly asOf?: Day | undefined }

/**
 * Every tier-1 account beneath a node of the sales-territory tree, best first, as far as the caller's scope reaches; without
 * a node, all of the scope. Ranks, shares and the number of key accounts are each market's own.
 * Refused: no right, an unknown node or one outside the scope, a day that is none or lies ahead.
 */
export async function rank(deps: Deps, caller: Caller, ask: RankAsk): Promise<Result<Ranking>> {
  const list = await listOf(deps, caller, ask)
  return list.ok ? ok(list.value.whole) : list
}

type Asked = { readonly ground: Ground; readonly node: NodeRow; readonly when: Ask }

/** The place and the day that were asked for. Refused as `rank` is. */
async function askedOf(deps: Deps, caller: Caller, ask: RankAsk): Promise<Result<Asked>> {
  if (!caller.rights.has('ranking.read')) return noRight('ranking.read')
  const stood = await standOn(deps)
  if (!stood.ok) return stood
  const when = dayAsked(stood.value, ask.asOf)
  if (!when.ok) return when
  const where = nodeAsked(stood.value, caller, ask.node)
  if (!where.ok) return where
  return ok({ ground: stood.value, node: where.value, when: when.value })
}

/** The caller's markets beneath a node, assessed. Refused as `rank` is. */
export async function assessUnder(
  deps: Deps,
  caller: Caller,
  ask: RankAsk,
): Promise<Result<{ readonly assessment: Assessment; readonly node: NodeRow; readonly asOf: Day }>> {
  const asked = await askedOf(deps, caller, ask)
  if (!asked.ok) return asked
  const { node, when } = asked.value
  return ok({ assessment: await assessAsked(deps, caller, asked.value), node, asOf: when.asOf })
}

function assessAsked(deps: Deps, caller: Caller, { ground, node, when }: Asked): Promise<Assessment> {
  return assess(deps, ground, caller.scope, marketsOf(ground, caller, node), when)
}

/** The list of a place and a day, from memory where nothing has moved that it could see. Refused as `rank` is. */
export async function listOf(deps: Deps, caller: Caller, ask: RankAsk): Promise<Result<RankedList>> {
  const asked = await askedOf(deps, caller, ask)
  if (!asked.ok) return asked
  const { ground, node, when } = asked.value
  const contribution = caller.rights.has('contribution.read')
  const scope = caller.scope === '*' ? '*' : caller.scope.join()
  const key = [node.id, when.asOf, when.overridesUntil, contribution, scope].join('|')
  const memo = memoOf(deps.db)
  const kept = memo.lists.get(key)
  if (kept?.stands.ground === ground) return ok(kept)
  const assessment = await assessAsked(deps, caller, asked.value)
  const stands = { ground: assessment.ground, assessed: [...assessment.markets.values()] }
  const same =
    kept !== undefined &&
    kept.stands.ground.inputs === stands.ground.inputs &&
    kept.stands.ground.lastDay === stands.ground.lastDay &&
    kept.stands.assessed.length === stands.assessed.length &&
    kept.stands.assessed.every((one, at) => one === stands.assessed[at])
  const list = same
    ? { ...kept, stands }
    : {
        whole: rankingOf(assessment, node, when.asOf, contribution),
        stands,
        stamp: deps.newId(),
        orders: new Map(),
      }
  memo.lists.set(key, list, list.whole.accounts.length)
  return ok(list)
}

/** The day asked for; without one, the last with movements, and today where there are none. */
export function dayAsked(ground: Ground, day: Day | undefined): Result<Ask, 'assess/no-such-day'> {
  if (day === undefined) return ok({ asOf: ground.lastDay ?? ground.today, overridesUntil: ground.today })
  if (!isDay(day) || day > ground.today) return refuse('assess/no-such-day', { day })
  return ok({ asOf: day, overridesUntil: day })
}

function nodeAsked(ground: Ground, caller: Caller, code: string | undefined): Result<NodeRow> {
  const top = ground.nodes.find((node) => node.kind === 'hq')
  const key = code === undefined ? undefined : codeKey(code)
  const node =
    key === undefined
      ? topOf(ground, caller)
      : ground.nodes.find((one) => one.key === key || one.code === code)
  const found = node ?? (key === undefined ? top : undefined)
  if (!found) return refuse('market/missing', { market: code ?? '' })
  if (key !== undefined && marketsOf(ground, caller, found).length === 0 && !covers(caller.scope, '*'))
    return refuse('market/missing', { market: code ?? '' })
  return ok(found)
}

/** The smallest node that holds all that the caller may see. */
function topOf(ground: Ground, caller: Caller): NodeRow | undefined {
  if (caller.scope === '*') return ground.nodes.find((node) => node.kind === 'hq')
  const holding = ground.nodes
    .map((node) => ({ node, under: marketsUnder(ground.nodes, node.id) }))
    .filter(({ under }) => covers(under, caller.scope))
    .map(({ node, under }) => ({ node, size: under === '*' ? Infinity : under.length }))
  return holding.toSorted((a, b) => a.size - b.size)[0]?.node
}

export function marketsOf(ground: Ground, caller: Caller, node: NodeRow): readonly string[] {
  const under = within(caller.scope, marketsUnder(ground.nodes, node.id))
  return ground.markets
    .filter((market) => under === '*' || under.includes(market))
    .filter((id) => inReach(caller, id))
}

export function policyView(ground: Ground, reference: Assessment): PolicyView {
  const { version, body } = ground.policy
  return {
    version,
    weights: body.weights,
    seed: body.robustness.seed,
    draws: body.robustness.draws,
    frozenOn: reference.frozen ? reference.reference.frozenOn : null,
  }
}

type Rows = readonly RankedAccount[]
const keptRows = new WeakMap<Assessed, Map<boolean, Rows>>()

/** The rows of one assessed market, in the market's order; made once for those who see contributions and once for others. */
function rowsOf(ground: Ground, market: string, assessed: Assessed, contribution: boolean): Rows {
  const kept = keptRows.get(assessed) ?? new Map<boolean, Rows>()
  keptRows.set(assessed, kept)
  const rows =
    kept.get(contribution) ??
    assessed.verdict.verdicts.map((verdict) => rowOf(ground, market, assessed, verdict, contribution))
  kept.set(contribution, rows)
  return rows
}

export function rowOf(
  ground: Ground,
  market: string,
  assessed: Assessed,
  verdict: Verdict,
  contribution: boolean,
): RankedAccount {
  const node = ground.nodes.find((one) => one.id === market)
  const listed = assessed.load.listed.get(verdict.account)
  if (!listed) throw new Error(`judged and not listed: ${verdict.account}`)
  return rankedAccount(listed, verdict, {
    marketCode: node?.code ?? market,
    marketName: node?.name ?? market,
    digits: ground.company.digits,
    rankBefore: assessed.before.get(verdict.account)?.rank ?? null,
    sleepsBig: sleepersOf(assessed).has(verdict.account),
    contribution,
  })
}

function rankingOf(assessment: Assessment, node: NodeRow, asOf: Day, contribution: boolean): Ranking {
  const { ground } = assessment
  const rows = [...assessment.markets].flatMap(([market, assessed]) =>
    rowsOf(ground, market, assessed, contribution).map((row, index) => ({
      row,
      score: assessed.verdict.verdicts[index]?.score ?? -1,
    })),
  )
  const accounts = rows.toSorted((a, b) => b.score - a.score || byVolume(a.row, b.row)).map(({ row }) => row)
  const verdicts = [...assessment.markets.values()].flatMap((one) => one.verdict.verdicts)
  const means = Object.fromEntries(
    criteria.map((criterion) => {
      const known = verdicts.map((one) => one.parts[criterion]).filter((part) => part !== null)
      return [
        criterion,
        known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0) / known.length,
      ]
    }),
  ) as Record<(typeof criteria)[number], number | null>
  return {
    asOf,
    after: windowTo(asOf, 12).after,
    lastMovement: ground.lastDay,
    node: { code: node.code, name: node.name, kind: node.kind },
    policy: policyView(ground, assessment),
    means: shownParts(means, contribution),
    totals: totalsOf(
      accounts,
      [...assessment.markets.values()].map(({ verdict }) => verdict),
    ),
    found: accounts.length,
    from: 0,
    accounts,
  }
}

function byVolume(a: RankedAccount, b: RankedAccount): number {
  return b.tonnageLitres - a.tonnageLitres || (a.account < b.account ? -1 : a.account > b.account ? 1 : 0)
}

import { setImmediate } from 'node:timers/promises'
import type { MovedAccount, PolicyPreview, PolicyTrial } from '../../contract/policy.ts'
import { assessMarket } from '../../domain/assess/assess-market.ts'
import { keyStandings } from '../../domain/assess/criterion.ts'
import type { Before } from '../../domain/assess/figures.ts'
import { makeReference } from '../../domain/assess/make-reference.ts'
import type { Policy } from '../../domain/assess/policy.ts'
import type { MarketVerdict, Reference, Verdict } from '../../domain/assess/verdict.ts'
import { type Caller, noRight } from '../../domain/chain/reach.ts'
import { inReach } from '../../domain/chain/reach.ts'
import { ok, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { memoryDay } from './assessment.ts'
import type { MarketLoad } from './figures.ts'
import type { Ground } from './ground.ts'
import { figuresOf } from './kept-figures.ts'
import { seeing, whomOn } from './moved.ts'
import { draftOf, versionOf } from './policy-draft.ts'
import { loadPolicies } from './policy-store.ts'
import { dayAsked } from './ranking.ts'
import { round } from './ranked-account.ts'
import { standOn } from './stand-on.ts'
import { loadMemory } from './verdict-store.ts'
import { yardstick } from './yardstick.ts'

/** The farthest movers of rank that are shown beside those whose standing changes. */
const MOST_MOVES = 30

/**
 * What a draft would change, as of the last day with movements: nothing is stored. The draft is tried with the yardstick that
 * it would freeze, the other side with its own. The event loop gets its turn between markets.
 */
export async function previewPolicy(
  deps: Deps,
  caller: Caller,
  trial: PolicyTrial,
): Promise<Result<PolicyPreview>> {
  if (!caller.rights.has('policy.read')) return noRight('policy.read')
  const stood = await standOn(deps)
  if (!stood.ok) return stood
  const rows = await inScope(deps.db, caller.scope, loadPolicies, { readOnly: true })
  const draft = draftOf(stood.value.policy.body, rows, trial)
  if (!draft.ok) return draft
  const when = dayAsked(stood.value, undefined)
  if (!when.ok) return when
  const against = trial.against ?? stood.value.policy.version
  const other =
    against === stood.value.policy.version ? ok(stood.value.policy.body) : versionOf(rows, against)
  if (!other.ok) return other
  const { reference, ground } = await yardstick(deps, stood.value, when.value.asOf)
  // The yardstick is the company's, so its figures are; what is told of them is the caller's part.
  const loads = await figuresOf(deps, ground, '*', ground.markets, when.value)
  const fresh = (policy: Policy) => freshYardstick(ground, loads, policy, when.value.asOf)
  const mine = ground.markets.filter((market) => inReach(caller, market))
  const before = await inScope(
    deps.db,
    seeing(ground.links, caller.scope, mine),
    (tx) => loadMemory(tx, whomOn(ground.moves, mine, when.value.asOf), memoryDay(when.value.asOf)),
    {
      readOnly: true,
    },
  )
  const sides: Sides = {
    from: {
      policy: quick(other.value),
      reference: against === ground.policy.version ? reference : fresh(other.value),
    },
    to: { policy: quick(draft.value), reference: fresh(draft.value) },
    before,
    scores: caller.rights.has('contribution.read'),
  }
  const told: Told[] = []
  for (const market of mine) {
    const load = loads.get(market)
    if (load) told.push(tryMarket(ground, market, load, sides))
    await setImmediate()
  }
  return ok({
    asOf: when.value.asOf,
    against,
    newest: Math.max(ground.policy.version, rows[0]?.version ?? 0),
    body: structuredClone(draft.value) as PolicyPreview['body'],
    ...summed(told),
  })
}

type Side = { readonly policy: Policy; readonly reference: Reference }
type Sides = { readonly from: Side; readonly to: Side; readonly before: Before; readonly scores: boolean }
type Told = {
  readonly line: PolicyPreview['markets'][number]
  readonly changed: readonly MovedAccount[]
  readonly moves: readonly MovedAccount[]
}

/** Standing and rank need no robustness, so one draw is made for it. */
function quick(policy: Policy): Policy {
  return { ...policy, robustness: { ...policy.robustness, draws: 1 } }
}

function freshYardstick(
  ground: Ground,
  loads: ReadonlyMap<string, MarketLoad>,
  policy: Policy,
  day: string,
): Reference {
  const accounts = [...loads.values()].flatMap((load) => load.figures.accounts)
  return makeReference(accounts, ground.knownSpend, policy, day)
}

function tryMarket(ground: Ground, market: string, load: MarketLoad, sides: Sides): Told {
  const { from, to, before } = sides
  const was = assessMarket(load.figures, from.policy, from.reference, before)
  const will = assessMarket(load.figures, to.policy, to.reference, before)
  const old = new Map(was.verdicts.map((verdict) => [verdict.account, verdict]))
  const pairs = will.verdicts.flatMap((after) => {
    const there = old.get(after.account)
    return there ? [{ before: there, after }] : []
  })
  const moved = pairs.filter((one) => one.before.rank !== one.after.rank)
  const changed = pairs.filter((one) => one.before.standing !== one.after.standing)
  const node = ground.nodes.find((one) => one.id === market)
  const alone =
    changed.length === 0 ? null : assessMarket(load.figures, from.policy, to.reference, before).verdicts
  const told = ({ before: a, after: b }: Pair): MovedAccount => {
    const listed = load.listed.get(b.account)
    return {
      id: b.account,
      account: listed?.member.code ?? '',
      name: listed?.member.name ?? '',
      market: node?.code ?? '',
      marketName: node?.name ?? '',
      before: standOf(a, sides.scores),
      after: standOf(b, sides.scores),
      reasons: b.reasons.filter((reason) => sides.scores || !reason.code.startsWith('contribution.')),
      byYardstick:
        a.standing !== b.standing && alone?.find((one) => one.account === b.account)?.standing === b.standing,
    }
  }
  return {
    line: {
      code: node?.code ?? '',
      name: node?.name ?? '',
      accounts: will.verdicts.length,
      k: { before: was.k, after: will.k },
      key: { before: keyIn(was), after: keyIn(will) },
      changed: changed.length,
      moved: moved.length,
    },
    changed: changed.map(told),
    moves: moved
      .filter((one) => one.before.standing === one.after.standing)
      .toSorted((a, b) => far(b) - far(a))
      .slice(0, MOST_MOVES)
      .map(told),
  }
}

type Pair = { readonly before: Verdict; readonly after: Verdict }
type Ranked = { readonly rank: number | null }

function far({ before, after }: { before: Ranked; after: Ranked }): number {
  return Math.abs((before.rank ?? 0) - (after.rank ?? 0))
}

function standOf(verdict: Verdict, scores: boolean): MovedAccount['before'] {
  const { standing, rank, score } = verdict
  return { standing, rank, score: scores && score !== null ? round(score, 2) : null }
}

function keyIn({ verdicts }: MarketVerdict): number {
  return verdicts.filter(({ standing }) => keyStandings.includes(standing)).length
}

function summed(told: readonly Told[]) {
  const sum = (of: (line: Told['line']) => number) => told.reduce((total, { line }) => total + of(line), 0)
  return {
    accounts: sum((line) => line.accounts),
    keyBefore: sum((line) => line.key.before),
    keyAfter: sum((line) => line.key.after),
    changed: told.flatMap(({ changed }) => changed),
    moved: sum((line) => line.moved),
    moves: told
      .flatMap(({ moves }) => moves)
      .toSorted((a, b) => far(b) - far(a))
      .slice(0, MOST_MOVES),
    markets: told.map(({ line }) => line).toSorted((a, b) => b.changed - a.changed || b.moved - a.moved),
  }
}

import { assessMarket } from '../../domain/assess/assess-market.ts'
import type { MarketVerdict, Reference } from '../../domain/assess/verdict.ts'
import type { Day } from '../../domain/day.ts'
import { addDays, addMonths, monthEnd } from '../../domain/day.ts'
import { ok, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { memoryDay } from './assessment.ts'
import { loadMarkets } from './figures.ts'
import { loadListedMarkets } from './figures-store.ts'
import type { Ground } from './ground.ts'
import { whomOn } from './moved.ts'
import { insertPolicy } from './policy-store.ts'
import { standOn } from './stand-on.ts'
import type { VerdictRow } from './verdict-store.ts'
import { insertVerdicts, loadAssessed, loadMemory, lockVerdicts } from './verdict-store.ts'
import { yardstick } from './yardstick.ts'

export type Stored = { readonly days: readonly Day[]; readonly verdicts: number }

/** A stored verdict keeps no robustness, so few draws are made for it. */
const DRAWS_OF_STORED = 100
const YEAR = 12

/** How far it is, before each day: 0..1. */
type OnDay = (done: number) => void

/**
 * Stores the assessments of every month end within [from, to], and of `to` itself, oldest first: each remembers the month
 * before it, so the order matters. What is stored already is never computed again, unless it was decided on lines that were
 * undone since, which makes this safe to repeat after a stop at any place. All markets of the company.
 */
export async function assessMonths(
  deps: Deps,
  from: Day,
  to: Day,
  onDay: OnDay = () => undefined,
): Promise<Result<Stored>> {
  const stood = await standOn(deps)
  if (!stood.ok) return stood
  const days = [...monthEnds(from, to), ...(monthEnd(to) === to ? [] : [to])]
  const { markets } = stood.value
  const { listed, there } = await inScope(
    deps.db,
    '*',
    async (tx) => ({
      listed: await loadListedMarkets(tx, markets),
      there: await loadAssessed(tx, markets, days),
    }),
    { readOnly: true },
  )
  const missingOn = (day: Day) => listed.filter((market) => there.get(day)?.has(market) !== true)
  if (days.every((day) => missingOn(day).length === 0)) return ok({ days: [], verdicts: 0 })
  const { ground } = await yardstick(deps, stood.value, to)
  await ensurePolicy(deps, ground)
  const done: Day[] = []
  let verdicts = 0
  for (const [at, day] of days.entries()) {
    onDay(at / days.length)
    const missing = missingOn(day)
    if (missing.length === 0) continue
    const { reference } = await yardstick(deps, ground, day)
    const made = await storeDay(deps, ground, reference, missing, day)
    if (made > 0) done.push(day)
    verdicts += made
  }
  if (verdicts > 0) await record(deps, ground, { from, to, days: done.length, verdicts })
  return ok({ days: done, verdicts })
}

/**
 * Catches up: every month end that the ledger has reached and nobody has assessed, from the first whose window is whole. A
 * ledger younger than a year begins with its last whole month.
 */
export async function catchUp(deps: Deps, onDay?: OnDay): Promise<Result<Stored>> {
  const stood = await standOn(deps)
  if (!stood.ok) return stood
  const { firstDay, lastDay } = stood.value
  if (firstDay === null || lastDay === null) return ok({ days: [], verdicts: 0 })
  const last = monthEnd(lastDay) === lastDay ? lastDay : memoryDay(lastDay)
  if (last < firstDay) return ok({ days: [], verdicts: 0 })
  const whole = monthEnd(addMonths(addDays(firstDay, -1), YEAR))
  return assessMonths(deps, whole < last ? whole : last, last, onDay)
}

export function monthEnds(from: Day, to: Day): readonly Day[] {
  const ends: Day[] = []
  for (let end = monthEnd(from); end <= to; end = monthEnd(addDays(end, 1))) ends.push(end)
  return ends
}

async function storeDay(
  deps: Deps,
  ground: Ground,
  reference: Reference,
  markets: readonly string[],
  day: Day,
): Promise<number> {
  const policy = ground.policy.body
  const quick = { ...policy, robustness: { ...policy.robustness, draws: DRAWS_OF_STORED } }
  return inScope(deps.db, '*', async (tx) => {
    await lockVerdicts(tx)
    // Before the lines are read: what is undone from now on takes these verdicts with it.
    const at = deps.now()
    const there = (await loadAssessed(tx, markets, [day])).get(day)
    const missing = markets.filter((market) => there?.has(market) !== true)
    const loads = await loadMarkets(tx, ground, missing, day, day)
    const before = await loadMemory(tx, whomOn(ground.moves, missing, day), memoryDay(day))
    const rows = [...loads].flatMap(([market, load]) =>
      rowsOf(market, ground.policy.version, assessMarket(load.figures, quick, reference, before)),
    )
    return insertVerdicts(tx, rows, at)
  })
}

function rowsOf(market: string, policy: number, assessed: MarketVerdict): readonly VerdictRow[] {
  return assessed.verdicts.map((verdict) => ({
    market,
    account: verdict.account,
    asOf: assessed.asOf,
    policy,
    standing: verdict.standing,
    rank: verdict.rank,
    score: verdict.score === null ? null : Math.round(verdict.score * 1000) / 1000,
    member: verdict.member,
    monthsBelow: verdict.monthsBelow,
    body: {
      ruled: verdict.ruled,
      marketShare: verdict.tonnage.marketShare,
      parts: verdict.parts,
      k: assessed.k,
      loyalty: verdict.loyalty.state,
      reasons: verdict.reasons,
    },
  }))
}

async function ensurePolicy(deps: Deps, ground: Ground): Promise<void> {
  if (ground.policy.stored) return
  const { version, body } = ground.policy
  await inScope(deps.db, '*', (tx) =>
    insertPolicy(tx, { version, body, note: null, madeBy: 'system', madeAt: deps.now() }),
  )
}

async function record(deps: Deps, ground: Ground, detail: Record<string, unknown>): Promise<void> {
  const stamp = { actor: 'system', at: deps.now() }
  await inScope(deps.db, '*', (tx) =>
    audit(tx, deps.newId, stamp, { market: ground.hq, action: 'assess.months', detail }),
  )
}

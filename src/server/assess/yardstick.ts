import type { AccountFigures } from '../../domain/assess/figures.ts'
import { fillReference, isReferenceDue, makeReference } from '../../domain/assess/make-reference.ts'
import type { Reference } from '../../domain/assess/verdict.ts'
import { measures } from '../../domain/assess/verdict.ts'
import type { Day } from '../../domain/day.ts'
import { addMonths, daysBetween, windowTo } from '../../domain/day.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import type { Ground } from './ground.ts'
import { figuresOf } from './kept-figures.ts'
import { memoOf, once } from './memo.ts'
import { insertPolicy, saveReference } from './policy-store.ts'
import { standOn } from './stand-on.ts'

export type Yardstick = {
  readonly reference: Reference
  /** False while the ledger holds less than a year: such a yardstick is of the moment and kept nowhere. */
  readonly frozen: boolean
  /** The ground after a freeze, which is itself a write. */
  readonly ground: Ground
}

/** A ledger that begins up to this many days late still covers its first window. */
const LATE_START = 31

/**
 * The frozen yardstick of the policy version for a day: the last one frozen by then, the earliest for the time before it. A
 * version's first assessment freezes it at the last day with movements, and again when it has served its months.
 */
export async function yardstick(deps: Deps, ground: Ground, asOf: Day): Promise<Yardstick> {
  const { references, lastDay, policy } = ground
  const earlier = references.filter((row) => row.frozenOn <= asOf)
  const current = earlier.at(-1) ?? references[0]
  const freezeOn = lastDay === null || asOf < lastDay ? (references.length > 0 ? asOf : lastDay) : lastDay
  if (current) {
    const newest = current === references.at(-1)
    const due = newest && freezeOn !== null && isReferenceDue(current.reference, policy.body, freezeOn)
    if (!due) return filled(deps, ground, current.reference)
  }
  if (freezeOn === null) return { reference: makeReference([], [], policy.body, asOf), frozen: false, ground }
  const reference = await made(deps, ground, freezeOn)
  if (!coversYear(ground, freezeOn)) return { reference, frozen: false, ground }
  return freeze(deps, ground, reference)
}

/**
 * The ground once the policy version in force has a yardstick: a new version freezes its own with its first assessment, and
 * whoever is told of the policy before that should not hear that the ledger is too young for one.
 */
export async function withYardstick(deps: Deps, ground: Ground): Promise<Ground> {
  const { references, lastDay } = ground
  if (references.length > 0 || lastDay === null || !coversYear(ground, lastDay)) return ground
  return (await yardstick(deps, ground, lastDay)).ground
}

function coversYear(ground: Ground, day: Day): boolean {
  return ground.firstDay !== null && daysBetween(windowTo(day, 12).after, ground.firstDay) <= LATE_START
}

async function made(deps: Deps, ground: Ground, day: Day): Promise<Reference> {
  const loads = await figuresOf(deps, ground, '*', ground.markets, { asOf: day, overridesUntil: day })
  const accounts: AccountFigures[] = [...loads.values()].flatMap((load) => load.figures.accounts)
  return makeReference(accounts, ground.knownSpend, ground.policy.body, day)
}

/** Gives a scale to what nothing was known of when the yardstick was frozen: the first facts about funds, say. */
async function filled(deps: Deps, ground: Ground, reference: Reference): Promise<Yardstick> {
  const memo = memoOf(deps.db)
  const same = { reference, frozen: true, ground }
  const day = ground.lastDay
  const scales = reference.tiers.wholesaler
  const gaps = measures.filter((measure) => scales[measure] === null)
  if (day === null || memo.filledFor === ground || !gaps.some((gap) => isKnown(ground, gap, day))) return same
  memo.filledFor = ground
  const full = fillReference(reference, await made(deps, ground, day))
  if (gaps.every((gap) => full.tiers.wholesaler[gap] === null)) return same
  return freeze(deps, ground, full)
}

function isKnown(ground: Ground, measure: string, day: Day): boolean {
  if (measure === 'growth')
    return (
      ground.firstDay !== null && addMonths(ground.firstDay, ground.policy.body.growthHistoryMonths) <= day
    )
  return measure === 'profit' || measure === 'volume' || ground.knownMeasures.has(measure)
}

async function freeze(deps: Deps, ground: Ground, reference: Reference): Promise<Yardstick> {
  return once(memoOf(deps.db), `freeze|${ground.policy.version}|${reference.frozenOn}`, async () => {
    const { version, body, stored } = ground.policy
    const at = deps.now()
    await inScope(deps.db, '*', async (tx) => {
      if (!stored) await insertPolicy(tx, { version, body, note: null, madeBy: 'system', madeAt: at })
      await saveReference(tx, version, {
        frozenOn: reference.frozenOn,
        frozenAt: at.toISOString(),
        reference,
      })
      await audit(
        tx,
        deps.newId,
        { actor: 'system', at },
        {
          market: ground.hq,
          action: 'assess.reference',
          subject: String(version),
          detail: {
            frozenOn: reference.frozenOn,
            accounts: reference.tiers.wholesaler.volume?.accounts ?? 0,
          },
        },
      )
    })
    const after = await standOn(deps)
    return { reference, frozen: true, ground: after.ok ? after.value : ground }
  })
}

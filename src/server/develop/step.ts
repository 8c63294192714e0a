import type { Changed, ProspectStep } from '../../contract/prospect.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { readHappened, readPlan } from '../../domain/develop/prospect.ts'
import { isOpen, stageAfter, whyNot } from '../../domain/develop/stage.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { mayOwn } from './owners.ts'
import { withProspect, type Helpers, type Here } from './with-prospect.ts'

/** The facts that decide which steps can be taken. */
export function factsOf({ one, people }: Pick<Here, 'one' | 'people'>) {
  const ranked = people.filter(({ answers }) => answers !== null).length
  return { stage: one.stage, people: people.length, ranked }
}

/**
 * Takes one step of the way. Refused: what the stage table says (`whyNot`); a day before the last step or ahead; no next step where the
 * prospect stays open; a loss without a reason; an owner who cannot look after it, or who does already; somebody changed it meanwhile.
 */
export async function takeStep(
  deps: Deps,
  caller: Caller,
  helpers: Helpers,
  id: string,
  ask: ProspectStep,
): Promise<Result<Changed>> {
  return withProspect(deps, caller, { id, version: ask.version }, async (here) => {
    const { one, today } = here
    const why = whyNot(ask.step, factsOf(here))
    if (why !== null) return refuse(why)
    if (ask.step === 'hand-over') return handOver(here, helpers, ask.owner ?? null)
    const day = readHappened(ask.day ?? today, one.lastDay, today)
    if (!day.ok) return day
    const stage = stageAfter(ask.step, one.lostFrom) ?? one.stage
    const words = (ask.words ?? '').trim()
    if (words.length > 1000) return refuse('prospect/field-invalid', { field: 'words' })
    if (ask.step === 'lose') return lose(here, ask, day.value, words)
    const plan = readPlan({ step: ask.nextStep ?? null, day: ask.nextOn ?? null }, today)
    if (!plan.ok) return plan
    const moved = isOpen(stage) ? { stage, lost_from: null, lost_reason: null, lost_to: null } : {}
    const version = await here.write(
      { ...moved, next_step: plan.value.step, next_on: plan.value.day },
      {
        kind: ask.step,
        stage,
        day: day.value,
        words: words === '' ? plan.value.step : `${words} → ${plan.value.step}`,
        nextOn: plan.value.day,
        reason: null,
        owner: null,
      },
    )
    await here.note(`prospect.${ask.step}`, { from: one.stage, stage, day: day.value, next: plan.value.day })
    return ok({ id, version })
  })
}

async function lose(
  { one, write, note }: Here,
  { reason, lostTo }: ProspectStep,
  day: string,
  words: string,
): Promise<Result<Changed>> {
  if (!reason || !isOpen(one.stage)) return refuse('prospect/reason-missing')
  const rival = (lostTo ?? '').trim()
  if (rival.length > 60) return refuse('prospect/field-invalid', { field: 'lostTo' })
  const version = await write(
    {
      stage: 'lost',
      lost_from: one.stage,
      lost_reason: reason,
      lost_to: rival === '' ? null : rival,
      next_step: null,
      next_on: null,
    },
    { kind: 'lose', stage: 'lost', day, words, nextOn: null, reason, owner: null },
  )
  await note('prospect.lose', { from: one.stage, reason, day })
  return ok({ id: one.id, version })
}

async function handOver(
  { tx, one, today, write, note }: Here,
  helpers: Helpers,
  owner: string | null,
): Promise<Result<Changed>> {
  if (owner === one.ownerId) return refuse('prospect/same-owner')
  if (owner === null || !(await mayOwn(tx, helpers, one.market, owner, today)))
    return refuse('account/owner-unknown')
  const version = await write(
    { owner_id: owner },
    { kind: 'hand-over', stage: one.stage, day: today, words: '', nextOn: null, reason: null, owner },
  )
  await note('prospect.hand-over', { from: one.ownerId, to: owner })
  return ok({ id: one.id, version })
}

import { Prospect } from '../../contract/prospect.ts'
import { maskedPhone } from '../../domain/chain/account-record.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { rankConcerns } from '../../domain/develop/concern.ts'
import { isOpen, steps, whyNot } from '../../domain/develop/stage.ts'
import { ok, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { doublesOf } from './doubles.ts'
import { loadBrands, loadServes, loadTimeline, type PersonRow } from './part-store.ts'
import type { ProspectRow } from './prospect-store.ts'
import { loadBrought, namesOf } from './referral-store.ts'
import { factsOf } from './step.ts'
import { withProspect, type Helpers } from './with-prospect.ts'

/** Whether its next step should have been taken. */
export function isOverdue({ stage, nextOn }: Pick<ProspectRow, 'stage' | 'nextOn'>, today: string): boolean {
  return (isOpen(stage) || stage === 'signed') && nextOn !== null && nextOn < today
}

export function concernsOf({ answers }: Pick<PersonRow, 'answers'>) {
  const ranked = answers === null ? null : rankConcerns(answers)
  return ranked?.ok ? [...ranked.value] : null
}

/** One prospect as its page shows it, with why not for each step. Refused: see `withProspect`. */
export async function prospectView(
  deps: Deps,
  caller: Caller,
  helpers: Helpers,
  id: string,
): Promise<Result<Prospect>> {
  return withProspect(deps, caller, { id, readOnly: true }, async (here) => {
    const { tx, one, people, today } = here
    const facts = factsOf(here)
    const mayAccounts = caller.rights.has('account.read')
    const names = await namesOf(tx, { ...one, mayAccounts })
    const except = [one.id, ...(one.account === null ? [] : [one.account])]
    const { name, phone, address } = one
    return ok(
      Prospect.parse({
        id: one.id,
        version: one.version,
        name,
        market: { id: one.market, code: one.marketCode, name: one.marketName },
        phoneMasked: phone === null ? null : maskedPhone(phone),
        address,
        city: one.city,
        source: one.source,
        referrer: one.referrerKind && {
          kind: one.referrerKind,
          // One out of reach is told of as unknown: neither its id nor its name.
          id: names.referrer === null ? null : one.referrerId,
          name: one.referrerKind === 'trader' ? one.referrerName : (names.referrer ?? ''),
        },
        found: one.found,
        outlets: one.outlets,
        subDistributors: one.subDistributors,
        words: one.words,
        owner: one.ownerId === null ? null : { id: one.ownerId, name: one.ownerName ?? '' },
        stage: one.stage,
        lostReason: one.lostReason,
        lostTo: one.lostTo,
        nextStep: one.nextStep,
        nextOn: one.nextOn,
        overdue: isOverdue(one, today),
        account: names.account,
        signed: one.signed,
        firstOrder: one.firstOrder,
        today,
        steps: steps.map((step) => ({ step, why: whyNot(step, facts) })),
        people: people.map((person) => ({
          id: person.id,
          name: person.name,
          role: person.role,
          phoneMasked: person.phone === null ? null : maskedPhone(person.phone),
          words: person.words,
          concerns: concernsOf(person),
          answers: person.answers ?? {},
          askedOn: person.askedOn,
        })),
        brands: await loadBrands(tx, one),
        serves: mayAccounts ? await loadServes(tx, one) : [],
        brought: await loadBrought(tx, one),
        alike: await doublesOf(tx, caller, helpers, { name, phone, address }, except),
        timeline: (await loadTimeline(tx, one)).map((event) => ({ ...event, at: event.at.toISOString() })),
      }),
    )
  })
}

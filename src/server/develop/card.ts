import type { Changed, NewProspect, ProspectChange } from '../../contract/prospect.ts'
import { inReach, noRight, type Caller } from '../../domain/chain/reach.ts'
import { coreOf } from '../../domain/develop/prospect-double.ts'
import { readCard, readPlan, type Card, type Referrer } from '../../domain/develop/prospect.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { campaignIn } from './campaign-store.ts'
import { companyNow } from '../db/company-day.ts'
import { openMarket } from './ground-store.ts'
import { mayOwn } from './owners.ts'
import { accountIn } from './part-store.ts'
import { insertProspect, loadProspects, writeStep, type CardColumns } from './prospect-store.ts'
import { withProspect, type Helpers } from './with-prospect.ts'

/** The card as columns, with how its name is said. */
function columnsOf(card: Card, { spell }: Helpers) {
  const { pinyin, initials } = spell(card.name)
  return {
    name: card.name,
    sound: pinyin,
    initials,
    core_sound: spell(coreOf(card.name)).pinyin,
    phone: card.phone,
    address: card.address,
    city: card.city,
    source: card.source,
    referrer_kind: card.referrer?.kind ?? null,
    referrer_id: card.referrer?.id ?? null,
    referrer_name: card.referrer?.name ?? '',
    outlets: card.outlets,
    sub_distributors: card.subDistributors,
    words: card.words,
  } satisfies CardColumns
}

/** Who is named as referrer must be in reach: an account, a prospect or a campaign that the caller does not see is none. */
async function known(tx: Tx, caller: Caller, referrer: Referrer | null): Promise<Result<true>> {
  if (!referrer || referrer.id === null) return ok(true)
  const { kind, id } = referrer
  if (kind === 'account') {
    if (!caller.rights.has('account.read')) return noRight('account.read')
    return (await accountIn(tx, id, null)) ? ok(true) : refuse('account/missing')
  }
  if (kind === 'prospect')
    return (await loadProspects(tx, '*', id)).length > 0 ? ok(true) : refuse('prospect/missing')
  return (await campaignIn(tx, id)) ? ok(true) : refuse('campaign/missing')
}

/**
 * A new prospect in an open market of the scope; whoever writes it down looks after it. Refused: what `readCard` and `readPlan` refuse; a
 * market out of reach or closed; a referrer or an account that the caller does not see; an account that is somebody's prospect already.
 */
export async function addProspect(
  deps: Deps,
  caller: Caller,
  helpers: Helpers,
  wanted: NewProspect,
): Promise<Result<Changed>> {
  if (!caller.rights.has('prospect.change')) return noRight('prospect.change')
  const at = deps.now()
  return inScope(deps.db, caller.scope, async (tx) => {
    const company = await companyNow(tx, at)
    if (!company) return refuse('company/missing')
    const { market } = wanted
    const place = inReach(caller, market) ? await openMarket(tx, market) : undefined
    if (!place) return refuse('market/missing')
    if (place.closed !== null) return refuse('market/closed', { market: place.name, day: place.closed })
    const card = readCard(
      {
        name: wanted.name,
        phone: wanted.phone ?? null,
        address: wanted.address ?? null,
        city: wanted.city ?? null,
        source: wanted.source,
        referrer: wanted.referrer ?? null,
        found: wanted.found ?? company.today,
        outlets: wanted.outlets ?? null,
        subDistributors: wanted.subDistributors ?? null,
        words: wanted.words ?? '',
      },
      company.today,
    )
    if (!card.ok) return card
    const plan = readPlan({ step: wanted.nextStep, day: wanted.nextOn }, company.today)
    if (!plan.ok) return plan
    const seen = await known(tx, caller, card.value.referrer)
    if (!seen.ok) return seen
    if (wanted.account !== undefined) {
      if (!caller.rights.has('account.read')) return noRight('account.read')
      const account = await accountIn(tx, wanted.account, market)
      if (account?.tier !== 'wholesaler') return refuse('account/missing')
    }
    const own =
      caller.personId !== null && (await mayOwn(tx, helpers, market, caller.personId, company.today))
    const owner = own ? caller.personId : null
    const id = deps.newId()
    const stamp = { actor: caller.actor, at }
    await insertProspect(tx, {
      ...columnsOf(card.value, helpers),
      market_id: market,
      id,
      found_on: card.value.found,
      owner_id: owner,
      stage: 'found',
      next_step: plan.value.step,
      next_on: plan.value.day,
      account_id: wanted.account ?? null,
      made_by: caller.actor,
      made_at: at,
    })
    await writeStep(
      tx,
      { market, id, version: 0, eventId: deps.newId() },
      {},
      {
        kind: 'found',
        stage: 'found',
        day: card.value.found,
        words: plan.value.step,
        nextOn: plan.value.day,
        reason: null,
        owner,
      },
      stamp,
    )
    const detail = { source: card.value.source, found: card.value.found, next: plan.value.day }
    await audit(tx, deps.newId, stamp, { market, action: 'prospect.found', subject: id, detail })
    return ok({ id, version: 1 })
  })
}

/** Other fields of a card; what is not named stays. Refused as when it is made, and where somebody changed it since it was read. */
export async function changeProspect(
  deps: Deps,
  caller: Caller,
  helpers: Helpers,
  id: string,
  { version, ...change }: ProspectChange,
): Promise<Result<Changed>> {
  return withProspect(deps, caller, { id, version }, async ({ tx, one, today, note, write }) => {
    const old: Card = {
      name: one.name,
      phone: one.phone,
      address: one.address,
      city: one.city,
      source: one.source,
      referrer: one.referrerKind && { kind: one.referrerKind, id: one.referrerId, name: one.referrerName },
      found: one.found,
      outlets: one.outlets,
      subDistributors: one.subDistributors,
      words: one.words,
    }
    const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const card = readCard({ ...old, ...said }, today)
    if (!card.ok) return card
    if (change.referrer !== undefined) {
      if (card.value.referrer?.kind === 'prospect' && card.value.referrer.id === id)
        return refuse('prospect/referrer-unfit')
      const seen = await known(tx, caller, card.value.referrer)
      if (!seen.ok) return seen
    }
    const fields = Object.keys(said)
    const event = {
      kind: 'change',
      stage: one.stage,
      day: today,
      words: '',
      nextOn: null,
      reason: null,
      owner: null,
    }
    const next = await write(columnsOf(card.value, helpers), event)
    await note('prospect.change', { fields })
    return ok({ id, version: next })
  })
}

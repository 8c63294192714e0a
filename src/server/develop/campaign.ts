import type { CampaignChange, CampaignDraft, Campaigns, NewCampaign } from '../../contract/prospect-funnel.ts'
import type { Changed } from '../../contract/prospect.ts'
import { inReach, noRight, type Caller } from '../../domain/chain/reach.ts'
import { readCampaign } from '../../domain/develop/campaign.ts'
import { toMinor } from '../../domain/money.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { campaignIn, insertCampaign, loadCampaigns, updateCampaign } from './campaign-store.ts'
import { companyNow } from '../db/company-day.ts'
import { openMarket } from './ground-store.ts'
import { placeAsked } from './list.ts'
import type { Helpers } from './with-prospect.ts'

/** Campaigns of a place; what they cost only for who may see what we pay. */
export async function listCampaigns(
  deps: Deps,
  caller: Caller,
  helpers: Helpers,
  node: string | undefined,
): Promise<Result<Campaigns>> {
  return inScope(
    deps.db,
    caller.scope,
    async (tx) => {
      const place = await placeAsked(tx, helpers, caller, node)
      if (!place.ok) return place
      const may = caller.rights.has('contribution.read')
      const rows = await loadCampaigns(tx, place.value)
      return ok({ campaigns: rows.map((row) => ({ ...row, spend: may ? row.spend : null })) })
    },
    { readOnly: true, snapshot: true },
  )
}

/** A new campaign in an open market. Refused: see `readCampaign`; a market out of reach; spending said by who may not see it. */
export async function addCampaign(
  deps: Deps,
  caller: Caller,
  { market, ...draft }: NewCampaign,
): Promise<Result<Changed>> {
  const may = maySpend(caller, draft)
  if (!may.ok) return may
  const stamp = { actor: caller.actor, at: deps.now() }
  return inScope(deps.db, caller.scope, async (tx) => {
    const company = await companyNow(tx, stamp.at)
    if (!company) return refuse('company/missing')
    if (!inReach(caller, market) || !(await openMarket(tx, market))) return refuse('market/missing')
    const read = readCampaign({ ...draft, spend: draft.spend ?? null })
    if (!read.ok) return read
    const { spend } = read.value
    const id = deps.newId()
    const fields = { ...read.value, spend: spend === null ? null : toMinor(spend, company.digits) }
    await insertCampaign(tx, { market, id }, fields, stamp)
    const { name, source, from, to } = fields
    await audit(tx, deps.newId, stamp, {
      market,
      action: 'campaign.add',
      subject: id,
      detail: { name, source, from, to },
    })
    return ok({ id, version: 1 })
  })
}

/** Other fields of a campaign; spending that is not named stays. Refused as when it is made; changed meanwhile. */
export async function changeCampaign(
  deps: Deps,
  caller: Caller,
  id: string,
  { version, ...draft }: CampaignChange,
): Promise<Result<Changed>> {
  const may = maySpend(caller, draft)
  if (!may.ok) return may
  const stamp = { actor: caller.actor, at: deps.now() }
  return inScope(deps.db, caller.scope, async (tx) => {
    const company = await companyNow(tx, stamp.at)
    if (!company) return refuse('company/missing')
    const old = await campaignIn(tx, id, { lock: true })
    if (!old) return refuse('campaign/missing')
    if (old.version !== version) return refuse('edit/changed-meanwhile')
    const { market } = old
    const read = readCampaign({ ...draft, spend: draft.spend ?? null })
    if (!read.ok) return read
    const said = read.value.spend === null ? null : toMinor(read.value.spend, company.digits)
    const spend = draft.spend === undefined ? old.spend : said
    await updateCampaign(tx, { market, id, version }, { ...read.value, spend })
    const { name, source, from, to } = read.value
    await audit(tx, deps.newId, stamp, {
      market,
      action: 'campaign.change',
      subject: id,
      detail: { name, source, from, to },
    })
    return ok({ id, version: version + 1 })
  })
}

function maySpend(caller: Caller, { spend }: CampaignDraft): Result<true> {
  if (!caller.rights.has('prospect.change')) return noRight('prospect.change')
  return spend === undefined || caller.rights.has('contribution.read')
    ? ok(true)
    : noRight('contribution.read')
}

import { isDay, type Day } from '../day.ts'
import { ok, refuse, type Result } from '../problem.ts'
import { campaignSources, type Source } from './prospect.ts'

/** What was done to find somebody. `spend` in whole units of the company's currency; null: nobody has said. */
export type Campaign = {
  readonly name: string
  readonly source: Source
  readonly from: Day
  readonly to: Day
  readonly spend: number | null
}

const MOST = 1_000_000_000

function wrong(field: string) {
  return refuse('campaign/field-invalid', { field })
}

/** Refused, with the field: no name or a long one, a way that campaigns do not bring, days that are none or crossed, spending that is negative or beyond reason. */
export function readCampaign(campaign: Campaign): Result<Campaign, 'campaign/field-invalid'> {
  const name = campaign.name.normalize('NFC').trim()
  if (name === '' || name.length > 60) return wrong('name')
  if (!campaignSources.includes(campaign.source)) return wrong('source')
  if (!isDay(campaign.from)) return wrong('from')
  if (!isDay(campaign.to) || campaign.to < campaign.from) return wrong('to')
  const { spend } = campaign
  if (spend !== null && (!Number.isFinite(spend) || spend < 0 || spend > MOST)) return wrong('spend')
  return ok({ ...campaign, name })
}

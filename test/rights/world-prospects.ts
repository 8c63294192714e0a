import { PHONE } from './blind.ts'
import { mark, type Figure } from './judge.ts'
import type { Place } from './oracle.ts'

/** A prospect with one of everything that can hang on it, and a campaign of its market. */
export type ProspectTarget = {
  readonly key: string
  readonly place: Place
  readonly id: string
  readonly name: string
  readonly version: number
  readonly person: string
  readonly brand: string
  readonly campaign: string
}

type Asked = <T = { id: string }>(method: string, path: string, body?: unknown) => Promise<T>

/** One in each market that trades, talked with and offered, so that it can be signed. */
export async function growProspects(
  asked: Asked,
  nodes: ReadonlyMap<Place, string>,
): Promise<{ readonly prospects: readonly ProspectTarget[]; readonly figures: readonly Figure[] }> {
  const prospects: ProspectTarget[] = []
  const figures: Figure[] = []
  for (const [at, place] of (['own', 'sibling', 'near', 'far'] as const).entries()) {
    const words = (what: string) => mark('pr', place, what)
    const spend = 71_000_003.17 + at * 1_000_033.01
    const campaign = await asked('POST', '/api/campaigns', {
      market: nodes.get(place),
      name: mark('cp', place, 'x'),
      source: 'advertising',
      from: '2025-12-01',
      to: '2026-01-31',
      spend,
    })
    figures.push({ kind: 'cost', place, value: spend }, { kind: 'cost', place, value: spend * 100 })
    const name = words('x')
    const { id } = await asked('POST', '/api/prospects', {
      name,
      market: nodes.get(place),
      source: 'advertising',
      referrer: { kind: 'campaign', id: campaign.id },
      phone: PHONE,
      address: words('address'),
      words: words('words'),
      nextStep: words('next'),
      nextOn: '2026-01-09',
    })
    const path = `/api/prospects/${id}`
    let version = 1
    const step = async (of: string) => {
      const body = { step: of, version, nextStep: words(of), nextOn: '2026-01-09' }
      version = (await asked<{ version: number }>('POST', `${path}/steps`, body)).version
    }
    await step('contact')
    const person = await asked('POST', `${path}/people`, {
      name: words('person'),
      role: 'owner',
      phone: PHONE,
    })
    const brand = await asked('POST', `${path}/brands`, {
      brand: words('brand'),
      cases: 3,
      certainty: 'heard',
      source: words('source'),
    })
    await step('talk')
    await asked('POST', `${path}/people/${person.id}/talks`, { answers: { 'asked-first': 'profit' } })
    await step('offer')
    prospects.push({
      key: place,
      place,
      id,
      name,
      version,
      person: person.id,
      brand: brand.id,
      campaign: campaign.id,
    })
  }
  return { prospects, figures }
}

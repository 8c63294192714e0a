import { aPolicy } from '../make/policies.ts'
import { mark } from './judge.ts'
import type { Place } from './oracle.ts'

/** A policy that speaks in one market; the last speaks in all. */
export type PolicyTarget = {
  readonly key: string
  readonly place: Place
  readonly id: string
  readonly name: string
  readonly node: string
}

export function policyDraft(node: string, name: string) {
  return aPolicy({
    name,
    from: '2025-01-01',
    nodes: [node],
    component: 'display',
    terms: { kind: 'conduct', amountMinor: 20_000 },
    budgetMinor: 9_000_000,
    approveUpToMinor: 100_000,
  })
}

type Asked = <T = { id: string }>(method: string, path: string, body?: unknown) => Promise<T>

/** A claim that waits, of an account in this market. */
export type ClaimTarget = { readonly key: string; readonly place: Place; readonly id: string }

type Account = {
  readonly place: Place
  readonly wholesaler: boolean
  readonly id: string
  readonly formerly?: Place
}

export async function growPolicies(
  asked: Asked,
  nodes: ReadonlyMap<Place, string>,
  accounts: readonly Account[],
): Promise<{ readonly policies: readonly PolicyTarget[]; readonly claims: readonly ClaimTarget[] }> {
  const policies: PolicyTarget[] = []
  const claims: ClaimTarget[] = []
  for (const place of ['own', 'sibling', 'near', 'far', 'hq'] as const) {
    const node = nodes.get(place) ?? ''
    // What speaks everywhere is everybody's to read: it has no mark of a place.
    const name = place === 'hq' ? 'Everywhere' : mark('tp', place, 'x')
    const { id } = await asked('POST', '/api/trade-policies', policyDraft(node, name))
    policies.push({ key: place, place, id, name, node })
    const account = accounts.find((one) => one.place === place && one.wholesaler && !one.formerly)
    if (!account) continue
    const unit = { account: account.id, period: '2025-12-01' }
    await asked('POST', `/api/trade-policies/${id}/confirm`, { ...unit, confirmed: true })
    const words = mark('tp', place, 'words')
    const wish = { ...unit, policy: id, askedMinor: 3000, records: [], words }
    claims.push({ key: place, place, id: (await asked('POST', '/api/claims', wish)).id })
  }
  return { policies, claims }
}

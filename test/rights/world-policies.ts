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
  return {
    name,
    from: '2025-01-01',
    to: '2026-12-31',
    nodes: [node],
    tiers: ['wholesaler'],
    accounts: null,
    skus: null,
    stacking: 'stackable',
    priority: 100,
    period: 'month',
    component: 'display',
    terms: { kind: 'display', amountMinor: 20_000 },
    budgetMinor: 9_000_000,
    approveUpToMinor: 100_000,
  }
}

type Asked = <T = { id: string }>(method: string, path: string, body?: unknown) => Promise<T>

export async function growPolicies(
  asked: Asked,
  nodes: ReadonlyMap<Place, string>,
): Promise<readonly PolicyTarget[]> {
  const policies: PolicyTarget[] = []
  for (const place of ['own', 'sibling', 'near', 'far', 'hq'] as const) {
    const node = nodes.get(place) ?? ''
    // What speaks everywhere is everybody's to read: it has no mark of a place.
    const name = place === 'hq' ? 'Everywhere' : mark('tp', place, 'x')
    const { id } = await asked('POST', '/api/trade-policies', policyDraft(node, name))
    policies.push({ key: place, place, id, name, node })
  }
  return policies
}

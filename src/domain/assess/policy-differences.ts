import type { Policy } from './policy.ts'

/** One setting in which two policies differ; undefined: that one does not have it (another rule for K, a market's own K). */
export type Difference = {
  readonly path: string
  readonly from: string | number | boolean | undefined
  readonly to: string | number | boolean | undefined
}

type Leaf = Difference['from']

/** Every setting that differs, by its path, in the order of the first policy. Weights closer than 0.000001 are the same. */
export function policyDifferences(from: Policy, to: Policy): readonly Difference[] {
  const a = leaves(from, '')
  const b = leaves(to, '')
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((path) => ({ path, from: a.get(path), to: b.get(path) }))
    .filter((one) => !isSame(one.from, one.to))
}

function isSame(a: Leaf, b: Leaf): boolean {
  return typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) < 1e-6 : a === b
}

function leaves(value: object, path: string): Map<string, Leaf> {
  const found = new Map<string, Leaf>()
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    const at = path === '' ? key : `${path}.${key}`
    if (typeof inner === 'object' && inner !== null)
      for (const [deep, leaf] of leaves(inner, at)) found.set(deep, leaf)
    else if (typeof inner === 'string' || typeof inner === 'number' || typeof inner === 'boolean')
      found.set(at, inner)
  }
  return found
}

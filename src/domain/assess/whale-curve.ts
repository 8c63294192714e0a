export type CurveMember = { readonly id: string; readonly minor: number }

export type WhaleCurve = {
  /** Ids from the one that earns most to the one that costs most; equal ones by id. */
  readonly order: readonly string[]
  /** What the first 1, 2 … n earn together, minor units. */
  readonly cumulative: readonly number[]
  /** The last member that still earns: 0 members and 0 where nobody does. */
  readonly peak: { readonly members: number; readonly minor: number }
  /** Those that cost more than they bring, and what they cost (≤ 0). */
  readonly loss: { readonly members: number; readonly minor: number }
  /** peak + loss. */
  readonly total: number
}

/**
 * Cumulative contribution over the members ranked by it: rises to the peak, and falls by what the rest destroys (Kaplan &
 * Narayanan, "Measuring and managing customer profitability", Journal of Cost Management 15(5), 2001). Integer minor units,
 * so the curve ends exactly at the total.
 */
export function whaleCurve(members: readonly CurveMember[]): WhaleCurve {
  const ranked = members.toSorted((a, b) => b.minor - a.minor || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const cumulative: number[] = []
  let sum = 0
  let peak = { members: 0, minor: 0 }
  let losing = 0
  for (const { minor } of ranked) {
    sum += minor
    cumulative.push(sum)
    if (minor > 0) peak = { members: cumulative.length, minor: sum }
    if (minor < 0) losing += 1
  }
  return {
    order: ranked.map(({ id }) => id),
    cumulative,
    peak,
    loss: { members: losing, minor: sum - peak.minor },
    total: sum,
  }
}

export type CurvePoint = { readonly members: number; readonly minor: number }

/**
 * At most about `most` points of the curve for drawing, the origin first: its peak, its end and the point before the losses
 * are always among them.
 */
export function curvePoints(curve: WhaleCurve, most: number): readonly CurvePoint[] {
  const n = curve.cumulative.length
  const keep = new Set([0, n, curve.peak.members, n - curve.loss.members])
  const step = Math.max(1, n / most)
  for (let at = 0; at < n; at += step) keep.add(Math.round(at))
  return [...keep]
    .filter((members) => members >= 0 && members <= n)
    .toSorted((a, b) => a - b)
    .map((members) => ({ members, minor: members === 0 ? 0 : (curve.cumulative[members - 1] ?? 0) }))
}

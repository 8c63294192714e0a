import type { Scale } from './verdict.ts'

const kinds = {
  volume: 'log',
  profit: 'asinh',
  funds: 'log',
  network: 'log1p',
  team: 'log1p',
  growth: 'linear',
  whiteSpace: 'linear',
} as const satisfies Record<string, Scale['kind']>

export function kindOf(measure: keyof typeof kinds): Scale['kind'] {
  return kinds[measure]
}

/** f of the scale's kind: what is linear on the scale. −∞ for a logarithm of nothing. */
function bend(kind: Scale['kind'], unit: number, value: number): number {
  if (kind === 'log') return value > 0 ? Math.log(value) : Number.NEGATIVE_INFINITY
  if (kind === 'log1p') return value > 0 ? Math.log1p(value) : 0
  return kind === 'asinh' ? Math.asinh(value / unit) : value
}

/** Where a value stands on a frozen scale, 0..1; a scale without width tells below (0), on (0.5) and above (1). */
export function unitOf(scale: Scale, value: number): number {
  const at = bend(scale.kind, scale.unit, value)
  if (scale.high > scale.low) return Math.min(1, Math.max(0, (at - scale.low) / (scale.high - scale.low)))
  return at < scale.low ? 0 : at > scale.high ? 1 : 0.5
}

/** Quantile by linear interpolation between order statistics (Hyndman & Fan, 1996, type 7). `sorted` ascending, not empty. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)] ?? Number.NaN
  const above = sorted[Math.ceil(at)] ?? below
  return below + (above - below) * (at - Math.floor(at))
}

/** A scale from known values; values that are no number on it (a logarithm of nothing) are left out. Null if none is left. */
export function scaleOf(
  kind: Scale['kind'],
  values: readonly number[],
  quantiles: { readonly low: number; readonly high: number },
  from: Scale['from'],
): Scale | null {
  const sizes = values.map(Math.abs).toSorted((a, b) => a - b)
  const unit = kind === 'asinh' && sizes.length > 0 ? quantile(sizes, 0.5) || 1 : 1
  const bent = values.map((value) => bend(kind, unit, value)).filter(Number.isFinite)
  if (bent.length === 0) return null
  bent.sort((a, b) => a - b)
  const [low, high] = [quantile(bent, quantiles.low), quantile(bent, quantiles.high)]
  return { kind, low, high, unit, accounts: bent.length, from }
}

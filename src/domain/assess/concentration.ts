export type Concentration = {
  /** Members with volume, and how many of the largest are named together: the fewest that carry `LEAD_SHARE`, at most `LEAD_MOST`. */
  readonly members: number
  readonly lead: { readonly members: number; readonly share: number }
  /** Herfindahl–Hirschman index, 1/n…1. */
  readonly hhi: number
  /** How many equal members would be as concentrated: 1 ÷ HHI. */
  readonly equal: number
}

const LEAD_SHARE = 0.6
const LEAD_MOST = 5

/**
 * How few carry a market (article 1.1: two or three heavyweights secure it). Volumes in any one unit; those that are not
 * positive (nothing bought, more brought back than bought) carry no share. Null when nobody has volume.
 * HHI = Σ s² (Hirschman 1945, Herfindahl 1950); its inverse is the "numbers equivalent" (Adelman, Review of Economics and
 * Statistics 51(1), 1969).
 */
export function concentrationOf(volumes: readonly number[]): Concentration | null {
  const largest = volumes.filter((volume) => volume > 0).toSorted((a, b) => b - a)
  const total = largest.reduce((sum, volume) => sum + volume, 0)
  if (total <= 0) return null
  const hhi = largest.reduce((sum, volume) => sum + (volume / total) ** 2, 0)
  let carried = 0
  let members = 0
  for (const volume of largest) {
    if (members === LEAD_MOST || carried >= LEAD_SHARE * total) break
    carried += volume
    members += 1
  }
  return { members: largest.length, lead: { members, share: carried / total }, hhi, equal: 1 / hhi }
}

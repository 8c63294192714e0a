import type { MarketRow } from '../../../contract/market.ts'
import { LITRES_PER_TONNE } from '../../../domain/volume.ts'

/** Contribution a tonne of the other markets in sight together, by their volume; null where none is known. */
export function peersPerTonne(markets: readonly MarketRow[], code: string): number | null {
  const others = markets.filter((row) => row.code !== code && row.contribution !== null && row.litres > 0)
  const tonnes = others.reduce((sum, row) => sum + row.litres / LITRES_PER_TONNE, 0)
  return tonnes > 0 ? others.reduce((sum, row) => sum + (row.contribution ?? 0), 0) / tonnes : null
}

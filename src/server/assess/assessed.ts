import type { Before } from '../../domain/assess/figures.ts'
import type { MarketVerdict } from '../../domain/assess/verdict.ts'
import type { MarketLoad } from './figures.ts'

/** One market as it was loaded and judged; `before` is what the month before decided of each account. */
export type Assessed = {
  readonly load: MarketLoad
  readonly verdict: MarketVerdict
  readonly before: Before
}

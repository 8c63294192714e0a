import type { Day } from '../day.ts'
import { addMonths, isDay } from '../day.ts'
import { ok, refuse, type Result } from '../problem.ts'

/** What a market drinks of the whole category in a year, litres, as somebody estimated it; it holds until the next one. */
export type MarketSize = {
  readonly validFrom: Day
  readonly litres: number
  readonly low: number | null
  readonly high: number | null
  readonly source: string
}

export type CategoryShare = {
  readonly share: number
  /** The share at the high and at the low end of the estimate; null without a band. May exceed 1: then the estimate is too low. */
  readonly from: number | null
  readonly to: number | null
  readonly size: MarketSize
}

/** The estimate to believe on a day: the last that begins by then. */
export function sizeOn(sizes: readonly MarketSize[], day: Day): MarketSize | null {
  return sizes
    .filter((size) => size.validFrom <= day)
    .reduce<MarketSize | null>(
      (last, one) => (last === null || one.validFrom > last.validFrom ? one : last),
      null,
    )
}

/** Our part of the category (article 1.1): litres of the twelve months to `day` ÷ the year's litres. Null while it is unknown. */
export function categoryShare(
  litres: number | null,
  sizes: readonly MarketSize[],
  day: Day,
): CategoryShare | null {
  const size = sizeOn(sizes, day)
  if (size === null || litres === null) return null
  return {
    share: litres / size.litres,
    from: size.high === null ? null : litres / size.high,
    to: size.low === null ? null : litres / size.low,
    size,
  }
}

/** Older than this is said beside the estimate. */
const STALE_MONTHS = 12

export function isStale(size: MarketSize, day: Day): boolean {
  return addMonths(size.validFrom, STALE_MONTHS) < day
}

const MOST_LITRES = 1e13

function wrong(field: string) {
  return refuse('market/size-invalid', { field })
}

/**
 * An estimate as a person enters it. Refused: a day that is none or lies ahead, litres that are not above zero, a band that
 * does not hold the estimate, no source. `market/size-invalid` names the field.
 */
export function readSize(size: MarketSize, today: Day): Result<MarketSize, 'market/size-invalid'> {
  if (!isDay(size.validFrom) || size.validFrom > today || size.validFrom < '1900-01-01')
    return wrong('validFrom')
  if (!(size.litres > 0 && size.litres <= MOST_LITRES)) return wrong('litres')
  if (size.low !== null && !(size.low > 0 && size.low <= size.litres)) return wrong('low')
  if (size.high !== null && !(size.high >= size.litres && size.high <= MOST_LITRES)) return wrong('high')
  const source = size.source.trim()
  if (source.length < 2 || source.length > 200) return wrong('source')
  return ok({ ...size, source })
}

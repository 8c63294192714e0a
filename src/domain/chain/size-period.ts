import type { Day } from '../day.ts'
import type { Size } from './size.ts'

/** What holds for a product from a day on, until the next period begins. Costs and excise: minor units a case. */
export type Period = {
  readonly validFrom: Day
  readonly packUnits: number | null
  readonly unitMl: number | null
  readonly costMinor: number | null
  readonly exciseMinor: number | null
}

export type SeenSize = { readonly size: Size; readonly first: Day }

export type Reckoned = {
  readonly periods: readonly Period[]
  readonly changed: boolean
  /** Periods opened because a size differs from the one before; for the first size of a product none. */
  readonly opened: number
  /** Sizes that differ on a day on which a period begins already: the first stands. */
  readonly clashing: number
}

/** From when a product's first period holds, where nobody says from when. */
export const ALWAYS: Day = '1970-01-01'

/** Index of the period that holds on a day: the latest one from before it, else the first. */
export function periodOn(periods: readonly Period[], day: Day): number {
  let found = periods.length === 0 ? -1 : 0
  for (const [at, period] of periods.entries()) if (period.validFrom <= day) found = at
  return found
}

function differs(said: number | null, known: number | null): boolean {
  return said !== null && known !== null && Math.abs(said - known) >= 0.001
}

/**
 * The periods of a product after a file has said its sizes, each from the first day that it was seen. A size that differs opens
 * a period; one that is known nowhere fills the gap. Saying the same again changes nothing.
 */
export function withSizes(known: readonly Period[], seen: readonly SeenSize[]): Reckoned {
  const periods = [...known]
  let changed = false
  let opened = 0
  let clashing = 0
  for (const { size, first } of seen.toSorted((a, b) =>
    a.first < b.first ? -1 : a.first > b.first ? 1 : 0,
  )) {
    const at = periodOn(periods, first)
    const now = periods[at]
    if (!now) {
      periods.push({ validFrom: ALWAYS, ...size, costMinor: null, exciseMinor: null })
      changed = true
    } else if (differs(size.packUnits, now.packUnits) || differs(size.unitMl, now.unitMl)) {
      if (periods.some(({ validFrom }) => validFrom === first)) {
        clashing += 1
        continue
      }
      const next = {
        ...now,
        validFrom: first,
        packUnits: size.packUnits ?? now.packUnits,
        unitMl: size.unitMl ?? now.unitMl,
      }
      periods.push(next)
      periods.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
      opened += 1
      changed = true
    } else if (
      (now.packUnits === null && size.packUnits !== null) ||
      (now.unitMl === null && size.unitMl !== null)
    ) {
      periods[at] = { ...now, packUnits: now.packUnits ?? size.packUnits, unitMl: now.unitMl ?? size.unitMl }
      changed = true
    }
  }
  return { periods, changed, opened, clashing }
}

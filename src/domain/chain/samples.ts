import type { Day } from '../day.ts'

/** A line of the sheet; `account` and `sku` are the sheet's numbers. */
export type Sampled = {
  readonly account: number
  readonly sku: number
  readonly day: Day
  readonly millilitres: number
  readonly amountMinor: number | null
  readonly doc: string | null
}

export type Samples = {
  readonly fresh: readonly Sampled[]
  readonly unchanged: readonly Sampled[]
  readonly corrected: readonly (Sampled & {
    readonly wasDay: Day
    readonly wasMillilitres: number
    readonly wasAmountMinor: number | null
  })[]
  readonly overlaps: readonly { readonly batch: string; readonly same: number; readonly alike: number }[]
}

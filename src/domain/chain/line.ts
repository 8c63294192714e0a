import type { Day } from '../day.ts'

export const movementKinds = ['sell_in', 'sell_through', 'sell_out', 'return', 'adjustment'] as const
export type MovementKind = (typeof movementKinds)[number]

export const tiers = ['wholesaler', 'sub_distributor', 'outlet'] as const
export type Tier = (typeof tiers)[number]

/**
 * One line of a movements file in our terms, before it meets the database. What the file does not say is left out.
 * Numbers are as in the file after its units are applied: units are bottles or cans, litres are litres, money is in the
 * company's currency with its decimals (not minor units yet). Signs are the file's.
 */
export type Line = {
  readonly row: number
  readonly kind?: MovementKind
  readonly day: Day
  readonly sellerCode?: string
  readonly buyerCode?: string
  /** The code came from a numeric cell, so leading zeros may be lost. */
  readonly buyerCodeNumeric?: boolean
  readonly buyerName?: string
  readonly buyerTier?: Tier
  readonly buyerAddress?: string
  readonly buyerCity?: string
  readonly buyerLat?: number
  readonly buyerLon?: number
  readonly marketCode?: string
  readonly marketName?: string
  readonly skuCode?: string
  readonly skuCodeNumeric?: boolean
  readonly skuName?: string
  readonly skuCategory?: string
  readonly brand?: string
  readonly packUnits?: number
  readonly unitMl?: number
  readonly cases?: number
  readonly units?: number
  /** Loose units beside the full cases: they add to them. */
  readonly looseUnits?: number
  readonly litres?: number
  readonly amount?: number
  readonly amountWithVat?: number
  readonly vatRate?: number
  readonly cost?: number
  readonly unitCost?: number
  readonly unitPrice?: number
  readonly doc?: string
  readonly line?: string
  /** 红字, or a document that says it is a return: the line is a return whatever its sign. */
  readonly isReturn?: boolean
}

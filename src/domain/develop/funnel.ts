import type { Source } from './prospect.ts'
import type { Stage } from './stage.ts'

/** The stages one after the other; being lost is no stage of the way. */
export const way = ['found', 'contacted', 'talking', 'offered', 'signed', 'ordered'] as const
export type WayStage = (typeof way)[number]

export type Travelled = {
  /** The furthest stage it has ever reached. */
  readonly furthest: WayStage
  readonly lost: boolean
}

export type FunnelStep = {
  readonly stage: WayStage
  /** How many reached it, whatever became of them. */
  readonly reached: number
  /** Of these lost before the next. */
  readonly lostHere: number
  /** Of these standing here. */
  readonly standing: number
}

/** How many of those found in a period reached each stage, and where the others were lost or stand. */
export function funnel(travelled: readonly Travelled[]): readonly FunnelStep[] {
  return way.map((stage, at) => {
    const here = travelled.filter(({ furthest }) => furthest === stage)
    return {
      stage,
      reached: travelled.filter(({ furthest }) => way.indexOf(furthest) >= at).length,
      lostHere: here.filter(({ lost }) => lost).length,
      standing: here.filter(({ lost }) => !lost).length,
    }
  })
}

export function furthestOf(reached: readonly Stage[], ordered: boolean): WayStage {
  if (ordered) return 'ordered'
  return way.findLast((stage) => reached.includes(stage)) ?? 'found'
}

/** What a campaign cost, in minor units; null: nobody has said. */
export type Spent = { readonly source: Source; readonly minor: number | null }

export type CostPerWon = {
  readonly source: Source
  readonly won: number
  /** Null where it is not known of every campaign, or of none: unknown is never zero. */
  readonly spent: number | null
  /** Rounded once; null: spending is unknown, or nobody was won. */
  readonly perWon: number | null
  /** Campaigns without a figure. */
  readonly unknown: number
}

/** Cost of an account won, by way of finding. `won`: signed ones of each. */
export function costPerWon(source: Source, won: number, spends: readonly Spent[]): CostPerWon {
  const own = spends.filter((one) => one.source === source)
  const unknown = own.filter(({ minor }) => minor === null).length
  const spent = own.length === 0 || unknown > 0 ? null : own.reduce((sum, { minor }) => sum + (minor ?? 0), 0)
  return {
    source,
    won,
    spent,
    perWon: spent === null || won === 0 ? null : Math.round(spent / won),
    unknown,
  }
}

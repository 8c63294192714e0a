import { dealPresets, firstOrderPreset } from '../../src/domain/develop/deal-presets.ts'
import type { Deal } from '../../src/domain/develop/deal.ts'
import { readDeal } from '../../src/domain/develop/read-deal.ts'
import { rounded, type Fraction } from '../../src/domain/fraction.ts'

type Part = Readonly<Record<string, unknown>>

/** The article's deal (reading A, 2,400 cases, price in 18) with what differs; null takes a part out. */
export function aDeal(differs: { case?: Part; firstOrder?: Part | null; price?: Part } = {}): Deal {
  const firstOrder = differs.firstOrder === null ? null : { ...firstOrderPreset, ...differs.firstOrder }
  const read = readDeal({ case: { ...dealPresets.A, ...differs.case }, firstOrder, price: differs.price })
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}

/** Yuan to the fen; null stays null. */
export function yuan(value: Fraction | null | undefined): number | null {
  return value ? rounded(value, 2) : null
}

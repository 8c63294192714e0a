import type { Line } from '../../../domain/chain/line.ts'
import type { Problem } from '../../../domain/problem.ts'

/** A line in the making. */
export type Draft = { -readonly [K in keyof Line]?: Line[K] }

/** What the reading of a row needs beside the line; one object serves all rows. */
export type Extra = {
  year: number | undefined
  month: number | undefined
  dom: number | undefined
  loose: number | undefined
  /** The first quantity of the row as it stands in the file, for prices that are of one of these. */
  counted: number | undefined
  price: number | undefined
  priceWithVat: number | undefined
  costOfOne: number | undefined
  vatAmount: number | undefined
}

export type Step = (cells: readonly string[], draft: Draft, extra: Extra) => Problem | null

export function clearExtra(extra: Extra): void {
  extra.year = extra.month = extra.dom = extra.loose = extra.counted = undefined
  extra.price = extra.priceWithVat = extra.costOfOne = extra.vatAmount = undefined
}

export function newExtra(): Extra {
  return {
    year: undefined,
    month: undefined,
    dom: undefined,
    loose: undefined,
    counted: undefined,
    price: undefined,
    priceWithVat: undefined,
    costOfOne: undefined,
    vatAmount: undefined,
  }
}

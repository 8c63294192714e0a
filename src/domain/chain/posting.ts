import { ok, refuse, type Result } from '../problem.ts'
import type { Line, MovementKind } from './line.ts'
import { measure, unitsOf, type Size } from './size.ts'
import { worth, type MoneyRules } from './worth.ts'

/** What a line puts into the ledger: whole millilitres, thousandths of a case, minor units; a return is never positive. */
export type Posting = {
  readonly kind: MovementKind
  readonly millilitres: number
  readonly milliCases: number | null
  readonly amountMinor: number | null
  readonly costMinor: number | null
  readonly volumesApart: boolean
  readonly rateUnknown: boolean
}

/** Ten million kilolitres, a hundred billion yuan: a larger figure of one line is a mistake, and sums must stay exact. */
const LARGEST = 1e13

/** A return takes away, whatever the file's sign: never positive, and never −0. */
function taken(value: number): number {
  return value === 0 ? 0 : -Math.abs(value)
}

function isReturn(line: Line, millilitres: number): boolean {
  if (line.isReturn === true || line.kind === 'return') return true
  return millilitres < 0 && line.kind !== 'adjustment'
}

/** What prices and costs of one unit are multiplied by. */
function pricedUnits(line: Line, size: Size): number | undefined {
  const { cases } = line
  const counted = unitsOf(line, size)
  return counted ?? (cases !== undefined && size.packUnits !== null ? cases * size.packUnits : line.units)
}

/**
 * Line → posting. `size` is the line's own pack and content where it has one, else the product's on that day.
 * Refused: no volume; an amount on no units; a figure beyond all measure.
 */
export function postingOf(
  line: Line,
  size: Size,
  rules: MoneyRules,
): Result<Posting, 'line/no-volume' | 'line/amount-without-units' | 'line/number-unreadable'> {
  const measured = measure(line, size)
  const { amountMinor, costMinor, rateUnknown } = worth({ ...line, units: pricedUnits(line, size) }, rules)
  if (measured === undefined || measured.millilitres === 0) {
    const none = line.units === 0 || line.cases === 0 || line.litres === 0
    const noQuantity = [line.units, line.looseUnits, line.cases, line.litres].every(
      (one) => one === undefined,
    )
    return refuse(
      amountMinor !== null && amountMinor !== 0 && (none || noQuantity)
        ? 'line/amount-without-units'
        : 'line/no-volume',
      none || noQuantity || line.skuCode === undefined ? {} : { sku: line.skuCode },
    )
  }
  const { millilitres, milliCases, apart } = measured
  for (const figure of [millilitres, milliCases, amountMinor, costMinor]) {
    if (figure !== null && !(Math.abs(figure) <= LARGEST))
      return refuse('line/number-unreadable', { value: String(figure) })
  }
  const back = isReturn(line, millilitres)
  return ok({
    kind: back ? 'return' : (line.kind ?? 'sell_in'),
    millilitres: back ? taken(millilitres) : millilitres,
    milliCases: back && milliCases !== null ? taken(milliCases) : milliCases,
    amountMinor: back && amountMinor !== null ? taken(amountMinor) : amountMinor,
    costMinor: back && costMinor !== null ? taken(costMinor) : costMinor,
    volumesApart: apart,
    rateUnknown,
  })
}

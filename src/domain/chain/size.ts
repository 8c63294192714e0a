import { roundHalfUp } from '../money.ts'

/** What one unit and one case of a product hold: `unitMl` millilitres, `packUnits` units a case; null = not known. */
export type Size = { readonly packUnits: number | null; readonly unitMl: number | null }

export type Quantities = {
  readonly units?: number
  /** Beside full cases: they add to them. */
  readonly looseUnits?: number
  readonly cases?: number
  readonly litres?: number
}

export type Measured = {
  readonly millilitres: number
  /** Thousandths of a case; null where the pack is not known. */
  readonly milliCases: number | null
  /** Two ways of reckoning the volume were more than 1 % apart. */
  readonly apart: boolean
}

function agrees(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.01 * Math.max(Math.abs(a), Math.abs(b))
}

/** Full cases and loose units are units, where the pack is known. No units beside cases say nothing. */
export function unitsOf(said: Quantities, { packUnits }: Size): number | undefined {
  const { units, cases, looseUnits } = said
  if (units === undefined && looseUnits !== undefined && packUnits !== null)
    return (cases ?? 0) * packUnits + looseUnits
  return units === 0 && cases !== undefined && cases !== 0 ? undefined : units
}

/**
 * Volume of a line: units × unit_ml wins over cases × pack × unit_ml, over litres; rounded half up to whole millilitres once.
 * The sign is the quantities' own. Undefined when nothing says a volume.
 */
export function measure(said: Quantities, size: Size): Measured | undefined {
  const { litres } = said
  const { packUnits, unitMl } = size
  const units = unitsOf(said, size)
  const cases = said.looseUnits === undefined && said.cases !== 0 ? said.cases : undefined
  const byUnits = units !== undefined && unitMl !== null ? units * unitMl : undefined
  const byCases =
    cases !== undefined && unitMl !== null && packUnits !== null ? cases * packUnits * unitMl : undefined
  const byLitres = litres === undefined ? undefined : litres * 1000
  const exact = byUnits ?? byCases ?? byLitres
  if (exact === undefined) return undefined
  const apart =
    (byCases !== undefined && !agrees(exact, byCases)) || (byLitres !== undefined && !agrees(exact, byLitres))
  return { millilitres: roundHalfUp(exact), milliCases: milliCases(units, cases, size, exact), apart }
}

function milliCases(
  units: number | undefined,
  cases: number | undefined,
  size: Size,
  millilitres: number,
): number | null {
  const { packUnits, unitMl } = size
  if (units !== undefined && unitMl !== null && packUnits !== null)
    return roundHalfUp((units * 1000) / packUnits)
  if (cases !== undefined) return roundHalfUp(cases * 1000)
  if (packUnits === null) return null
  if (units !== undefined) return roundHalfUp((units * 1000) / packUnits)
  return unitMl === null ? null : roundHalfUp((millilitres * 1000) / (packUnits * unitMl))
}

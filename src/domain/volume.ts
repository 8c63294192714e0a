/**
 * Volume is stored in integer millilitres and in thousandths of a case. Litres, hectolitres, kilolitres and tonnage are derived.
 * Beer: 1 t = 988 L (so 1 kL = 1.0121 t); the figure that the Chinese beer excise uses.
 */
export const LITRES_PER_TONNE = 988

export function litresOf(millilitres: number): number {
  return millilitres / 1000
}

export function tonnesOf(millilitres: number): number {
  return millilitres / 1000 / LITRES_PER_TONNE
}

export function casesOf(milliCases: number): number {
  return milliCases / 1000
}

/**
 * Money is an integer number of the currency's minor unit (fen, cents); never a float of yuan. Division rounds half away
 * from zero once, where a line is made.
 */
export type Minor = number

/** `digits`: minor digits of the currency (2 for CNY, 0 for JPY). Refuses nothing; the caller checks that it is finite. */
export function toMinor(amount: number, digits: number): Minor {
  return roundHalfUp(amount * 10 ** digits)
}

export function fromMinor(minor: Minor, digits: number): number {
  return minor / 10 ** digits
}

/** Half away from zero, after taking off the binary dust of a decimal (1.005 × 100 is 100.49999999999999). */
export function roundHalfUp(value: number): number {
  const magnitude = Math.abs(value)
  const rounded = Math.floor(Number((magnitude + 0.5).toPrecision(15)))
  return value < 0 ? -rounded : rounded
}

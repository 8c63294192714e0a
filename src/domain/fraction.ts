/**
 * Exact arithmetic for sums that are divided before they are added (money a case, shares of a rebate): a numerator and a
 * denominator without limit, reduced, the denominator above zero. Nothing is lost on the way; a figure is rounded once,
 * where it is shown (`rounded`).
 */
export type Fraction = { readonly top: bigint; readonly bottom: bigint }

export const ZERO: Fraction = { top: 0n, bottom: 1n }
export const ONE: Fraction = { top: 1n, bottom: 1n }

function reduced(top: bigint, bottom: bigint): Fraction {
  let [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom]
  while (b !== 0n) [a, b] = [b, a % b]
  const by = bottom < 0n ? -a : a
  return { top: top / by, bottom: bottom / by }
}

/** A whole number over another one; the second is not zero. */
export function ratio(top: number | bigint, bottom: number | bigint = 1): Fraction {
  return reduced(BigInt(top), BigInt(bottom))
}

/** A finite number as a person wrote it: 0.1 is a tenth, not the nearest binary number. */
export function decimal(value: number): Fraction {
  const [, sign = '', whole = '0', part = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? []
  const tens = Number(power) - part.length
  const digits = BigInt(`${sign}${whole}${part}`)
  return tens >= 0 ? ratio(digits * 10n ** BigInt(tens)) : reduced(digits, 10n ** BigInt(-tens))
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return reduced(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, negative(b))
}

export function times(a: Fraction, b: Fraction): Fraction {
  return reduced(a.top * b.top, a.bottom * b.bottom)
}

/** `b` is not zero. */
export function over(a: Fraction, b: Fraction): Fraction {
  return reduced(a.top * b.bottom, a.bottom * b.top)
}

export function negative(a: Fraction): Fraction {
  return { top: -a.top, bottom: a.bottom }
}

export function sum(all: readonly Fraction[]): Fraction {
  return all.reduce(plus, ZERO)
}

/** Below zero, zero or above it, as `a` is less than, equal to or more than `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [a.top * b.bottom, b.top * a.bottom]
  return left < right ? -1 : left > right ? 1 : 0
}

export function least(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b
}

export function most(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b
}

/** Half away from zero to so many decimals; never −0. */
export function rounded(a: Fraction, digits: number): number {
  const scale = 10n ** BigInt(digits)
  const top = a.top < 0n ? -a.top : a.top
  const whole = (2n * top * scale + a.bottom) / (2n * a.bottom)
  const text = whole.toString().padStart(digits + 1, '0')
  const at = text.length - digits
  const value = Number(`${text.slice(0, at)}.${text.slice(at)}`)
  return a.top < 0n && value !== 0 ? -value : value
}

/** The nearest number to twenty decimals, for what is not money that counts (discount factors, lengths of bars). */
export function approximate(a: Fraction): number {
  return Number((a.top * 10n ** 20n) / a.bottom) / 1e20
}

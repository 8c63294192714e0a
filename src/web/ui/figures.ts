import { LITRES_PER_TONNE } from '../../domain/volume.ts'

export { growth } from '../../domain/assess/growth.ts'

/** A volume and its cases, where they were counted: what a case is for a part of that volume. */
export type Whole = { readonly litres: number; readonly cases: number | null }

export type VolumeUnit = 'kl' | 't' | 'cases'
type Locale = 'zh' | 'en'

/** Missing. Zero is `0`, never this. */
export const MISSING = '—'

/** An ASCII hyphen is shorter than a figure: a minus is U+2212. */
export function typeset(text: string): string {
  return text.replaceAll('-', '−')
}

const cache = new Map<string, Intl.NumberFormat>()

function formatter(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options)
  const found = cache.get(key) ?? new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en', options)
  cache.set(key, found)
  return found
}

/** `digits` decimals, always all of them, so that a column lines up. */
export function fixed(locale: Locale, value: number | null, digits: number): string {
  if (value === null || !Number.isFinite(value)) return MISSING
  const text = formatter(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    value,
  )
  return typeset(/^-0(\.0*)?$/.test(text) ? text.slice(1) : text)
}

/** +280, −411, 0. */
export function signed(locale: Locale, value: number | null, digits: number): string {
  if (value === null) return MISSING
  const text = fixed(locale, value, digits)
  return value > 0 && !/^0(\.0*)?$/.test(text) ? `+${text}` : text
}

/** A share 0..1 as a figure under a head that says %: 0.131 → 13.1. */
export function percent(locale: Locale, share: number | null, digits = 1): string {
  return fixed(locale, share === null ? null : share * 100, digits)
}

/**
 * Litres in the unit that the reader chose. Cases are counted, not derived: where they are unknown the answer is null.
 * A part of an account's volume (a month, a change) takes the account's own litres a case.
 */
export function inUnit(unit: VolumeUnit, litres: number | null, whole: Whole): number | null {
  if (litres === null) return null
  if (unit === 'kl') return litres / 1000
  if (unit === 't') return litres / LITRES_PER_TONNE
  if (whole.cases === null || whole.litres === 0) return litres === 0 ? 0 : null
  return (litres * whole.cases) / whole.litres
}

/**
 * Decimals for a whole column, so that its figures line up: three significant digits at its median, at most two decimals.
 */
export function columnDigits(values: readonly (number | null)[]): number {
  const sizes = values.flatMap((value) => (value === null || value === 0 ? [] : [Math.abs(value)]))
  sizes.sort((a, b) => a - b)
  const median = sizes[Math.floor(sizes.length / 2)] ?? 100
  return digitsOf(median)
}

/** Decimals that leave three significant digits: 4,318 · 98.1 · 9.75. */
export function digitsOf(value: number): number {
  const size = Math.abs(value)
  return size >= 99.95 || size === 0 ? 0 : size >= 9.995 ? 1 : 2
}

export type Scaled = { readonly figure: string; readonly scale: 'one' | 'wan' | 'yi' | 'k' | 'M' | 'B' }

/** A sum of money for an overview, three significant digits: zh counts in 万 and 亿, en in k, M and B. The scale's word is the caller's. */
export function scaled(locale: Locale, value: number | null): Scaled {
  if (value === null) return { figure: MISSING, scale: 'one' }
  const size = Math.abs(value)
  const [scale, by]: readonly [Scaled['scale'], number] =
    locale === 'zh'
      ? size >= 1e8
        ? ['yi', 1e8]
        : size >= 1e4
          ? ['wan', 1e4]
          : ['one', 1]
      : size >= 1e9
        ? ['B', 1e9]
        : size >= 1e6
          ? ['M', 1e6]
          : size >= 1e4
            ? ['k', 1e3]
            : ['one', 1]
  const shown = value / by
  const digits = scale === 'one' ? 0 : digitsOf(shown)
  return { figure: fixed(locale, shown, digits), scale }
}

/** What was typed: full-width figures, commas and a per cent sign are taken. Null is empty, undefined is no number. */
export function typedNumber(text: string): number | null | undefined {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[,\s%]/g, '')
    .replace('−', '-')
  if (plain === '') return null
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined
}

/**
 * Codes as people write them, and as we compare them. Two codes are the same when they agree after NFKC, trimming, folding
 * of white space and of case.
 */
export function codeKey(code: string): string {
  return code.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ').toLowerCase()
}

const DIGITS = /^\d+$/

/** Digits without their leading zeros, '0' at least; any other key as it is. What a spreadsheet makes of a code of digits. */
export function withoutZeros(key: string): string {
  if (!DIGITS.test(key)) return key
  const bare = key.replace(/^0+/, '')
  return bare === '' ? '0' : bare
}

export type Named = { readonly key: string; readonly name: string | null }

export type ZeroMatch<T> = { readonly kind: 'one'; readonly match: T } | { readonly kind: 'none' | 'several' }

/**
 * A code from a numeric cell may have lost its leading zeros. It stands for a longer code of digits only if exactly one such
 * code is known and the names agree (both are known and the same); several with that name are not decided.
 */
export function matchLostZeros<T extends Named>(numeric: Named, candidates: readonly T[]): ZeroMatch<T> {
  const longer = candidates.filter(
    (one) => one.key !== numeric.key && withoutZeros(one.key) === withoutZeros(numeric.key),
  )
  const name = numeric.name === null ? null : codeKey(numeric.name)
  const agreeing = longer.filter((one) => name !== null && one.name !== null && codeKey(one.name) === name)
  const [first] = agreeing
  if (first === undefined) return { kind: 'none' }
  if (agreeing.length > 1) return { kind: 'several' }
  return longer.length === 1 ? { kind: 'one', match: first } : { kind: 'none' }
}

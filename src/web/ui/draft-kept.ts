/** What is kept of a form: only the fields that differ, so that an untouched field follows the server. */
export type Kept<T> = { readonly patch: Partial<T>; readonly at: number }

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

/** The fields of `patch` that differ from `initial`; a field that `initial` does not have is not the form's (an older draft's). */
export function differing<T extends object>(initial: T, patch: Partial<T>): Partial<T> {
  const left: Partial<T> = {}
  for (const field of Object.keys(patch) as (keyof T)[]) {
    if (field in initial && !same(initial[field], patch[field])) left[field] = patch[field] as T[keyof T]
  }
  return left
}

/** Reads a kept draft; anything that is not one is nothing. */
export function readKept<T>(text: string | null): Kept<T> | null {
  if (text === null) return null
  try {
    const kept: unknown = JSON.parse(text)
    if (typeof kept !== 'object' || kept === null || !('patch' in kept) || !('at' in kept)) return null
    if (typeof kept.patch !== 'object' || kept.patch === null || typeof kept.at !== 'number') return null
    return { patch: kept.patch as Partial<T>, at: kept.at }
  } catch {
    return null
  }
}

import type { ColumnMap } from './intake.ts'

/** Choosing an option: `columns` and `constants` are merged key by key, everything else replaced; null takes away. */
export function withPatch(map: ColumnMap | null, patch: Readonly<Record<string, unknown>>): ColumnMap {
  const next: Record<string, unknown> = { ...map }
  for (const [key, value] of Object.entries(patch)) {
    const inner = (key === 'columns' || key === 'constants') && value !== null && typeof value === 'object'
    const merged = inner ? { ...(next[key] as object | undefined), ...value } : value
    if (merged === null) delete next[key]
    else
      next[key] = inner
        ? Object.fromEntries(Object.entries(merged as object).filter(([, one]) => one !== null))
        : merged
  }
  return next as ColumnMap
}

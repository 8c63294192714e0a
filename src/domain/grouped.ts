/** Rows by a key of theirs, each group in the order of the rows. */
export function grouped<T, K>(rows: readonly T[], by: (row: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const there = groups.get(by(row))
    if (there) there.push(row)
    else groups.set(by(row), [row])
  }
  return groups
}

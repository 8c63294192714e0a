/** One found through another: `from` is the referrer, `to` the prospect. Both are keys such as `account:…` and `prospect:…`. */
export type Edge = { readonly from: string; readonly to: string; readonly won: boolean }

export type Brought = {
  readonly referrer: string
  /** Prospects found through it, and those of them that signed. */
  readonly direct: number
  readonly won: number
  /** With all that came through these in turn. */
  readonly all: number
  readonly allWon: number
}

/**
 * Who brought whom, and what came of it down the line. A prospect that became an account has both keys in `same`, so that what the account
 * brought later counts for who had brought the prospect. Most won first, then most brought.
 */
export function broughtBy(edges: readonly Edge[], same: ReadonlyMap<string, string>): readonly Brought[] {
  const one = (key: string) => same.get(key) ?? key
  const beneath = new Map<string, Edge[]>()
  for (const edge of edges) {
    const there = beneath.get(one(edge.from))
    if (there) there.push(edge)
    else beneath.set(one(edge.from), [edge])
  }
  return [...beneath]
    .map(([referrer, direct]) => {
      const found = new Map<string, boolean>()
      const visit = (key: string): void => {
        for (const { to, won } of beneath.get(key) ?? []) {
          // Two who are said to have brought each other: each counts once.
          if (found.has(to) || one(to) === referrer) continue
          found.set(to, won)
          visit(one(to))
        }
      }
      visit(referrer)
      return {
        referrer,
        direct: direct.length,
        won: direct.filter(({ won }) => won).length,
        all: found.size,
        allWon: [...found.values()].filter(Boolean).length,
      }
    })
    .toSorted((a, b) => b.allWon - a.allWon || b.all - a.all || (a.referrer < b.referrer ? -1 : 1))
}

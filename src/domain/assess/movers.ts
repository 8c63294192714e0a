export type Mover = {
  readonly id: string
  /** Millilitres of the last three months, and of the same three a year ago. */
  readonly recent: number
  readonly before: number
}

export type Moved = Mover & { readonly change: number }

/**
 * Who gained and who lost most, three months against the same three a year ago, so that a season is compared with itself.
 * Each list holds at most `most`, the largest change first; equal ones by id. Those that did not move are in neither.
 */
export function moversOf(
  members: readonly Mover[],
  most: number,
): { readonly up: readonly Moved[]; readonly down: readonly Moved[]; readonly change: number } {
  const moved = members.map((member) => ({ ...member, change: member.recent - member.before }))
  const byId = (a: Moved, b: Moved) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  return {
    up: moved
      .filter((one) => one.change > 0)
      .toSorted((a, b) => b.change - a.change || byId(a, b))
      .slice(0, most),
    down: moved
      .filter((one) => one.change < 0)
      .toSorted((a, b) => a.change - b.change || byId(a, b))
      .slice(0, most),
    change: moved.reduce((sum, one) => sum + one.change, 0),
  }
}

/** To the account that each one counts for, through as many merges as there are; an account that is not listed counts for itself. */
export function rootsOf(
  members: readonly { readonly id: string; readonly mergedInto: string | null }[],
): (id: string) => string {
  const into = new Map(members.map((member) => [member.id, member.mergedInto]))
  return (id) => {
    let at = id
    for (let steps = 0; steps < 100; steps += 1) {
      const next = into.get(at)
      if (next === null || next === undefined) return at
      at = next
    }
    return at
  }
}

import { ok, type Result } from '../problem.ts'
import { covers, noRight, within, type Grants, type Right, type Scope } from './reach.ts'

/** How long somebody may look as somebody else before they must ask again. */
export const previewMinutes = 60

/**
 * Nobody sees more through another's eyes than through their own: each right that the other has, the looker must hold wherever the other
 * holds it. Refused with the first right that they do not.
 */
export function mayPreview(mine: Grants, theirs: Grants): Result<true, 'person/no-right'> {
  for (const [right, scope] of theirs) if (!covers(mine.get(right) ?? [], scope)) return noRight(right)
  return ok(true)
}

/** What both may do: the other's rights, kept within one's own should these become fewer meanwhile. */
export function bothMay(mine: Grants, theirs: Grants): Grants {
  const both = [...theirs].flatMap(([right, scope]): (readonly [Right, Scope])[] => {
    const left = within(scope, mine.get(right) ?? [])
    return left === '*' || left.length > 0 ? [[right, left]] : []
  })
  return new Map(both)
}

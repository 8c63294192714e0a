import { ok, refuse, type Result } from '../problem.ts'
import { isRole, noRight, rights as allRights, type Grants, type Right } from './reach.ts'
import { codeKey } from './code.ts'

/** A role of the company's own: a name and any of the rights, made by an administrator beside the six that are always there. */
export type CompanyRole = { readonly code: string; readonly name: string; readonly rights: readonly Right[] }

/**
 * Files that are brought and the activity show costs as they were written: with one of these, costs that are hidden elsewhere would be
 * read there.
 */
export const showCosts: readonly Right[] = ['import.run', 'import.undo', 'audit.read']

export const longestRoleName = 60

/**
 * A role as it is asked for; its rights come back once each, in their usual order. Refused: no name; a name that another role has (without
 * case; `taken` are the words of the six as well); no right at all; rights that show costs without the right to see them.
 */
export function readCompanyRole(
  wish: { readonly name: string; readonly rights: readonly Right[] },
  taken: readonly string[],
): Result<
  Omit<CompanyRole, 'code'>,
  'role/name-missing' | 'role/name-taken' | 'role/rights-none' | 'role/shows-costs'
> {
  const name = wish.name.normalize('NFKC').trim().slice(0, longestRoleName)
  if (name === '') return refuse('role/name-missing')
  const key = codeKey(name)
  if (isRole(key) || taken.some((one) => codeKey(one) === key)) return refuse('role/name-taken', { name })
  const rights = allRights.filter((right) => wish.rights.includes(right))
  if (rights.length === 0) return refuse('role/rights-none')
  if (!rights.includes('contribution.read') && rights.some((right) => showCosts.includes(right)))
    return refuse('role/shows-costs')
  return ok({ name, rights })
}

/**
 * A role holds wherever it is given, so whoever makes or changes one needs `people.change` everywhere, and everywhere each right that the
 * role has, had or is to have.
 */
export function mayShapeRole(grants: Grants, rights: readonly Right[]): Result<true, 'person/no-right'> {
  for (const right of ['people.change', ...rights] as const)
    if (grants.get(right) !== '*') return noRight(right)
  return ok(true)
}

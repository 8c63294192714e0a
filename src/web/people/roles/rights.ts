import type { Right } from '../../../contract/people.ts'
import type { Key, Translate } from '../../../language/index.ts'

type Group = { readonly word: Key; readonly rights: readonly Right[] }

/** The rights as a table reads them: what of the work they are about, and there seeing first, then changing, then taking out. */
export const rightGroups: readonly Group[] = [
  {
    word: 'roles.group-accounts',
    rights: [
      'ranking.read',
      'account.read',
      'account.note',
      'account.change',
      'account.merge',
      'account.override',
    ],
  },
  { word: 'roles.group-money', rights: ['contribution.read', 'export.run'] },
  { word: 'roles.group-files', rights: ['import.run', 'import.undo'] },
  { word: 'roles.group-masters', rights: ['market.change', 'product.change'] },
  { word: 'roles.group-policy', rights: ['policy.read', 'policy.change'] },
  { word: 'roles.group-people', rights: ['people.read', 'people.change', 'company.change', 'audit.read'] },
]

/** In words, what stays hidden from who has only these rights. */
export function hiddenWords(t: Translate, rights: readonly Right[] | undefined): string {
  if (rights === undefined) return ''
  return t(rights.includes('contribution.read') ? 'roles.nothing-hidden' : 'roles.costs-hidden')
}

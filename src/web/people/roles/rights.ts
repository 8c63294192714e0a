import type { CompanyRole, CompanyRoles } from '../../../contract/company-role.ts'
import type { Right } from '../../../contract/people.ts'
import { rights as allRights, rightsOf } from '../../../domain/chain/reach.ts'
import { showCosts } from '../../../domain/chain/company-role.ts'
import type { Key, Translate } from '../../../language/index.ts'

export const verbs = ['view', 'edit', 'approve', 'export'] as const
export type Verb = (typeof verbs)[number]

export type Group = {
  readonly key: string
  readonly word: Key & `roles.group-${string}`
  readonly does: Partial<Readonly<Record<Verb, readonly Right[]>>>
}

/** The rights as people read them: a chapter of the work, and there seeing, then changing, deciding and taking out. */
export const rightGroups: readonly Group[] = [
  {
    key: 'accounts',
    word: 'roles.group-accounts',
    does: {
      view: ['ranking.read', 'account.read'],
      edit: ['account.note', 'account.change', 'account.merge'],
      approve: ['account.override'],
    },
  },
  {
    key: 'prospects',
    word: 'roles.group-prospects',
    does: { view: ['prospect.read'], edit: ['prospect.change'] },
  },
  {
    key: 'visits',
    word: 'roles.group-visits',
    does: { view: ['visit.read'], edit: ['visit.change'] },
  },
  {
    key: 'trade',
    word: 'roles.group-trade',
    does: {
      view: ['trade_policy.read'],
      edit: ['trade_policy.change', 'claim.change'],
      approve: ['claim.approve', 'settlement.run'],
    },
  },
  {
    key: 'agreements',
    word: 'roles.group-agreements',
    does: {
      view: ['agreement.read'],
      edit: ['agreement.change'],
      approve: ['agreement.approve'],
    },
  },
  {
    key: 'money',
    word: 'roles.group-money',
    does: { view: ['contribution.read'], export: ['export.run'] },
  },
  { key: 'files', word: 'roles.group-files', does: { edit: ['import.run', 'import.undo'] } },
  { key: 'masters', word: 'roles.group-masters', does: { edit: ['market.change', 'product.change'] } },
  {
    key: 'policy',
    word: 'roles.group-policy',
    does: { view: ['policy.read'], approve: ['policy.change'] },
  },
  {
    key: 'people',
    word: 'roles.group-people',
    does: { view: ['people.read', 'audit.read'], edit: ['people.change', 'company.change'] },
  },
]

/** What a role may do in one chapter: "看 · 改 1/3"; a verb without a fraction is the whole of it. Empty: nothing. */
export function doesWords(t: Translate, { does }: Group, held: readonly Right[]): string {
  return verbs
    .flatMap((verb) => {
      const of = does[verb] ?? []
      const n = of.filter((right) => held.includes(right)).length
      if (n === 0) return []
      const word = t(`roles.verb-${verb}`)
      return n === of.length ? word : t('roles.verb-part', { verb: word, n, of: of.length })
    })
    .join('\u00a0· ')
}

/** In words, what stays hidden from who has only these rights. */
export function hiddenWords(t: Translate, rights: readonly Right[] | undefined): string {
  if (rights === undefined) return ''
  return t(rights.includes('contribution.read') ? 'roles.nothing-hidden' : 'roles.costs-hidden')
}

/** The fields that not everybody sees, in words: costs with what is reckoned from them, and whole phone numbers. */
export function fieldWords(t: Translate, rights: readonly Right[]): readonly string[] {
  return [
    t(rights.includes('contribution.read') ? 'roles.fields-costs' : 'roles.fields-no-costs'),
    t(rights.includes('account.note') ? 'roles.fields-phones' : 'roles.fields-no-phones'),
  ]
}

/** The rights after one was ticked or left, in their usual order. Those that show costs leave with the right to see them. */
export function ticked(rights: readonly Right[], right: Right, on: boolean): readonly Right[] {
  const next = on ? [...rights, right] : rights.filter((one) => one !== right)
  const costs = next.includes('contribution.read')
  return allRights.filter((one) => next.includes(one) && (costs || !showCosts.includes(one)))
}

/** One of the six (`own` null), or one that the company made. */
export type ShownRole = {
  readonly code: string
  readonly name: string
  readonly rights: readonly Right[]
  readonly held: number
  readonly own: CompanyRole | null
}

/** The company's own roles and the six, as the list shows them. */
export function shownRoles(t: Translate, { roles, fixed }: CompanyRoles): readonly ShownRole[] {
  return [
    ...roles.map((own) => ({ ...own, own })),
    ...fixed.map(({ role, held }) => ({
      code: role,
      name: t(`role.${role}`),
      rights: [...rightsOf(role)],
      held,
      own: null,
    })),
  ]
}

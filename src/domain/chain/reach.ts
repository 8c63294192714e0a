import { ok, refuse, type Result } from '../problem.ts'
import type { Day } from '../day.ts'

/** Who may do what, and where: roles hang on nodes of the sales-territory tree and hold for a period. */
export const roles = ['admin', 'hq', 'finance', 'regional_manager', 'rep', 'read_only'] as const
export type Role = (typeof roles)[number]

export const rights = [
  'ranking.read',
  'account.read',
  'contribution.read',
  'account.override',
  'account.merge',
  'account.change',
  'account.note',
  'market.change',
  'product.change',
  'import.run',
  'import.undo',
  'export.run',
  'policy.read',
  'policy.change',
  'people.read',
  'people.change',
  'company.change',
  'audit.read',
  'prospect.read',
  'prospect.change',
  'trade_policy.read',
  'trade_policy.change',
  'claim.change',
  'claim.approve',
  'settlement.run',
  'visit.read',
  'visit.change',
  'agreement.read',
  'agreement.change',
  'agreement.approve',
] as const
export type Right = (typeof rights)[number]

/** Market ids; '*' is every market, also those to come; [] is nothing. */
export type Scope = '*' | readonly string[]

export type Caller = {
  /** `person:<id>`, `cli:<os user>` or `anonymous`: what the audit says. */
  readonly actor: string
  readonly personId: string | null
  readonly rights: ReadonlySet<Right>
  readonly scope: Scope
  readonly locale: 'zh' | 'en'
}

export type NodeKind = 'hq' | 'region' | 'office' | 'unassigned' | 'market'
export type TreeNode = { readonly id: string; readonly parentId: string | null; readonly kind: NodeKind }

/** One row of a person's roles: from a day (inclusive) to a day (exclusive), null = open. */
export type RoleRow = {
  /** One of the six, or the code of a role of the company's own: then its rights come with the row. */
  readonly role: string
  readonly rights?: readonly Right[]
  readonly nodeId: string
  readonly validFrom: Day
  readonly validTo: Day | null
  /** Another's role, held while standing in for them. */
  readonly lent?: true
}

/** Where each right holds. A right that holds nowhere is absent. */
export type Grants = ReadonlyMap<Right, Scope>

const reading: readonly Right[] = [
  'ranking.read',
  'account.read',
  'policy.read',
  'prospect.read',
  'trade_policy.read',
  'visit.read',
  'agreement.read',
]

const rightsByRole: Readonly<Record<Role, readonly Right[]>> = {
  admin: rights,
  hq: [
    ...reading,
    'contribution.read',
    'account.override',
    'account.merge',
    'account.change',
    'account.note',
    'market.change',
    'product.change',
    'import.run',
    'import.undo',
    'export.run',
    'policy.change',
    'people.read',
    'audit.read',
    'prospect.change',
    'trade_policy.change',
    'claim.change',
    'claim.approve',
    'visit.change',
    'agreement.change',
    'agreement.approve',
  ],
  finance: [
    ...reading,
    'contribution.read',
    'import.run',
    'export.run',
    'audit.read',
    'claim.approve',
    'settlement.run',
    'agreement.approve',
  ],
  regional_manager: [
    ...reading,
    'contribution.read',
    'account.override',
    'account.merge',
    'account.change',
    'account.note',
    'import.run',
    'import.undo',
    'export.run',
    'people.read',
    'prospect.change',
    'claim.change',
    'claim.approve',
    'visit.change',
    'agreement.change',
    'agreement.approve',
  ],
  rep: [...reading, 'account.note', 'prospect.change', 'claim.change', 'visit.change', 'agreement.change'],
  read_only: reading,
}

export function rightsOf(role: Role): ReadonlySet<Right> {
  return new Set(rightsByRole[role])
}

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text)
}

/** What a row gives; a role that nobody knows (any more) gives nothing. */
export function rightsIn({ role, rights: own }: Pick<RoleRow, 'role' | 'rights'>): readonly Right[] {
  return isRole(role) ? rightsByRole[role] : (own ?? [])
}

/** The roles whose right this is, to tell a person whom to ask. */
export function rolesWith(right: Right): readonly Role[] {
  return roles.filter((role) => rightsByRole[role].includes(right))
}

export function rolesOn(rows: readonly RoleRow[], day: Day): readonly RoleRow[] {
  return rows.filter((row) => row.validFrom <= day && (row.validTo === null || day < row.validTo))
}

/** Market ids at or beneath a node. HQ is '*', so that markets made tomorrow belong to it. Unknown node: nothing. */
export function marketsUnder(nodes: readonly TreeNode[], nodeId: string): Scope {
  const top = nodes.find((node) => node.id === nodeId)
  if (!top) return []
  if (top.kind === 'hq') return '*'
  const children = new Map<string, TreeNode[]>()
  for (const node of nodes)
    if (node.parentId !== null) children.set(node.parentId, [...(children.get(node.parentId) ?? []), node])
  const markets: string[] = []
  const seen = new Set<string>()
  const visit = (node: TreeNode): void => {
    if (seen.has(node.id)) return
    seen.add(node.id)
    if (node.kind === 'market') markets.push(node.id)
    for (const child of children.get(node.id) ?? []) visit(child)
  }
  visit(top)
  return markets.toSorted()
}

export function union(a: Scope, b: Scope): Scope {
  return a === '*' || b === '*' ? '*' : [...new Set([...a, ...b])].toSorted()
}

export function covers(outer: Scope, inner: Scope): boolean {
  if (outer === '*') return true
  return inner !== '*' && inner.every((market) => outer.includes(market))
}

/** The markets of both. */
export function within(scope: Scope, limit: Scope): Scope {
  if (scope === '*') return limit
  return limit === '*' ? scope : scope.filter((market) => limit.includes(market))
}

/** What a stand-in is not lent: with these a few days' rights could be made one's own for good. */
export const neverLent: ReadonlySet<Right> = new Set(['people.change', 'company.change'])

/** What a person's role rows give on a day. */
export function grantsOf(rows: readonly RoleRow[], nodes: readonly TreeNode[], day: Day): Grants {
  const grants = new Map<Right, Scope>()
  for (const row of rolesOn(rows, day)) {
    const scope = marketsUnder(nodes, row.nodeId)
    if (scope !== '*' && scope.length === 0) continue
    for (const right of rightsIn(row))
      if (!row.lent || !neverLent.has(right)) grants.set(right, union(grants.get(right) ?? [], scope))
  }
  return grants
}

export function allGrants(): Grants {
  return new Map(rights.map((right) => [right, '*'] as const))
}

/**
 * The reach of one act. Two roles in two places must not add up to a right where neither gives it, so the scope is where
 * `right` holds, and of the other rights only those stay that hold in all of that scope. Without `right`: everywhere that
 * any right holds.
 */
export function reachFor(grants: Grants, right?: Right): Pick<Caller, 'rights' | 'scope'> {
  const scope =
    right === undefined ? [...grants.values()].reduce<Scope>(union, []) : (grants.get(right) ?? ([] as const))
  const held =
    scope !== '*' && scope.length === 0 ? [] : [...grants].filter(([, where]) => covers(where, scope))
  return { scope, rights: new Set(held.map(([name]) => name)) }
}

/** The refusal with the right and the roles that have it, so that the answer says whom to ask. */
export function noRight(right: Right) {
  return refuse('person/no-right', { right, roles: rolesWith(right).join(', ') })
}

export function mayDo(grants: Grants, right: Right): Result<true, 'person/no-right'> {
  return grants.has(right) ? ok(true) : noRight(right)
}

/** True when the caller's scope has this market. */
export function inReach(caller: Pick<Caller, 'scope'>, market: string): boolean {
  return covers(caller.scope, [market])
}

/**
 * Nobody hands out more than they hold: the giver needs `people.change` over the whole node, and there every right of the
 * role that is given.
 */
export function mayGrant(
  grants: Grants,
  nodes: readonly TreeNode[],
  gift: Pick<RoleRow, 'role' | 'rights' | 'nodeId'>,
): Result<true, 'person/no-right' | 'person/scope-unknown'> {
  if (!nodes.some((node) => node.id === gift.nodeId))
    return refuse('person/scope-unknown', { scope: gift.nodeId })
  // A node without markets yet may get any: only who holds everything gives it away.
  const beneath = marketsUnder(nodes, gift.nodeId)
  const scope = beneath.length === 0 ? '*' : beneath
  for (const right of ['people.change', ...rightsIn(gift)] as const)
    if (!covers(grants.get(right) ?? [], scope)) return noRight(right)
  return ok(true)
}

/** The nodes a person sees: markets of the scope, all that lies between, and their ancestors for the breadcrumb. Parents first. */
export function nodesInReach<N extends TreeNode>(nodes: readonly N[], scope: Scope): readonly N[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const seen = new Set<string>()
  if (scope === '*') for (const node of nodes) seen.add(node.id)
  else
    for (const market of scope)
      for (
        let at = byId.get(market);
        at && !seen.has(at.id);
        at = at.parentId ? byId.get(at.parentId) : undefined
      )
        seen.add(at.id)
  const depth = (node: N): number => {
    let steps = 0
    for (let at: N | undefined = node; at?.parentId && steps < nodes.length; at = byId.get(at.parentId))
      steps += 1
    return steps
  }
  const level = new Map(nodes.map((node) => [node.id, depth(node)]))
  return nodes
    .filter((node) => seen.has(node.id))
    .toSorted((a, b) => (level.get(a.id) ?? 0) - (level.get(b.id) ?? 0))
}

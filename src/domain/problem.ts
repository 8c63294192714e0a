/**
 * Everything that can be refused, in one catalogue. A refusal is a value, not an exception: rules return `Result`.
 * The code is `noun/why`; its kind says what sort of answer it is, and only the edges (HTTP, command line) know how that looks.
 */
export type ProblemKind = 'invalid' | 'refused' | 'conflict' | 'missing' | 'forbidden'

export const problems = {
  // company and start
  'company/missing': 'missing',
  'company/exists': 'conflict',
  'company/not-demo': 'refused',
  'company/name-empty': 'invalid',
  'company/currency-unknown': 'invalid',
  'company/time-zone-unknown': 'invalid',
  'data-folder/in-use': 'conflict',
  'data-folder/unusable': 'refused',
  'data-folder/other-user': 'refused',
  'database/unreachable': 'refused',
  'database/platform-unknown': 'refused',
  'database/no-account': 'refused',
  'database/not-started': 'refused',
  'database/too-old': 'refused',
  'database/encoding': 'refused',
  'database/newer': 'refused',
  'database/migration-changed': 'refused',
  'database/role-missing': 'refused',
  'database/role-too-strong': 'refused',
  'port/taken': 'conflict',
  'port/forbidden': 'refused',
  'demo/beside-real-data': 'conflict',
  // people
  'person/signed-out': 'forbidden',
  'person/no-right': 'forbidden',
  'person/wrong-password': 'forbidden',
  'person/too-many-attempts': 'forbidden',
  'person/link-invalid': 'refused',
  'person/password-weak': 'invalid',
  'person/missing': 'missing',
  'person/exists': 'conflict',
  'person/address-refused': 'conflict',
  'person/email-invalid': 'invalid',
  'person/role-unknown': 'invalid',
  'person/scope-unknown': 'invalid',
  'person/name-missing': 'invalid',
  'person/role-none': 'invalid',
  'person/last-admin': 'refused',
  'person/suspended': 'refused',
  'stand-in/for-oneself': 'invalid',
  'stand-in/days': 'invalid',
  'stand-in/past': 'invalid',
  'stand-in/too-long': 'invalid',
  'stand-in/twice': 'conflict',
  'stand-in/missing': 'missing',
  // files
  'file/missing': 'missing',
  'file/empty': 'invalid',
  'file/no-table': 'invalid',
  'file/header-only': 'invalid',
  'file/binary': 'invalid',
  'file/encrypted': 'invalid',
  'file/broken': 'invalid',
  'file/bomb': 'invalid',
  'file/too-large': 'invalid',
  'file/too-wide': 'invalid',
  'file/line-too-long': 'invalid',
  'file/encoding-mixed': 'invalid',
  'file/formulas-without-values': 'invalid',
  'file/not-readable': 'invalid',
  'file/nothing-usable': 'invalid',
  // columns and maps
  'map/not-readable': 'invalid',
  'map/field-unknown': 'invalid',
  'map/column-missing': 'invalid',
  'map/constant-invalid': 'invalid',
  'map/needed-field': 'invalid',
  'import/kind-unknown': 'invalid',
  'export/kind-unknown': 'invalid',
  'export/not-writable': 'refused',
  'import/refusals': 'invalid',
  'import/running': 'conflict',
  'import/later-batch': 'conflict',
  'import/people-stay': 'refused',
  'import/batch-missing': 'missing',
  'import/already-undone': 'conflict',
  'import/stopped': 'refused',
  'import/stopped-by-person': 'refused',
  'import/not-running': 'conflict',
  'import/file-changed': 'conflict',
  'import/trial-stale': 'conflict',
  'import/outcome-differs': 'conflict',
  'import/not-done': 'refused',
  // lines of a file
  'line/no-account': 'invalid',
  'line/no-sku': 'invalid',
  'line/no-market': 'invalid',
  'line/out-of-reach': 'forbidden',
  'line/no-volume': 'invalid',
  'line/date-unreadable': 'invalid',
  'line/day-far-ahead': 'invalid',
  'line/number-unreadable': 'invalid',
  'line/amount-without-units': 'invalid',
  'line/conflict': 'invalid',
  'line/account-unknown': 'invalid',
  'line/sku-unknown': 'invalid',
  'line/code-ambiguous': 'invalid',
  'line/unit-unknown': 'invalid',
  'line/quotes-broken': 'invalid',
  'line/too-many-cells': 'invalid',
  'line/field-missing': 'invalid',
  'line/value-invalid': 'invalid',
  // accounts, markets, policy
  'account/missing': 'missing',
  'account/merge-self': 'refused',
  'account/merge-child': 'refused',
  'account/merge-market': 'refused',
  'account/merged-already': 'conflict',
  'account/not-merged': 'refused',
  'account/beneath-itself': 'refused',
  'account/parent-tier': 'refused',
  'account/parent-market': 'refused',
  'account/closes-before-opening': 'invalid',
  'account/owner-unknown': 'invalid',
  'account/moves-nowhere': 'refused',
  'account/has-beneath': 'refused',
  'name/empty': 'invalid',
  'name/too-long': 'invalid',
  'code/empty': 'invalid',
  'code/too-long': 'invalid',
  'code/taken': 'conflict',
  'account/merge-tier': 'refused',
  'account/record-invalid': 'invalid',
  'account/record-missing': 'missing',
  'account/file-kind': 'invalid',
  'account/file-too-large': 'invalid',
  'account/file-there': 'conflict',
  'account/fact-invalid': 'invalid',
  'account/fact-missing': 'missing',
  'view/missing': 'missing',
  'view/name-empty': 'invalid',
  'view/name-long': 'invalid',
  'view/name-taken': 'conflict',
  'view/not-yours': 'forbidden',
  'view/too-many': 'refused',
  'view/no-person': 'refused',
  'market/missing': 'missing',
  'market/beneath-itself': 'refused',
  'market/parent-kind': 'refused',
  'market/has-history': 'refused',
  'market/has-children': 'refused',
  'market/fixed': 'refused',
  'market/closed': 'refused',
  'market/open': 'refused',
  'market/same-parent': 'refused',
  'product/missing': 'missing',
  'product/in-use': 'refused',
  'period/ends-before': 'invalid',
  'period/overlap': 'conflict',
  'period/missing': 'missing',
  'period/hole': 'invalid',
  'period/day-invalid': 'invalid',
  'period/day-ahead': 'invalid',
  'edit/changed-meanwhile': 'conflict',
  'edit/changed-since': 'conflict',
  'edit/undone-already': 'conflict',
  'edit/missing': 'missing',
  'market/size-invalid': 'invalid',
  'market/size-missing': 'missing',
  'policy/invalid': 'invalid',
  'policy/missing': 'missing',
  'policy/inconsistent': 'refused',
  'policy/weights-sum': 'invalid',
  'policy/weight-negative': 'invalid',
  'policy/k-none': 'invalid',
  'policy/enter-leave': 'invalid',
  'policy/day-past': 'invalid',
  'policy/changed': 'conflict',
  'policy/no-change': 'refused',
  'override/invalid': 'invalid',
  'override/missing': 'missing',
  'assess/no-such-day': 'invalid',
  // requests
  'request/invalid': 'invalid',
  'request/not-found': 'missing',
  'request/usage': 'invalid',
  'request/other-origin': 'forbidden',
  'request/failed': 'refused',
  'request/conflict': 'conflict',
  'backup/exists': 'conflict',
  'backup/broken': 'invalid',
  'backup/newer': 'invalid',
  'backup/target-not-empty': 'conflict',
  'ledger/out-of-step': 'refused',
} as const satisfies Record<string, ProblemKind>

export type ProblemCode = keyof typeof problems

export type Problem<C extends ProblemCode = ProblemCode> = {
  readonly code: C
  /** What the sentence needs to be concrete: names, figures, limits. Keys are the holes of the words in `language/`. */
  readonly facts: Readonly<Record<string, string | number>>
}

export type Result<T, C extends ProblemCode = ProblemCode> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem<C> }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function refuse<C extends ProblemCode>(
  code: C,
  facts: Problem['facts'] = {},
): { readonly ok: false; readonly problem: Problem<C> } {
  return { ok: false, problem: { code, facts } }
}

/** For the edges, where a refusal has to cross code that only knows exceptions (a transaction that must roll back, say). */
export class Refused extends Error {
  readonly problem: Problem
  constructor(code: ProblemCode, facts: Problem['facts'] = {}) {
    super(code)
    this.name = 'Refused'
    this.problem = { code, facts }
  }
}

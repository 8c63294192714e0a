import { onlyLooks } from './only-looking.ts'
import { Refused } from '../../domain/problem.ts'
import type { Problem, ProblemCode } from '../../domain/problem.ts'

/** What a violated constraint means to the person who asked. Constraints that only a bug can violate are not here. */
const meanings: Readonly<Record<string, ProblemCode>> = {
  saved_view_own_name: 'view/name-taken',
  saved_view_shared_name: 'view/name-taken',
  company_only_one: 'company/exists',
  person_email_key: 'person/exists',
  prospect_account: 'prospect/account-taken',
  visit_once: 'visit/answered',
  claim_open: 'claim/open-already',
  claim_evidence_once: 'claim/evidence-used',
  agreement_event_pkey: 'edit/changed-meanwhile',
  trade_policy_budget: 'claim/over-budget',
  prospect_event_market_id_prospect_id_seq_key: 'edit/changed-meanwhile',
}

/** SQLSTATEs of two writers who met: asking again is the remedy (PostgreSQL, appendix A, class 40 and 55P03). */
const COLLISIONS = new Set(['40001', '40P01', '55P03'])

/** A write in a transaction that may only read. */
const READ_ONLY = '25006'

type Fields = { readonly code?: unknown; readonly constraint?: unknown }

/**
 * The refusal inside whatever was thrown: a `Refused`, or a database error that has a meaning. Anything else is a
 * bug (null).
 */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Refused) return error.problem
  if (!(error instanceof Error)) return null
  const { code, constraint } = error as Fields
  if (typeof constraint === 'string' && Object.hasOwn(meanings, constraint)) {
    return { code: meanings[constraint] as ProblemCode, facts: {} }
  }
  if (code === READ_ONLY && onlyLooks()) return { code: 'preview/only-looks', facts: {} }
  if (typeof code === 'string' && COLLISIONS.has(code)) return { code: 'request/conflict', facts: {} }
  return null
}

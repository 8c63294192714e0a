import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { problems, type Problem, type ProblemCode, type ProblemKind } from '../../domain/problem.ts'
import type { Ctx } from './frame.ts'

const statusOfKind: Readonly<Record<ProblemKind, ContentfulStatusCode>> = {
  invalid: 422,
  refused: 409,
  conflict: 409,
  missing: 404,
  forbidden: 403,
}

/** Codes for which HTTP has a word of its own. */
const statusOfCode: Partial<Record<ProblemCode, ContentfulStatusCode>> = {
  'person/signed-out': 401,
  'person/wrong-password': 401,
  'sign-in/password-off': 401,
  'sign-in/code-wrong': 401,
  'sign-in/second-over': 401,
  'person/too-many-attempts': 429,
  'person/link-invalid': 410,
  'file/too-large': 413,
  'request/too-large': 413,
  'account/file-too-large': 413,
  'request/failed': 500,
}

/** The only place that knows the HTTP status of a problem. */
export function statusOf(code: ProblemCode): ContentfulStatusCode {
  return statusOfCode[code] ?? statusOfKind[problems[code]]
}

/** A refusal as application/problem+json (RFC 9457), in the words of the reader's language. `id` names a log entry. */
export function problemResponse(c: Ctx, problem: Problem, id?: string): Response {
  const status = statusOf(problem.code)
  c.set('refused', problem.code)
  const retry = problem.facts['retrySeconds']
  if (status === 429 && retry !== undefined) c.header('Retry-After', String(retry))
  c.header('Cache-Control', 'no-store')
  const body = {
    type: `urn:tonnage:problem:${problem.code}`,
    title: problem.code,
    status,
    code: problem.code,
    detail: c.get('say')(c.get('locale'), problem),
    facts: problem.facts,
    ...(id === undefined ? {} : { id }),
  }
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' })
}

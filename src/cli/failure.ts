import { randomUUID } from 'node:crypto'
import { CommanderError } from 'commander'
import { problems, Refused } from '../domain/problem.ts'
import type { Problem, ProblemKind } from '../domain/problem.ts'
import { lookUp, say, translator } from '../language/index.ts'
import type { Locale } from '../language/index.ts'
import { problemOf } from '../server/db/constraint-problems.ts'

/** 2 is wrong usage, 1 our own fault. */
const statusOf: Readonly<Record<ProblemKind, number>> = {
  invalid: 3,
  refused: 4,
  missing: 4,
  forbidden: 4,
  conflict: 5,
}

/** A word on the command line that does not exist, whatever the file holds. */
const MISUSE: ReadonlySet<Problem['code']> = new Set([
  'request/usage',
  'import/kind-unknown',
  'export/kind-unknown',
])

/** A refusal with more than its sentence: what was understood of a file, say. */
export class RefusedWith extends Refused {
  readonly more: object
  constructor(problem: Problem, more: object) {
    super(problem.code, problem.facts)
    this.more = more
  }
}

export type Failure = {
  readonly status: number
  readonly document: object
  readonly text: string
  readonly bug?: { id: string; error: unknown }
}

/** What a thrown thing is to the person at the keyboard: a refusal with its words, wrong usage, or a bug with an id. */
export function failureOf(error: unknown, locale: Locale): Failure {
  if (error instanceof CommanderError) return usage(error, locale)
  const problem = problemOf(error)
  if (problem) return refusal(problem, locale, error instanceof RefusedWith ? error.more : {})
  const id = randomUUID().slice(0, 8)
  const text = translator(locale)('cli.bug', { id })
  return {
    status: 1,
    document: { problem: { code: 'bug', detail: text, facts: { id } } },
    text,
    bug: { id, error },
  }
}

function refusal(problem: Problem, locale: Locale, more: object): Failure {
  const detail = say(locale, problem)
  const status = MISUSE.has(problem.code) ? 2 : statusOf[problems[problem.code]]
  return {
    status,
    document: { problem: { code: problem.code, detail, facts: problem.facts, ...more } },
    text: detail,
  }
}

/** What the parser found wrong, in the caller's language; what it has no words for stays as it says it. */
function usage(error: CommanderError, locale: Locale): Failure {
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const words = lookUp(locale, error.code.replace('commander.', 'cli.wrong.'), { word })
  const text = words ?? error.message.replace(/^error: /, '')
  return { status: 2, document: { problem: { code: 'request/usage', detail: text, facts: {} } }, text }
}

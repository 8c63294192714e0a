import { problems, Refused, type ProblemCode, type ProblemKind } from '../../src/domain/problem.ts'
import { say } from '../../src/language/index.ts'
import { statusOf } from '../../src/server/http/problem-response.ts'
import { failureOf } from '../../src/cli/failure.ts'

const kinds: Readonly<Record<ProblemKind, string>> = {
  invalid: 'what was given cannot be taken; correct it and try again',
  refused: 'what was asked is not possible as things stand',
  conflict: 'something else stands in the way; look, then try again',
  missing: 'there is no such thing, or it is outside the scope of who asks',
  forbidden: 'the person is not signed in, or may not',
}

/** Every problem code with its words, by what it is about. */
export function problemsPage(): string {
  const codes = Object.keys(problems) as ProblemCode[]
  const subjects = [...new Set(codes.map((code) => code.split('/')[0] ?? ''))]
  const kindRows = Object.entries(kinds).map(([kind, what]) => `| ${kind} | ${what} |`)
  const section = (subject: string): string => {
    const rows = codes
      .filter((code) => code.startsWith(`${subject}/`))
      .map((code) => {
        const cells = [
          `\`${code}\``,
          problems[code],
          String(statusOf(code)),
          String(failureOf(new Refused(code), 'en').status),
        ]
        return `| ${[...cells, say('en', { code }), say('zh', { code })].join(' | ')} |`
      })
    return [
      `## ${subject}`,
      '',
      '| code | kind | HTTP | exit | what it means, what to do | 中文 |',
      '|---|---|---|---|---|---|',
      ...rows,
      '',
    ].join('\n')
  }
  return [
    '# Problems: everything that can be refused',
    '',
    'Made by `npm run docs:problems` from the catalogue (`src/domain/problem.ts`) and its words (`src/language`); a test compares.',
    'Over HTTP a problem is `application/problem+json`; on the command line it is a sentence, with `--json` a document, and the exit status.',
    '',
    '| kind | what it says |',
    '|---|---|',
    ...kindRows,
    '',
    ...subjects.map(section),
  ].join('\n')
}

import { readFileSync } from 'node:fs'

export type Requirement = {
  /** Of OWASP ASVS 5.0.0, as `3.4.1`. */
  readonly id: string
  readonly level: number
  readonly state: string
  /** `file › part of a test’s name`, more of them apart by semicolons. */
  readonly tests: readonly string[]
  readonly note: string
}

export const states = ['tested', 'not applicable', 'open'] as const

/** Reads docs/security/asvs.csv. */
export function requirements(): readonly Requirement[] {
  const [, ...lines] = readFileSync(new URL('../../docs/security/asvs.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => {
    const [id = '', level = '', state = '', tests = '', note = ''] = fields(line)
    return {
      id,
      level: Number(level),
      state,
      tests: tests === '' ? [] : tests.split('; '),
      note,
    }
  })
}

/** RFC 4180 within one line. */
function fields(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}

/** The file and the words of a named test. */
export function named(test: string): { readonly file: string; readonly words: string } {
  const [file = '', words = ''] = test.split(' › ')
  return { file, words }
}

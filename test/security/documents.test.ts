import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { tableNames } from '../../src/server/db/tables.ts'
import { mostBytes } from '../../src/server/http/endpoint.ts'
import { free, longestWaitMinutes } from '../../src/server/people/attempts-store.ts'
import { sessionIdleDays, sessionMostDays } from '../../src/server/people/auth-store.ts'
import { linkHours } from '../../src/server/people/link-store.ts'
import { cost, leastLength, mostLength } from '../../src/server/people/password.ts'
import { rightsDocument } from './documents.ts'

const project = path.join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(project, file), 'utf8')
const bold = (text: string) => [...text.matchAll(/\*\*([\d.]+)\*\*/g)].map(([, figure]) => Number(figure))

function sources(folder: string): string[] {
  return readdirSync(path.join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => read(path.join(folder, name)))
}

describe('the documents on security', () => {
  it('say the figures of sign-in that the code has, in their order', () => {
    const { memoryCost, timeCost, parallelism } = cost
    expect(bold(read('docs/security/sign-in.md'))).toEqual(
      [
        [leastLength, mostLength, memoryCost, timeCost, parallelism],
        [free.account, longestWaitMinutes, free.address],
        [linkHours, sessionIdleDays, sessionMostDays],
      ].flat(),
    )
  })

  it('say which role may what as the roles are defined', () => {
    expect(read('docs/security/rights.md')).toBe(rightsDocument())
  })

  it('name every primitive of cryptography that the server imports', () => {
    const used = sources('src').flatMap((text) =>
      [...text.matchAll(/import \{([^}]*)\} from 'node:crypto'/g)].flatMap(([, names = '']) =>
        names.split(',').map((name) => name.trim()),
      ),
    )
    const said = read('docs/security/cryptography.md')
    const missing = [...new Set(used)].filter((name) => name !== '' && name !== 'randomUUID')
    expect(missing.filter((name) => !said.includes(`\`${name}\``))).toEqual([])
  })

  it('name every log that the server writes and every address that it takes, and how many bytes it reads', () => {
    const said = read('docs/security/outside.md')
    const server = sources('src/server').join('\n')
    const logs = new Set(
      [...server.matchAll(/'([\w-]+\.log|audit-heads\.jsonl)'/g)].map(([, name]) => name ?? ''),
    )
    expect(logs.size).toBeGreaterThan(2)
    for (const name of logs) expect(said).toContain(`\`${name}\``)
    const ways = new Set(
      [
        ...sources('src')
          .join('\n')
          .matchAll(/\b(DATABASE_URL|TONNAGE_\w*ISSUER)\b/g),
      ].map(([name]) => name),
    )
    for (const name of ways) expect(said).toContain(`\`${name}\``)
    expect(bold(said)).toEqual([mostBytes / 1024 ** 2])
  })

  it('put every table of the database in a class', () => {
    const classed = [...read('docs/security/data.md').matchAll(/^\| `(\w+)` \| (.+) \|$/gm)]
    const classes = new Set(['secret', 'personal', 'trade', 'structure'])
    expect(classed.map(([, name]) => name).toSorted()).toEqual(tableNames.toSorted())
    for (const [, , of = ''] of classed) for (const one of of.split(' and ')) expect(classes).toContain(one)
  })
})

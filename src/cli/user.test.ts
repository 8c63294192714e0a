import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../test/make/database.ts'
import { aFolder, buildProgram, tonnage } from '../../test/make/program.ts'

const place = aFolder()
const data = path.join(place.folder, 'data')
let database: FreshDatabase
let env: NodeJS.ProcessEnv

// A server that is there already: no command has to start one.
beforeAll(async () => {
  buildProgram()
  database = await freshDatabase()
  const url = new URL(database.ownerUrl)
  url.username = database.app.user ?? ''
  url.password = String(database.app.password)
  env = { DATABASE_URL: database.ownerUrl, APP_DATABASE_URL: url.href }
})
afterAll(async () => {
  await database.close()
  place.remove()
})

function run(...args: string[]) {
  return tonnage(data, args, { env })
}

type Document = Record<string, unknown> & { problem?: { code: string } }

async function json(...args: string[]): Promise<{ status: number | null; document: Document }> {
  const answer = await run(...args, '--json')
  return { status: answer.status, document: JSON.parse(answer.out) as Document }
}

const rep = ['--email', 'rep@example.com', '--name', 'Li', '--role', 'rep']

describe('a company and its people from the command line', () => {
  it('is set up, with a one-time link for its administrator, and may be named anew while it is empty', async () => {
    const made = await json('setup', '--company', '好酒', '--market', '济南', '--email', 'a@example.com')
    expect(made).toMatchObject({ status: 0, document: { currency: 'CNY', timeZone: 'Asia/Shanghai' } })
    expect(made.document['link']).toMatch(/^http:\/\/127\.0\.0\.1:3000\/link\/[\w-]{43}$/)
    const again = ['setup', '--company', 'Good Beer', '--currency', 'USD', '--time-zone', 'America/Chicago']
    expect(await json(...again, '--vat-rate', '13%')).toMatchObject({
      status: 0,
      document: { company: 'Good Beer', vatRate: 0.13, link: null },
    })
    const { rows } = await database.deps.db.pool.query('SELECT vat_rate FROM company')
    expect(rows).toEqual([{ vat_rate: '0.13000' }])
    expect(await json('setup', '--company', 'x', '--currency', 'XQQ')).toMatchObject({
      status: 3,
      document: { problem: { code: 'company/currency-unknown' } },
    })
  })

  it('adds a person with a role in places, and prints the link alone on standard output', async () => {
    const added = await run('user', 'add', ...rep, '--scope', '济南', 'HQ')
    expect([added.status, added.out.trim().split('\n').length]).toEqual([0, 1])
    expect(added.out).toContain('/link/')
    expect(added.err).toContain('rep@example.com')
    expect(await json('user', 'add', ...rep, '--scope', 'HQ')).toMatchObject({
      status: 5,
      document: { problem: { code: 'person/exists' } },
    })
  })

  it('gives a new link and a key, and neither to somebody without the right', async () => {
    expect((await json('user', 'link', '--email', 'rep@example.com')).document['link']).toContain('/link/')
    const key = await run('user', 'key', '--email', 'rep@example.com')
    expect(key.out.trim()).toMatch(/^tonnage_[0-9a-f]{12}_[\w-]{43}$/)
    expect((await json('user', 'unlink', '--email', 'rep@example.com')).document).toEqual({
      email: 'rep@example.com',
      count: 0,
    })
    expect(await json('user', 'second-off', '--email', 'rep@example.com')).toMatchObject({
      document: { problem: { code: 'second-factor/none' } },
    })
    for (const what of ['link', 'key', 'unlink', 'second-off'])
      expect(await json('--as', 'rep@example.com', 'user', what, '--email', 'a@example.com')).toMatchObject({
        status: 4,
        document: { problem: { code: 'person/no-right' } },
      })
  })

  it('exports what the caller may see, to a file or to standard output', async () => {
    const file = path.join(place.folder, 'people.csv')
    expect(await json('export', 'people', '-o', file)).toMatchObject({
      status: 0,
      document: { rows: 3, file },
    })
    expect(readFileSync(file, 'utf8')).toContain('a@example.com,a@example.com,admin,HQ,en')
    expect((await run('export', 'markets')).out).toContain('济南')
    expect((await json('--as', 'rep@example.com', 'export', 'people', '-o', `${file}.2`)).status).toBe(4)
    expect(existsSync(`${file}.2`)).toBe(false)
    expect((await json('export', 'people')).status).toBe(2)
    expect((await json('export', 'beer', '-o', file)).status).toBe(2)
    expect((await json('export', 'people', '-o', '/nowhere/at/all')).status).toBe(4)
  })
})

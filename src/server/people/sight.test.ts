import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Made, People } from '../../contract/people.ts'
import { plantMarkets } from '../../../test/make/plant.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'

let database: FreshDatabase
let web: Web
let boss: string
let regional: string

/** An administrator of the market Port, one of everything, and a representative in each of two markets. */
beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  await plantMarkets(database.deps, ['Port', 'Moor'])
  boss = await web.persona('admin', 'HQ')
  regional = await web.persona('admin', 'Port')
  await web.persona('rep', 'Port')
  await web.persona('rep', 'Moor')
  await web.persona('rep', 'Moor')
})
afterAll(() => database.close())

const own = 'rep3@example.com'
const hidden = 'rep4@example.com'
const hiddenToo = 'rep5@example.com'
const nobody = 'rep9@example.com'
const days = { from: '2026-01-05', to: '2026-01-06' }

/** Status and every byte, with the address or code that was asked for taken out. */
async function answer(method: string, path: string, asked: string, body?: unknown, as = regional) {
  const response = await web.call(method, path, { as, body })
  return `${String(response.status)} ${(await response.text()).replaceAll(asked, '…')}`
}

describe('somebody out of sight', () => {
  type Ask = (email: string) => readonly [method: string, path: string, body?: unknown]
  it.each<[string, Ask]>([
    ['a link', (email) => ['POST', `/api/people/${email}/link`]],
    ['a key', (email) => ['POST', `/api/people/${email}/key`]],
    ['another name', (email) => ['PUT', `/api/people/${email}`, { name: 'X' }]],
    ['a name that is none', (email) => ['PUT', `/api/people/${email}`, { name: ' ' }]],
    ['one of many', (email) => ['PUT', '/api/people', { changes: [{ email, active: false }] }]],
    ['being stood in for', (email) => ['POST', `/api/people/${email}/stand-ins`, { by: own, ...days }]],
    ['standing in', (email) => ['POST', `/api/people/${own}/stand-ins`, { by: email, ...days }]],
  ])('is answered as somebody who does not exist: %s', async (_, ask) => {
    const [method, path, body] = ask(hidden)
    const there = await answer(method, path, hidden, body)
    const [, otherPath, otherBody] = ask(nobody)
    expect(there).toBe(await answer(method, otherPath, nobody, otherBody))
    expect(there).toMatch(/^404 .*person\/missing/)
  })

  it('has an address that is refused without a word about them', async () => {
    const body = (email: string) => ({ email, name: 'X', roles: [{ role: 'rep', scope: 'Port' }] })
    expect(await answer('POST', '/api/people', hidden, body(hidden))).toMatch(
      /^409 .*person\/address-refused/,
    )
    expect(await answer('POST', '/api/people', own, body(own))).toMatch(/^409 .*person\/exists/)
    expect(await answer('POST', '/api/people', hidden, body(hidden), boss)).toMatch(/^409 .*person\/exists/)
  })

  it('stands in for nobody on the list of whom they are hidden from, and cannot be ended there', async () => {
    const made = async (absent: string, by: string) =>
      Made.parse(
        await (
          await web.call('POST', `/api/people/${absent}/stand-ins`, { as: boss, body: { by, ...days } })
        ).json(),
      )
    const unknown = '00000000-0000-7000-8000-00000000dead'
    for (const { id } of [await made(own, hidden), await made(hidden, own), await made(hidden, hiddenToo)]) {
      const there = await answer('DELETE', `/api/stand-ins/${id}`, id)
      expect(there).toBe(await answer('DELETE', `/api/stand-ins/${unknown}`, unknown))
      expect(there).toMatch(/^404 .*stand-in\/missing/)
    }
    const list = async (as: string) =>
      People.parse(await (await web.call('GET', '/api/people', { as })).json())
    expect((await list(regional)).standIns).toEqual([])
    expect((await list(boss)).standIns).toHaveLength(3)
  })
})

describe('a file of people', () => {
  it('has nobody who is not on the list', async () => {
    const body = { email: 'both@example.com', name: 'Both', roles: [] as object[] }
    body.roles = ['Port', 'Moor'].map((scope) => ({ role: 'rep', scope }))
    expect((await web.call('POST', '/api/people', { as: boss, body })).status).toBe(201)
    const file = async (as: string) => (await web.call('GET', '/api/export/people', { as })).text()
    expect(await file(boss)).toContain('both@example.com')
    expect(await file(regional)).toContain(own)
    expect(await file(regional)).not.toContain('both@example.com')
  })
})

describe('a place out of sight', () => {
  it('is answered as one that is not there; one above is seen, and refused', async () => {
    const add = (scope: string) => ({ email: 'x@example.com', name: 'X', roles: [{ role: 'rep', scope }] })
    const move = (scope: string) => ({ roles: [{ role: 'rep', scope }] })
    for (const [method, path, body] of [
      ['POST', '/api/people', add],
      ['PUT', `/api/people/${own}`, move],
    ] as const) {
      const there = await answer(method, path, 'Moor', body('Moor'))
      expect(there).toBe(await answer(method, path, 'Moon', body('Moon')))
      expect(there).toMatch(/^422 .*person\/scope-unknown/)
      expect(await answer(method, path, 'HQ', body('HQ'))).toMatch(/^403 .*person\/no-right/)
    }
  })
})

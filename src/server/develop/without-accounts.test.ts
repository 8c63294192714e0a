import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { plant } from '../../../test/make/plant.ts'
import { MasterTree } from '../../contract/masters-markets.ts'
import { Funnel } from '../../contract/prospect-funnel.ts'
import { Changed, Prospect, ProspectDoubles } from '../../contract/prospect.ts'

/** A role of the company's own may work on prospects and read no account: nothing of an account goes to it by way of a prospect. */
let database: FreshDatabase
let web: Web
let rep: string
let scout: string
let id: string
const account = { name: '恒丰商贸有限公司', id: '' }

const call = async (as: string, method: string, path: string, body?: unknown): Promise<unknown> =>
  (await web.call(method, `/api${path}`, { as, ...(body === undefined ? {} : { body }) })).json()

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  const ids = await plant(database.deps, [
    { code: 'A1', name: account.name },
    { code: 'S1', name: '二批老李', tier: 'sub_distributor' },
  ])
  account.id = ids.get('A1') ?? ''
  rep = await web.persona('rep', 'First')
  const admin = await web.persona('admin', 'HQ')
  await call(admin, 'POST', '/roles', { name: 'Scout', rights: ['prospect.read', 'prospect.change'] })
  scout = await web.persona('scout', 'First')
  const { nodes } = MasterTree.parse(await call(admin, 'GET', '/masters/markets'))
  const card = {
    name: '海纳酒水',
    market: nodes.find(({ code }) => code === 'First')?.id,
    source: 'outlet',
    referrer: { kind: 'account', id: account.id, name: '' },
    nextStep: '带样品去',
    nextOn: '2026-01-08',
  }
  ;({ id } = Changed.parse(await call(rep, 'POST', '/prospects', card)))
  await call(rep, 'PUT', `/prospects/${id}/serves/${ids.get('S1') ?? ''}`)
})
afterAll(() => database.close())

it('who referred it has a name, and whom it serves is listed, for those alone who may read accounts', async () => {
  const of = async (as: string) => {
    const { referrer, serves } = Prospect.parse(await call(as, 'GET', `/prospects/${id}`))
    return [referrer?.id, referrer?.name, serves.length]
  }
  expect(await of(rep)).toEqual([account.id, account.name, 1])
  expect(await of(scout)).toEqual([null, '', 0])
})

it('accounts that may be the same are told of to those alone', async () => {
  const alike = async (as: string) =>
    ProspectDoubles.parse(await call(as, 'POST', '/prospects/doubles', { name: '恒丰批发部' })).alike
  expect(await alike(rep)).toMatchObject([{ kind: 'account', id: account.id }])
  expect(await alike(scout)).toEqual([])
})

it('who brought whom names accounts to those alone', async () => {
  const brought = async (as: string) =>
    Funnel.parse(await call(as, 'GET', '/prospects/funnel?by=source')).referrers.map(({ name }) => name)
  expect(await brought(rep)).toEqual([account.name])
  expect(await brought(scout)).toEqual([''])
})

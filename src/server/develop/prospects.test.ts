import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { plant, plantMarkets } from '../../../test/make/plant.ts'
import { MasterAccount } from '../../contract/masters-accounts.ts'
import { Funnel } from '../../contract/prospect-funnel.ts'
import { MasterTree } from '../../contract/masters-markets.ts'
import { ProblemBody } from '../../contract/people.ts'
import { Changed, Prospect, ProspectDoubles, Prospects, Signed } from '../../contract/prospect.ts'
import { verifyAudit } from '../db/audit.ts'
import { inScope } from '../db/transaction.ts'

let database: FreshDatabase
let web: Web
const key: Record<string, string> = {}
const market: Record<string, string> = {}
let ids: ReadonlyMap<string, string>
const next = { nextStep: '带样品去', nextOn: '2026-01-08' }

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  await plantMarkets(database.deps, ['Second'])
  ids = await plant(database.deps, [
    { code: 'A1', name: '恒丰商贸有限公司' },
    { code: 'S1', name: '二批老李', tier: 'sub_distributor' },
    { code: 'B1', name: '永盛糖酒批发部', market: 'Second' },
  ])
  for (const [name, role, scope] of [
    ['hq', 'hq', 'HQ'],
    ['admin', 'admin', 'HQ'],
    ['manager', 'regional_manager', 'First'],
    ['rep', 'rep', 'First'],
    ['other', 'rep', 'Second'],
    ['reader', 'read_only', 'HQ'],
  ] as const)
    key[name] = await web.persona(role, scope)
  const tree = await web.call('GET', '/api/masters/markets', { as: key['hq'] ?? '' })
  for (const { code, id } of MasterTree.parse(await tree.json()).nodes) market[code] = id
})
afterAll(() => database.close())

async function call(method: string, path: string, body?: unknown, as = 'rep') {
  const answer = await web.call(method, `/api${path}`, { as: key[as] ?? '', ...(body ? { body } : {}) })
  return { ok: answer.ok, json: (await answer.json()) as unknown }
}
/** The code of a refusal; `ok` when it was done. */
async function said(method: string, path: string, body?: unknown, as = 'rep'): Promise<string> {
  const { ok, json } = await call(method, path, body, as)
  return ok ? 'ok' : ProblemBody.parse(json).code
}
async function found(more: object = {}, as = 'rep'): Promise<string> {
  const { json } = await call(
    'POST',
    '/prospects',
    { name: '海纳酒水', market: market['First'], source: 'peer', ...next, ...more },
    as,
  )
  return Changed.parse(json).id
}
const view = async (id: string, as = 'rep') =>
  Prospect.parse((await call('GET', `/prospects/${id}`, undefined, as)).json)
async function step(id: string, body: object, as = 'rep'): Promise<string> {
  const { version } = await view(id, as)
  return said('POST', `/prospects/${id}/steps`, { version, ...next, ...body }, as)
}
const list = async (query: string, as = 'rep') =>
  Prospects.parse((await call('GET', `/prospects${query}`, undefined, as)).json)

async function offered(more: object = {}): Promise<string> {
  const id = await found(more)
  await step(id, { step: 'contact' })
  const person = await call('POST', `/prospects/${id}/people`, {
    name: '周姐',
    role: 'spouse',
    phone: '13900001111',
  })
  const { id: who } = person.json as { id: string }
  await step(id, { step: 'talk' })
  await call('POST', `/prospects/${id}/people/${who}/talks`, { answers: { 'asked-first': 'profit' } })
  await step(id, { step: 'offer' })
  return id
}

describe('a card', () => {
  it('is made of a name, a market, a way of finding, the next step and its day; whoever makes it looks after it', async () => {
    const one = await view(await found({ phone: '139 1234 2086', outlets: 120 }))
    expect(one).toMatchObject({
      stage: 'found',
      version: 1,
      phoneMasked: '139 •••• 2086',
      nextStep: '带样品去',
      owner: { name: 'rep' },
      outlets: 120,
      subDistributors: null,
    })
    expect(one.steps.filter(({ why }) => why === null).map(({ step: name }) => name)).toEqual([
      'contact',
      'lose',
      'plan',
      'hand-over',
    ])
  })
  it('without a next step, in a market out of reach, by who may only look: a sentence, and nothing half done', async () => {
    const before = (await list('?state=all', 'hq')).total
    const wanted = { name: '海纳酒水', market: market['First'], source: 'peer', ...next }
    expect(await said('POST', '/prospects', { ...wanted, nextStep: ' ' })).toBe('prospect/next-step-missing')
    expect(await said('POST', '/prospects', { ...wanted, nextOn: '2026-01-04' })).toBe(
      'prospect/next-day-invalid',
    )
    expect(await said('POST', '/prospects', { ...wanted, name: '' })).toBe('name/empty')
    expect(await said('POST', '/prospects', { ...wanted, phone: 'none' })).toBe('prospect/field-invalid')
    expect(await said('POST', '/prospects', { ...wanted, market: market['Second'] })).toBe('market/missing')
    expect(await said('POST', '/prospects', wanted, 'reader')).toBe('person/no-right')
    const referrer = { kind: 'account', id: ids.get('B1') }
    expect(await said('POST', '/prospects', { ...wanted, referrer })).toBe('account/missing')
    expect((await list('?state=all', 'hq')).total).toBe(before)
  })
  it('is out of sight from another market, and answers as if it were not there', async () => {
    const id = await found()
    const unknown = id.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    expect(await said('GET', `/prospects/${id}`, undefined, 'other')).toBe('prospect/missing')
    expect(await said('POST', `/prospects/${id}/phone`, {}, 'other')).toBe('prospect/missing')
    expect(await said('GET', `/prospects/${unknown}`)).toBe('prospect/missing')
    expect((await list('?state=all', 'other')).total).toBe(0)
  })
  it('two who change it at once: the second is told who was first', async () => {
    const id = await found()
    const change = (city: string) => said('PUT', `/prospects/${id}`, { version: 1, city })
    expect(await Promise.all([change('湖湾'), change('临江')]).then((all) => all.toSorted())).toEqual([
      'edit/changed-meanwhile',
      'ok',
    ])
    expect((await view(id)).version).toBe(2)
  })
})

describe('doubles', () => {
  const alike = async (body: object, as = 'rep') =>
    ProspectDoubles.parse((await call('POST', '/prospects/doubles', body, as)).json).alike
  it('are shown by name, phone, address and sound, among prospects and accounts; never merged', async () => {
    const id = await found({ name: '勇胜商行', phone: '13812345678', address: '码头路 18 号后院' })
    expect(await alike({ name: '恒丰酒业批发部' })).toEqual([])
    expect(await alike({ name: '恒丰批发部' })).toMatchObject([
      { kind: 'account', id: ids.get('A1'), why: ['name'] },
    ])
    expect(await alike({ name: '永盛' })).toMatchObject([{ id, why: ['sound'] }])
    expect(await alike({ name: '别家', phone: '138-1234-5678' })).toMatchObject([{ id, why: ['phone'] }])
    expect(await alike({ name: '别家', address: '码头路18号后院' })).toMatchObject([{ id, why: ['address'] }])
    const twice = await found({ name: '恒丰批发部' })
    expect((await view(twice)).alike).toMatchObject([{ id: ids.get('A1') }])
  })
  it('one out of reach is not told of, and one in reach of HQ is', async () => {
    const of = { name: '永盛糖酒' }
    expect((await alike(of)).some(({ id }) => id === ids.get('B1'))).toBe(false)
    expect((await alike(of, 'hq')).some(({ id }) => id === ids.get('B1'))).toBe(true)
  })
})

describe('the way', () => {
  it('refuses with the same reason that the page shows', async () => {
    const id = await found()
    const shown = (await view(id)).steps.filter(({ step: name, why }) => why !== null && name !== 'sign')
    for (const { step: name, why } of shown) expect(await step(id, { step: name })).toBe(why)
    expect(shown.length).toBeGreaterThan(2)
    expect(await step(id, { step: 'contact', day: '2026-01-06' })).toBe('prospect/field-invalid')
    expect(await step(id, { step: 'contact', day: '2026-01-04' })).toBe('prospect/day-order')
    expect(await step(id, { step: 'contact', nextStep: '' })).toBe('prospect/next-step-missing')
    expect(await step(id, { step: 'contact' })).toBe('ok')
    expect(await step(id, { step: 'talk' })).toBe('prospect/no-person')
  })
  it('is lost with a reason and to whom, and revived where it stood', async () => {
    const id = await offered()
    expect(await step(id, { step: 'lose' })).toBe('prospect/reason-missing')
    expect(await step(id, { step: 'lose', reason: 'rival-offer', lostTo: '北麓' })).toBe('ok')
    expect(await view(id)).toMatchObject({
      stage: 'lost',
      lostReason: 'rival-offer',
      lostTo: '北麓',
      nextStep: null,
    })
    expect(await step(id, { step: 'plan' })).toBe('prospect/is-lost')
    expect(await step(id, { step: 'revive', nextStep: '' })).toBe('prospect/next-step-missing')
    expect(await step(id, { step: 'revive' })).toBe('ok')
    expect(await view(id)).toMatchObject({ stage: 'talking', lostReason: null, nextOn: '2026-01-08' })
    expect((await view(id)).timeline.map(({ kind }) => kind)).toEqual([
      'revive',
      'lose',
      'offer',
      'talk',
      'contact',
      'found',
    ])
  })
  it('is handed over to who can look after it there, and to nobody else', async () => {
    const id = await found()
    const owners = (await call('GET', `/prospects/${id}/owners`)).json as { id: string; name: string }[]
    const manager = owners.find(({ name }) => name === 'regional_manager')
    expect(owners.map(({ name }) => name).toSorted()).toEqual(['admin', 'hq', 'regional_manager', 'rep'])
    expect(await step(id, { step: 'hand-over', owner: manager?.id })).toBe('ok')
    expect(await step(id, { step: 'hand-over', owner: manager?.id })).toBe('prospect/same-owner')
    expect(await step(id, { step: 'hand-over', owner: ids.get('A1') })).toBe('account/owner-unknown')
    expect((await list('?owner=me', 'manager')).rows.map((row) => row.id)).toContain(id)
  })
})

describe('signing', () => {
  it('makes the account, once, by who may change accounts', async () => {
    const id = await offered({ name: '金穗贸易', phone: '13700001111' })
    const { version } = await view(id)
    expect(await said('POST', `/prospects/${id}/sign`, { version })).toBe('person/no-right')
    expect(
      await said(
        'POST',
        `/prospects/${id}/sign`,
        { version, code: 'A1-X', account: ids.get('S1') },
        'manager',
      ),
    ).toBe('account/missing')
    const sign = () => call('POST', `/prospects/${id}/sign`, { version, code: 'W-77' }, 'manager')
    const both = await Promise.all([sign(), sign()])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const { account } = Signed.parse(both.find(({ ok }) => ok)?.json)
    const made = MasterAccount.parse((await call('GET', `/masters/accounts/${account}`)).json)
    expect(made).toMatchObject({ code: 'W-77', name: '金穗贸易', tier: 'wholesaler', phone: '137 •••• 1111' })
    expect(await view(id)).toMatchObject({ stage: 'signed', account: { code: 'W-77' }, signed: '2026-01-05' })
  })
  it('links one that is there, which is then nobody else’s prospect', async () => {
    const id = await offered({ name: '恒丰', account: ids.get('A1') })
    const again = { name: '恒丰', market: market['First'], source: 'peer', ...next, account: ids.get('A1') }
    expect(await said('POST', '/prospects', again)).toBe('prospect/account-taken')
    const { version } = await view(id)
    expect(await said('POST', `/prospects/${id}/sign`, { version }, 'manager')).toBe('ok')
    expect((await view(id)).account).toMatchObject({ code: 'A1' })
  })
})

describe('people, brands and whom it serves', () => {
  it('a phone is masked; a whole one is an entry of the audit', async () => {
    const id = await offered({ phone: '13912342086' })
    const [person] = (await view(id)).people
    expect(person).toMatchObject({
      name: '周姐',
      role: 'spouse',
      phoneMasked: '139 •••• 1111',
      askedOn: '2026-01-05',
    })
    expect(person?.concerns?.[0]).toEqual({ concern: 'profit', points: 3 })
    expect((await call('POST', `/prospects/${id}/phone`)).json).toEqual({ phone: '13912342086' })
    const whole = await call('POST', `/prospects/${id}/people/${person?.id ?? ''}/phone`)
    expect(whole.json).toEqual({ phone: '13900001111' })
    expect(await said('POST', `/prospects/${id}/phone`, undefined, 'reader')).toBe('person/no-right')
    const audit = await call('GET', '/audit?kind=prospect', undefined, 'hq')
    expect(JSON.stringify(audit.json)).not.toContain('13912342086')
    expect(JSON.stringify(audit.json)).toContain('prospect.phone-seen')
  })
  it('of a brand the latest counts; outlets and sub-distributors of ours are linked', async () => {
    const id = await found()
    const tell = (cases: number | null, day: string) =>
      said('POST', `/prospects/${id}/brands`, {
        brand: '北麓',
        cases,
        certainty: 'heard',
        source: '邻店',
        day,
      })
    expect(await tell(800, '2025-12-01')).toBe('ok')
    expect(await tell(950, '2026-01-02')).toBe('ok')
    const [brand] = (await view(id)).brands
    expect(brand).toMatchObject({ brand: '北麓', cases: 950, certainty: 'heard', source: '邻店' })
    expect(await said('DELETE', `/prospects/${id}/brands/${brand?.id ?? ''}`)).toBe('ok')
    expect((await view(id)).brands).toEqual([])
    expect(await said('PUT', `/prospects/${id}/serves/${ids.get('A1') ?? ''}`)).toBe('account/missing')
    expect(await said('PUT', `/prospects/${id}/serves/${ids.get('S1') ?? ''}`)).toBe('ok')
    expect((await view(id)).serves).toMatchObject([{ name: '二批老李' }])
    expect(await said('DELETE', `/prospects/${id}/serves/${ids.get('S1') ?? ''}`)).toBe('ok')
  })
  it('are erased for good by whoever is in charge of everybody; the way stays', async () => {
    const referrer = { kind: 'trader', id: null, name: '老周' }
    const id = await offered({ phone: '13912342086', words: '老板爱钓鱼', referrer })
    const brand = { brand: '山泉', cases: 40, certainty: 'heard', source: '老周说的' }
    await call('POST', `/prospects/${id}/brands`, brand)
    expect(await said('POST', `/prospects/${id}/erase`, undefined, 'manager')).toBe('person/no-right')
    const { version } = await view(id)
    expect(await said('POST', `/prospects/${id}/erase`, undefined, 'admin')).toBe('ok')
    // A form that was opened before does not write the old words back.
    const late = { version, words: '老板爱钓鱼' }
    expect(await said('PUT', `/prospects/${id}`, late)).toBe('edit/changed-meanwhile')
    const left = await view(id)
    expect(left).toMatchObject({ phoneMasked: null, words: '', people: [], stage: 'offered', nextStep: '' })
    expect(left.referrer).toBeNull()
    expect((await list('?q=海纳酒水&state=all')).rows.find((row) => row.id === id)?.nextStep).toBe('')
    expect(left.brands).toMatchObject([{ brand: '山泉', cases: 40, source: '' }])
    expect(left.timeline.every(({ words }) => words === '')).toBe(true)
  })
  it('of a lost one, whom it was lost to is erased as well; who brought it stays where it is not a name alone', async () => {
    const id = await offered({ referrer: { kind: 'account', id: ids.get('A1') } })
    await step(id, { step: 'lose', reason: 'rival-offer', lostTo: '北麓老王' })
    expect(await said('POST', `/prospects/${id}/erase`, undefined, 'admin')).toBe('ok')
    const { lostTo, lostReason, nextStep, referrer } = await view(id)
    expect([lostTo, lostReason, nextStep]).toEqual([null, 'rival-offer', null])
    expect(referrer).toMatchObject({ kind: 'account', name: '恒丰商贸有限公司' })
  })
})

describe('campaigns and the funnel', () => {
  it('what a campaign cost is for who may see what we pay; unknown is missing', async () => {
    const campaign = {
      market: market['First'],
      name: '春季招商',
      source: 'advertising',
      from: '2025-12-01',
      to: '2026-01-31',
    }
    expect(await said('POST', '/campaigns', { ...campaign, spend: 5000 })).toBe('person/no-right')
    expect(await said('POST', '/campaigns', { ...campaign, to: '2025-11-30' })).toBe('campaign/field-invalid')
    // Nobody of the other three ways can name a campaign: its cost would count for those whom it did not bring.
    expect(await said('POST', '/campaigns', { ...campaign, source: 'rival' })).toBe('campaign/field-invalid')
    const { id } = Changed.parse((await call('POST', '/campaigns', campaign)).json)
    const one = await offered({ source: 'advertising', name: '九州酒水', referrer: { kind: 'campaign', id } })
    expect((await view(one)).referrer).toEqual({ kind: 'campaign', id, name: '春季招商' })
    await call('POST', `/prospects/${one}/sign`, { version: (await view(one)).version }, 'manager')
    const costs = async (as: string) =>
      Funnel.parse((await call('GET', '/prospects/funnel', undefined, as)).json).costs?.find(
        ({ source }) => source === 'advertising',
      )
    expect(await costs('manager')).toMatchObject({ won: 1, spent: null, perWon: null, unknown: 1 })
    expect(await said('PUT', `/campaigns/${id}`, { ...campaign, version: 1, spend: 5000 }, 'manager')).toBe(
      'ok',
    )
    expect(await said('PUT', `/campaigns/${id}`, { ...campaign, version: 1 }, 'manager')).toBe(
      'edit/changed-meanwhile',
    )
    expect(await costs('manager')).toMatchObject({ won: 1, spent: 500_000, perWon: 500_000 })
    expect(await costs('rep')).toBeUndefined()
  })
  it('the funnel counts each once, by way, rep and market; and says who brought whom', async () => {
    const { rows } = await list('?state=all')
    for (const by of ['source', 'owner', 'market']) {
      const answer = Funnel.parse((await call('GET', `/prospects/funnel?by=${by}`)).json)
      expect(answer.found).toBe(rows.length)
      expect(answer.groups.reduce((sum, group) => sum + group.found, 0)).toBe(rows.length)
      expect(answer.steps[0]).toMatchObject({ stage: 'found', reached: rows.length })
      // Not the trader whose name was erased.
      expect(answer.referrers).toMatchObject([
        { kind: 'campaign', name: '春季招商', direct: 1, won: 1 },
        { kind: 'prospect', name: '恒丰', direct: 1, won: 0 },
      ])
    }
    expect(await said('GET', '/prospects/funnel?from=2026-02-01')).toBe('assess/no-such-day')
  })
  it('every change is in the audit, and the chain is whole', async () => {
    const check = await inScope(database.deps.db, '*', verifyAudit, { snapshot: true })
    expect(check.broken).toEqual([])
  })
})

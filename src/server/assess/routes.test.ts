import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccountProfile, Ranking } from '../../contract/assess.ts'
import { PolicyDocument } from '../../contract/policy.ts'
import { ProblemBody } from '../../contract/people.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { createApp } from '../app.ts'
import { plant, plantMarkets, steady } from '../../../test/make/plant.ts'

const LAST = '2025-12-31'
let database: FreshDatabase
let web: Web
let ids: ReadonlyMap<string, string>
const key: Record<string, string> = {}

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  await plantMarkets(database.deps, ['Second'])
  ids = await plant(database.deps, [
    { code: 'S1', name: '分销一', tier: 'sub_distributor' },
    { code: 'A1', name: '永盛糖酒', orders: steady(LAST, 10, 1000), supplies: ['S1'] },
    { code: 'A2', name: 'Harbour Drinks', orders: steady('2025-12-28', 10, 400) },
    { code: 'A3', name: 'Never bought' },
    { code: 'B1', name: '顺达', market: 'Second', orders: steady('2025-12-30', 12, 700) },
  ])
  key['manager'] = await web.persona('regional_manager', 'First')
  key['rep'] = await web.persona('rep', 'First')
  key['hq'] = await web.persona('hq', 'HQ')
})
afterAll(() => database.close())

async function ranking(as: string, query = ''): Promise<Ranking> {
  const answer = await web.call('GET', `/api/ranking${query}`, { as: key[as] ?? '' })
  expect(answer.status).toBe(200)
  return Ranking.parse(await answer.json())
}

async function refusal(method: string, path: string, as: string, body?: unknown): Promise<string> {
  const answer = await web.call(method, path, { as: key[as] ?? '', body })
  return `${answer.status} ${ProblemBody.parse(await answer.json()).code}`
}

describe('GET /api/ranking', () => {
  it('lists every tier-1 account of the scope, best first, silent ones with zeros', async () => {
    const all = await ranking('hq')
    expect(all.accounts.map((row) => row.account)).toEqual(['A1', 'B1', 'A2', 'A3'])
    expect(all).toMatchObject({ asOf: LAST, after: '2024-12-31', node: { kind: 'hq' } })
    const silent = all.accounts.find((row) => row.account === 'A3')
    expect(silent).toMatchObject({
      tonnageLitres: 0,
      revenue: 0,
      contribution: 0,
      marketShare: 0,
      standing: 'dormant',
    })
  })

  it('shows a manager the own markets only, with the ranks and shares that headquarters sees', async () => {
    const mine = await ranking('manager')
    const all = await ranking('hq')
    expect(mine.accounts.map((row) => row.account)).toEqual(['A1', 'A2', 'A3'])
    expect(mine.node).toMatchObject({ code: 'First', kind: 'market' })
    for (const row of mine.accounts) expect(row).toEqual(all.accounts.find((one) => one.id === row.id))
  })

  it('computes the window exactly: 37 orders of 1,000 litres in the twelve months', async () => {
    const [first] = (await ranking('manager', '?node=first')).accounts
    // every 10 days back from 31 December 2025: the 37th is 5 January 2025, the 38th 26 December 2024
    expect(first).toMatchObject({
      tonnageLitres: 37_000,
      revenue: 148_000,
      contribution: 37_000,
      costCoverage: 1,
    })
    expect(first?.lastYearLitres).toBe(36_000)
    expect(first?.marketShare).toBe(37_000 / (37_000 + 37 * 400))
    expect(first).toMatchObject({ pinyin: 'yongshengtangjiu', initials: 'ystj' })
  })

  it('keeps contribution and all that it could be computed from away from a rep', async () => {
    const answer = await ranking('rep')
    for (const row of answer.accounts) {
      expect(row).toMatchObject({
        contribution: null,
        contributionPerTonne: null,
        costCoverage: null,
        score: null,
      })
      expect(row.parts.profit).toBeNull()
      expect(row.rank).not.toBeNull()
    }
    expect(answer.means.profit).toBeNull()
    expect(answer.accounts.map((row) => row.account)).toEqual(['A1', 'A2', 'A3'])
  })

  it('goes packed to whoever can unpack it', async () => {
    const headers = { authorization: `Bearer ${key['hq'] ?? ''}`, 'accept-encoding': 'gzip' }
    const answer = await createApp(database.deps).request('/api/ranking', { headers })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    const unpacked = gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()
    expect(Ranking.parse(JSON.parse(unpacked)).accounts).toHaveLength(4)
  })

  it('refuses strangers, nodes out of reach and days ahead', async () => {
    expect((await web.call('GET', '/api/ranking')).status).toBe(401)
    expect(await refusal('GET', '/api/ranking?node=Second', 'manager')).toBe('404 market/missing')
    expect(await refusal('GET', '/api/ranking?node=nowhere', 'hq')).toBe('404 market/missing')
    expect(await refusal('GET', '/api/ranking?asOf=2030-01-01', 'hq')).toBe('422 assess/no-such-day')
    for (const none of ['2025-02-30', '0001-01-01'])
      expect(await refusal('GET', `/api/ranking?asOf=${none}`, 'hq')).toBe('422 assess/no-such-day')
  })
})

describe('GET /api/accounts/{id}', () => {
  const path = (code: string) => `/api/accounts/${ids.get(code) ?? ''}`
  async function page(code: string, as: string, query = ''): Promise<AccountProfile> {
    const answer = await web.call('GET', `${path(code)}${query}`, { as: key[as] ?? '' })
    expect(answer.status).toBe(200)
    return AccountProfile.parse(await answer.json())
  }

  it('says the same as the ranking, with steps that close', async () => {
    const one = await page('A1', 'manager')
    expect(one.account).toEqual((await ranking('manager')).accounts[0])
    const steps = one.scoreSteps ?? []
    const signed = steps
      .slice(0, -1)
      .reduce((sum, step) => sum + (step.kind === 'minus' ? -step.value : step.value), 0)
    expect(signed).toBeCloseTo(steps.at(-1)?.value ?? 0, 9)
    expect(one.priceSteps?.at(-1)).toMatchObject({ name: 'contribution', kind: 'total' })
    expect(one.priceSteps?.at(-1)?.value).toBeCloseTo(one.account.contributionPerTonne ?? 0, 2)
    expect(one.path.map((node) => node.kind)).toEqual(['hq', 'market'])
    expect(one.trend).toHaveLength(24)
    expect(one.trend.slice(12).reduce((sum, month) => sum + (month.litres ?? 0), 0)).toBe(37_000)
    // The first record is of January 2024, so at the end of that year the twelve months before it are missing, not zero.
    const early = await page('A1', 'manager', '?asOf=2024-12-31')
    expect(early.trend.map(({ litres }) => litres === null)).toEqual(
      Array.from({ length: 24 }, (_, month) => month < 12),
    )
    expect(early.account.months[11]).toBeNull()
    expect(early.lastYear.litres).toBeNull()
    expect((await page('A3', 'hq')).trend.every(({ litres }) => litres === null)).toBe(true)
    expect(one.products).toEqual([expect.objectContaining({ sku: 'LAGER', litres: 37_000, share: 1 })])
    expect(one.gaps).toEqual(Array.from({ length: 12 }, () => 10))
  })

  it('explains every figure so that it can be recomputed', async () => {
    // So few accounts that only who reaches all is told the ends of a scale.
    const one = await page('A1', 'hq')
    const share = Object.fromEntries(
      (one.why['marketShare']?.inputs ?? []).map((given) => [given.name, given.value]),
    )
    expect(Number(share['litres']) / Number(share['marketLitres'])).toBe(one.account.marketShare)
    const tonne = Object.fromEntries(
      (one.why['contributionPerTonne']?.inputs ?? []).map((given) => [given.name, given.value]),
    )
    expect(Number(tonne['contribution']) / Number(tonne['tonnes'])).toBeCloseTo(
      one.account.contributionPerTonne ?? 0,
      2,
    )
    const part = Object.fromEntries(
      (one.why['part.volume']?.inputs ?? []).map((given) => [given.name, Number(given.value)]),
    )
    const { 'volume.low': low = 1, 'volume.high': high = 1, volume = 1 } = part
    const u = (Math.log(volume) - Math.log(low)) / (Math.log(high) - Math.log(low))
    expect(100 * Math.min(1, Math.max(0, u))).toBeCloseTo(one.account.parts.volume ?? 0, 3)
  })

  it('tells a rep nothing about what the account leaves with us', async () => {
    const one = await page('A1', 'rep')
    expect(one).toMatchObject({ scoreSteps: null, priceSteps: null, peersPerTonne: null })
    expect(one.lastYear.contribution).toBeNull()
    expect(one.products.every((product) => product.contributionPerTonne === null)).toBe(true)
    expect(JSON.stringify(one.why)).not.toMatch(/cost|contribution|"u\.profit"/)
  })

  it('does not know accounts of other markets, of other tiers, or none at all', async () => {
    expect(await refusal('GET', path('B1'), 'manager')).toBe('404 account/missing')
    expect(await refusal('GET', path('S1'), 'manager')).toBe('404 account/missing')
    expect(await refusal('GET', '/api/accounts/nobody', 'manager')).toBe('404 account/missing')
  })
})

describe('decisions by hand and policy', () => {
  const end = '2026-06-30'
  it('lets a manager set a standing until a day, and take it back', async () => {
    const path = `/api/accounts/${ids.get('A2') ?? ''}/override`
    const body = { standing: 'candidate', reason: '新开三个乡镇', expiresOn: end }
    const made = await web.call('POST', path, { as: key['manager'] ?? '', body })
    expect(AccountProfile.parse(await made.json())).toMatchObject({
      account: { standing: 'candidate', overridden: true },
      override: { reason: '新开三个乡镇', expiresOn: end, by: 'regional_manager' },
    })
    expect(await refusal('POST', path, 'manager', { ...body, reason: ' ' })).toBe('422 override/invalid')
    expect(await refusal('POST', path, 'manager', { ...body, expiresOn: '2026-01-05' })).toBe(
      '422 override/invalid',
    )
    expect(await refusal('POST', path, 'rep', body)).toBe('403 person/no-right')
    const back = await web.call('DELETE', path, { as: key['manager'] ?? '' })
    expect(AccountProfile.parse(await back.json())).toMatchObject({
      override: null,
      account: { overridden: false },
    })
    expect(await refusal('DELETE', path, 'manager')).toBe('404 override/missing')
  })

  it('makes a new version of the policy from a ranking, and refuses what contradicts itself', async () => {
    const admin = await web.persona('admin', 'HQ')
    const change = { ranking: ['profit', 'volume', 'potential', 'strength'], note: 'margin first' }
    const made = await web.call('PUT', '/api/policy', { as: admin, body: change })
    const policy = PolicyDocument.parse(await made.json())
    expect(policy).toMatchObject({ version: 2, body: { weightsFrom: 'ranking' } })
    expect(policy.body.weights.profit).toBeCloseTo(0.520833, 6)
    expect(policy.versions.map((one) => one.version)).toEqual([2, 1])
    const after = await ranking('hq')
    expect(after.policy).toMatchObject({ version: 2, frozenOn: LAST })
    const pairs = [
      [1, 9, 1 / 9, 1],
      [1 / 9, 1, 9, 1],
      [9, 1 / 9, 1, 1],
      [1, 1, 1, 1],
    ]
    const refused = await web.call('PUT', '/api/policy', { as: admin, body: { pairs } })
    expect(ProblemBody.parse(await refused.json()).code).toBe('policy/inconsistent')
    expect(await refusal('PUT', '/api/policy', 'manager', change)).toBe('403 person/no-right')
    expect((await web.call('GET', '/api/policy', { as: key['rep'] ?? '' })).status).toBe(200)
  })
})

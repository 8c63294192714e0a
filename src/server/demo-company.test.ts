import type { Selectable } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../test/make/database.ts'
import type { Ranking } from '../contract/assess.ts'
import { rights, type Caller } from '../domain/chain/reach.ts'
import { addMonths } from '../domain/day.ts'
import { campaignSources, sources } from '../domain/develop/prospect.ts'
import { periodOf } from '../domain/develop/trade-policy.ts'
import { rank } from './assess/ranking.ts'
import { replay } from './chain/check-store.ts'
import { verifyAudit } from './db/audit.ts'
import type { DB as Schema } from './db/schema.ts'
import { inScope } from './db/transaction.ts'
import { demoCompany, demoParts, lastDayOfDemo } from './demo-company.ts'
import { loadDemo } from './demo/load.ts'
import { demoSteps, type DemoProgress } from './demo/parts.ts'
import { countyTo } from './demo/shape.ts'
import { makeWorld } from './demo/world.ts'
import { listAgreements } from './develop/agreement-view.ts'
import { firstOrderOf } from './develop/first-order.ts'
import { funnelOf } from './develop/funnel.ts'
import { checkPolicies } from './develop/policy-check.ts'
import { developing } from './developing.ts'
import { setUp } from './people/set-up.ts'

const NOW = new Date('2026-11-25T02:00:00.000Z')
const everything: Caller = {
  actor: 'test',
  personId: null,
  rights: new Set(rights),
  scope: '*',
  locale: 'zh',
}

let base: FreshDatabase
let ranking: Ranking
const told: DemoProgress[] = []
const shape = countyTo(lastDayOfDemo(NOW))
const load = () =>
  loadDemo(
    base.deps,
    demoParts({ deps: base.deps, database: { owner: base.owner } }, shape),
    'test',
    (progress) => told.push(progress),
  )

beforeAll(async () => {
  base = await freshDatabase()
  base.setNow(NOW)
  const made = await load()
  if (!made.ok) throw new Error(made.problem.code)
  const ranked = await rank(base.deps, everything, {})
  if (!ranked.ok) throw new Error(ranked.problem.code)
  ranking = ranked.value
}, 180_000)
afterAll(() => base.close())

const world = makeWorld(shape)
const QUARTERS = ['2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01']
const MONTHS = Array.from({ length: 12 }, (_, n) => addMonths('2025-12-01', n).slice(0, 7))
/** Columns of a whole table. */
const rowsOf = async <T extends keyof Schema, C extends keyof Selectable<Schema[T]> & string>(
  table: T,
  columns: readonly C[],
): Promise<Pick<Selectable<Schema[T]>, C>[]> =>
  inScope(base.deps.db, '*', async ({ client }) => {
    return (await client.query(`SELECT ${columns.join(', ')} FROM ${table}`)).rows
  })
/** What the assessment says of those in whom a story was planted. */
const standingsOf = (story: string) => {
  const codes = new Set(world.wholesalers.filter((one) => one.story === story).map(({ code }) => code))
  return ranking.accounts.filter(({ account }) => codes.has(account)).map(({ standing }) => standing)
}

describe('the demo company, made small', () => {
  it('ends yesterday, wherever it is looked at', () => {
    expect(shape.end).toBe('2026-11-24')
    expect(lastDayOfDemo(new Date('2026-11-25T17:00:00.000Z'))).toBe('2026-11-25')
    expect(ranking.asOf <= shape.end).toBe(true)
    const known = new Set(world.wholesalers.map(({ code }) => code))
    expect(ranking.accounts.filter(({ account }) => known.has(account))).toHaveLength(shape.wholesalers)
    // The others were found as prospects within the year.
    expect(ranking.accounts.length - shape.wholesalers).toBeGreaterThan(12)
  })

  it('tells how far it is, step by step and never backwards', () => {
    const first = told.slice(0, told.findLastIndex(({ done }) => done === 1) + 1)
    expect([...new Set(first.map(({ step }) => step))]).toEqual([...demoSteps])
    expect(first.filter(({ step }) => step === 'year').length).toBeGreaterThan(12)
    expect(first.every(({ done }, i) => i === 0 || done >= (first[i - 1]?.done ?? 0))).toBe(true)
  })

  it('lets the assessment find what was planted as behaviour alone', () => {
    expect(standingsOf('stopped-buying')).toEqual(['big_disloyal'])
    expect(standingsOf('asleep')).toEqual(['dormant'])
    expect(standingsOf('rising')).toContain('candidate')
    expect(new Set(['owes', 'wallet-falls', 'slower'].flatMap(standingsOf))).toEqual(new Set(['at_risk']))
    const costly = world.wholesalers.find(({ story }) => story === 'costs-more')
    const loss = ranking.accounts.find(({ account }) => account === costly?.code)
    expect(loss?.contribution).toBeLessThan(0)
    expect(loss?.standing).not.toBe('key_account')
    expect(loss?.reasons.map(({ code }) => code)).toContain('contribution.loss')
  })

  it('has ordinary key accounts as well, and says why of everyone', () => {
    expect(ranking.accounts.filter(({ standing }) => standing === 'key_account').length).toBeGreaterThan(8)
    expect(ranking.accounts.filter(({ reasons }) => reasons.length === 0)).toEqual([])
  })

  it('has a history of standings, one a month', async () => {
    const days = await inScope(base.deps.db, '*', (tx) =>
      tx.q.selectFrom('verdict').select('as_of').distinct().orderBy('as_of').execute(),
    )
    expect(days.length).toBeGreaterThanOrEqual(17)
    expect(days.at(-1)?.as_of).toBe('2026-10-31')
    // Who was found within the year was not judged before.
    const early = await inScope(base.deps.db, '*', ({ client }) =>
      client.query(
        'SELECT FROM verdict v JOIN prospect p ON p.account_id = v.account_id AND v.as_of < p.signed_on',
      ),
    )
    expect(early.rowCount).toBe(0)
  })

  it('has a ledger that replays to its rollups', async () => {
    const found = await inScope(base.deps.db, '*', replay)
    expect(found.movements).toBeGreaterThan(30_000)
    expect(found.outOfStep).toEqual([])
  })

  it('owes by its policies what the ledger says, in each of five quarters, and paid each month', async () => {
    expect(await checkPolicies(base.deps)).toMatchObject({ wrong: [] })
    const postings = await rowsOf('policy_posting', ['booked_on', 'period', 'cause', 'amount_minor'])
    const quarters = new Set(postings.map(({ period }) => periodOf('quarter', period)))
    expect([...quarters].filter((day) => day > '2000').toSorted()).toEqual(QUARTERS)
    expect(new Set(postings.map(({ booked_on: day }) => day.slice(0, 7))).size).toBeGreaterThan(12)
    // The summer's free goods were raised from their first day on.
    const differences = postings.filter(({ cause, amount_minor: minor }) => cause === 'change' && minor > 0)
    expect(differences.filter(({ period }) => period === '2026-04-01').length).toBeGreaterThan(0)
    const claims = await rowsOf('claim', [
      'sent_on',
      'state',
      'asked_minor',
      'approved_minor',
      'settled_minor',
    ])
    expect([...new Set(claims.map(({ sent_on: day }) => day.slice(0, 7)))].toSorted()).toEqual(MONTHS)
    expect(new Set(claims.map(({ state }) => state))).toEqual(new Set(['open', 'approved', 'refused']))
    const part = claims.filter((one) => one.approved_minor > 0 && one.approved_minor < one.asked_minor)
    expect(part.length).toBeGreaterThan(3)
    expect(claims.filter((one) => one.approved_minor > one.settled_minor).length).toBeGreaterThan(0)
    const paid = await rowsOf('settlement', ['how'])
    expect(new Set(paid.map(({ how }) => how))).toEqual(new Set(['credit', 'cash', 'goods']))
  })

  it('has found, won and lost prospects by all five ways', async () => {
    const found = await funnelOf(base.deps, everything, developing, { by: 'source' })
    if (!found.ok) throw new Error(found.problem.code)
    const { groups, costs, referrers, steps } = found.value
    expect(groups.map(({ key }) => key)).toEqual([...sources])
    expect(groups.filter(({ signed, leadTime }) => signed < 2 || leadTime.days === null)).toEqual([])
    const costly = costs?.filter(({ perWon }) => perWon !== null).map(({ source }) => source)
    expect(costly).toEqual([...campaignSources])
    expect(new Set(referrers.map(({ kind }) => kind)).size).toBe(4)
    expect(steps.every(({ reached }) => reached > 10)).toBe(true)
    const rows = await rowsOf('prospect', ['stage', 'next_on', 'lost_reason'])
    const open = rows.filter(({ stage }) => !['signed', 'lost'].includes(stage))
    expect(open.filter(({ next_on: day }) => day !== null && day < '2026-11-25')).toHaveLength(1)
    expect(new Set(rows.map(({ lost_reason: why }) => why)).size).toBeGreaterThan(5)
    const events = await rowsOf('prospect_event', ['kind'])
    expect(events.filter(({ kind }) => kind === 'revive')).toHaveLength(1)
  })

  it('has agreements in each state, and a first order that does not move', async () => {
    const listed = await listAgreements(base.deps, everything)
    if (!listed.ok) throw new Error(listed.problem.code)
    const { agreements } = listed.value
    const states = new Set(agreements.map(({ state }) => state))
    expect(states).toEqual(new Set(['draft', 'sent', 'signed', 'in-force', 'ended', 'terminated']))
    expect(agreements.filter(({ version }) => version === 2).length).toBe(2)
    expect(agreements.filter(({ endsSoon }) => endsSoon).length).toBe(1)
    const ways = await rowsOf('prospect', ['account_id', 'signed_on'])
    const last = ways.toSorted((a, b) => ((a.signed_on ?? '') < (b.signed_on ?? '') ? 1 : -1))
    const states15 = []
    for (const { account_id: account } of last.slice(0, 4)) {
      const order = await firstOrderOf(base.deps, everything, account ?? '')
      states15.push(order.ok ? (order.value.placement?.state ?? order.value.state) : order.problem.code)
    }
    expect(states15).toContain('behind')
    expect(states15).toContain('waits')
  })

  it('was visited in each month, and not always', async () => {
    const visits = await rowsOf('visit', ['day', 'state'])
    const done = visits.filter(({ state }) => state === 'done').map(({ day }) => day.slice(0, 7))
    expect([...new Set(done)].toSorted().slice(-12)).toEqual(MONTHS)
    const missed = visits.filter(({ state }) => state === 'missed').length
    expect(missed).toBeGreaterThan(20)
    expect(missed).toBeLessThan(done.length / 5)
  })

  it('has an audit chain that is whole', async () => {
    const { broken, entries } = await inScope(base.deps.db, '*', verifyAudit)
    expect(broken).toEqual([])
    expect(entries).toBeGreaterThan(800)
  })

  it('is made once: the second time finds it there', async () => {
    expect(await load()).toEqual({ ok: true, value: { made: false, movements: 0 } })
  })

  it('lets its people in, and is cleared away by an administrator', async () => {
    const demo = demoCompany({ deps: base.deps, database: { owner: base.owner } as never })
    expect(demo.people.map(({ role }) => role)).toEqual([
      'admin',
      'hq',
      'finance',
      'regional_manager',
      'rep',
      'read_only',
    ])
    await demo.clear()
    const left = await inScope(base.deps.db, '*', (tx) => tx.q.selectFrom('account').select('id').execute())
    expect(left).toEqual([])
  })

  it('is made anew where its making was cut off', async () => {
    const parts = demoParts({ deps: base.deps, database: { owner: base.owner } }, shape)
    const assess = async () => ({ ok: true as const, value: null })
    const cut = async () => Promise.reject(new Error('cut off'))
    const make = (live: typeof parts.live) =>
      loadDemo(base.deps, { ...parts, assess, live }, 'test', () => undefined)
    await expect(make(cut)).rejects.toThrow('cut off')
    expect(await make(async () => ({ movements: 0 }))).toMatchObject({ ok: true, value: { made: true } })
    expect(await make(cut)).toEqual({ ok: true, value: { made: false, movements: 0 } })
    const nodes = await rowsOf('territory_node', ['kind'])
    expect(nodes.filter(({ kind }) => kind === 'hq')).toHaveLength(1)
    await parts.clear()
  })

  it('is refused beside a company of one’s own', async () => {
    const company = { name: '我的公司', currency: 'CNY', timeZone: 'Asia/Shanghai', locale: 'zh' } as const
    const made = await setUp(base.deps, 'test', {
      company,
      market: '东区',
      admin: { name: '管理员', email: 'admin@example.com' },
    })
    expect(made.ok).toBe(true)
    const refused = await load()
    expect(refused.ok ? null : refused.problem.code).toBe('demo/beside-real-data')
  })
})

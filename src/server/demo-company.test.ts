import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../test/make/database.ts'
import type { Ranking } from '../contract/assess.ts'
import { rights, type Caller } from '../domain/chain/reach.ts'
import { rank } from './assess/ranking.ts'
import { replay } from './chain/check-store.ts'
import { inScope } from './db/transaction.ts'
import { demoCompany, demoParts, lastDayOfDemo } from './demo-company.ts'
import { loadDemo } from './demo/load.ts'
import { demoSteps, type DemoProgress } from './demo/parts.ts'
import { countyTo } from './demo/shape.ts'
import { makeWorld } from './demo/world.ts'
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
const load = () => loadDemo(base.deps, demoParts(base.deps, shape), 'test', (progress) => told.push(progress))

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
    expect(ranking.accounts).toHaveLength(shape.wholesalers)
  })

  it('tells how far it is, step by step and never backwards', () => {
    const first = told.slice(0, told.findLastIndex(({ done }) => done === 1) + 1)
    expect([...new Set(first.map(({ step }) => step))]).toEqual([...demoSteps])
    expect(first.filter(({ step }) => step === 'verdicts').length).toBeGreaterThan(6)
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
  })

  it('has a ledger that replays to its rollups', async () => {
    const found = await inScope(base.deps.db, '*', replay)
    expect(found.movements).toBeGreaterThan(30_000)
    expect(found.outOfStep).toEqual([])
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

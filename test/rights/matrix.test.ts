import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import { documentOf } from '../../src/server/http/document.ts'
import { isScoped, tables } from '../../src/server/db/tables.ts'
import { asOwner, freshDatabase, type FreshDatabase } from '../make/database.ts'
import { mark, secretsIn, textOf } from './judge.ts'
import { holds, holdsSomewhere, isBeneath } from './oracle.ts'
import { rows } from './requests.ts'
import type { Asking, Row } from './row.ts'
import type { Actor } from './world-people.ts'
import { grow, type Grown } from './world.ts'

const whole = process.env['TONNAGE_DISCOVER'] === '1'
const SHARE = 6
/** Another share of the matrix in every run; a failure names its seed. */
const seed = Number(process.env['TONNAGE_SEED'] ?? Math.floor(Date.now() / 1000) % SHARE)

let database: FreshDatabase
let world: Grown

beforeAll(async () => {
  database = await freshDatabase()
  world = await grow(database)
  world.forgetful.forget(true)
})
afterAll(async () => {
  await world.forgetful.settled()
  await database.close()
}, 60_000)

type Document = Record<string, Record<string, { 'x-access'?: string }>>

describe('the rights matrix', () => {
  it('has a row for every guarded route, with the right that the route names', () => {
    const paths = (documentOf(createApp(database.deps), 'test').paths ?? {}) as Document
    const guarded = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, { 'x-access': access }]) =>
        access === 'public' ? [] : [`${method.toUpperCase()} ${path} ${access ?? ''}`],
      ),
    )
    expect([...new Set(rows.map(({ route, needs }) => `${route} ${needs}`))].toSorted()).toEqual(
      guarded.toSorted(),
    )
  })

  it('agrees with the oracle in every call', async ({ annotate }) => {
    const { checks, differences } = await judgedAll(0)
    await annotate(
      `seed ${String(seed)}: ${String(checks)} checks, ${String(differences.length)} differences`,
    )
    expect(differences).toEqual([])
    expect(checks).toBeGreaterThan(whole ? 14_000 : 2_000)
  }, 300_000)

  it('agrees where the row policies are off: each query says by itself what may be seen', async ({
    annotate,
  }) => {
    const scoped = Object.entries(tables).flatMap(([name, table]) => (isScoped(table) ? [name] : []))
    await asOwner(database, async (owner) => {
      for (const name of scoped) await owner.query(`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`)
    })
    const { checks, differences } = await judgedAll(1)
    await annotate(
      `seed ${String(seed)}: ${String(checks)} checks, ${String(differences.length)} differences`,
    )
    expect(differences).toEqual([])
    expect(checks).toBeGreaterThan(whole ? 14_000 : 2_000)
  }, 300_000)
})

/** Every actor by every route in a long run; else of each actor every sixth route, another one in each pass and each run. */
async function judgedAll(pass: number): Promise<{ checks: number; differences: string[] }> {
  const differences: string[] = []
  let checks = 0
  for (const [a, actor] of world.actors.entries())
    for (const [r, row] of rows.entries()) {
      if (!whole && (a + r + seed + pass) % SHARE !== 0) continue
      const found = await judged(actor, row)
      checks += found.checks
      differences.push(...found.differences)
    }
  return { checks, differences }
}

async function judged(actor: Actor, row: Row): Promise<{ checks: number; differences: string[] }> {
  const differences: string[] = []
  let checks = 0
  const askings = row.ask(actor, world)
  const out = actor.stranger ?? false
  const barred = row.needs !== 'signed-in' && !holdsSomewhere(actor, row.needs)
  let unknown = ''
  for (const [at, asking] of (out || barred ? askings.slice(0, 2) : askings).entries()) {
    const text = masked(await textOf(await world.call(actor.apiKey, asking.call)), asking.asked)
    const status = Number(text.slice(0, 3))
    if (askings.length > 1 && at === 0) unknown = text
    checks += 1
    const say = (what: string) =>
      differences.push(`${actor.key} · ${row.route} · ${asking.call.path} · ${asking.key}: ${what}`)
    const done = status < 300 || (row.ok ?? []).includes(status)
    if (out) {
      if (status !== 401) say(`${String(status)} for a stranger`)
    } else if (barred) {
      if (status !== 403) say(`${String(status)} without the right`)
    } else if (asking.verdict === 'yes' && !done) say(`refused: ${text.slice(-300)}`)
    else if (asking.verdict === 'no' && status !== 403) say(`${String(status)} instead of a refusal`)
    else if (asking.verdict === 'unseen') {
      const missing = row.missing ?? 404
      if (at === 0 && missing !== 0 && status !== missing && !(status === 403 && row.verb !== 'get'))
        say(`${String(status)} for what is not there`)
      if (text !== unknown) say(`tells that it is there:\n${text}\ninstead of\n${unknown}`)
    }
    if (status >= 500) say('a fault')
    for (const secret of secretsIn(world, text, {
      persona: actor,
      right: row.needs,
      people: row.people ?? false,
    }))
      say(`shows ${secret}`)
    if (!out && !barred && asking.verdict === 'yes')
      for (const lack of lacks(actor, row, asking, text)) say(`does not show ${lack}`)
  }
  return { checks, differences }
}

/** What was asked for is no secret, and may differ. */
function masked(text: string, asked: readonly string[]): string {
  let left = text
  for (const one of asked)
    if (one !== '') left = left.replaceAll(one, '…').replaceAll(encodeURIComponent(one), '…')
  return left
}

function lacks(actor: Actor, { shows, needs }: Row, { node, asked }: Asking, text: string): string[] {
  if (!shows || needs === 'signed-in') return []
  return (['own', 'sibling', 'near', 'far'] as const)
    .filter((market) => holds(actor, needs, market) && (node === undefined || isBeneath(market, node)))
    .flatMap((market) => shows.map((kind) => mark(kind, market, kind === 'an' ? market : 'x')))
    .filter((sign) => !asked.includes(sign) && !text.toLowerCase().includes(sign))
}

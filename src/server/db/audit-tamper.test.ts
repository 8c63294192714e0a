import { appendFileSync, readFileSync, statSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn } from '../../../test/make/people.ts'
import { plantMarkets, written } from '../../../test/make/plant.ts'
import { whileAskedFrom } from './asked-from.ts'
import { audit, verifyAudit } from './audit.ts'
import { headsFile, keepHeads, keptHere, noteRestored, verifyHeads } from './audit-heads.ts'
import { canonicalJson } from './canonical-json.ts'
import { types } from './client.ts'
import { inScope, type Tx } from './transaction.ts'

const TAMPERS = process.env['TONNAGE_DISCOVER'] === '1' ? 10_000 : 400
const SEED = Number(process.env['TONNAGE_SEED'] ?? 20261126)
const KEPT = 12

let database: FreshDatabase
let owner: Client
let tx: Tx

beforeAll(async () => {
  database = await freshDatabase()
  const { deps } = database
  await webOn(deps)
  await plantMarkets(deps, ['Second', 'Third'])
  for (let n = 0; n < KEPT; n++)
    await whileAskedFrom('203.0.113.9', () => inScope(deps.db, '*', (on) => written(on, deps)))
  await keepHeads(deps)
  owner = new Client({ ...database.owner, types })
  await owner.connect()
  await owner.query('BEGIN')
  await owner.query("SELECT set_scope('*')")
  const connection = { query: owner.query.bind(owner) as never, release: () => undefined }
  const pool = { connect: () => Promise.resolve(connection), end: () => Promise.resolve() }
  tx = { q: new Kysely({ dialect: new PostgresDialect({ pool }) }), client: owner as never, scope: '*' }
}, 60_000)
afterAll(async () => {
  await owner.query('ROLLBACK')
  await owner.end()
  await database.close()
})

const found = async () => [
  ...(await verifyAudit(tx)).broken,
  ...(await verifyHeads(tx, await keptHere(tx, database.deps.folder))),
]

/** A linear congruential generator (Numerical Recipes): a share can be run again by its seed. */
function chance(seed: number) {
  let state = seed >>> 0
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Chain = { readonly market: string; readonly seq: number }

/** Hashes a chain anew from an entry on, and its head with it: what somebody would do who knows how it is made. */
async function rehash({ market }: Chain, from: number): Promise<void> {
  const rows = await tx.q
    .selectFrom('audit_entry')
    .selectAll()
    .where('market_id', '=', market)
    .orderBy('seq')
    .execute()
  let previous = Buffer.alloc(32)
  for (const row of rows) {
    const { seq, id, at, actor, action, subject, detail, seals } = row
    const sealed = seals === null ? {} : { seals }
    const body = canonicalJson({
      market,
      seq,
      id,
      at: at.toISOString(),
      actor,
      action,
      subject,
      detail,
      ...sealed,
    })
    const hash = seq < from ? row.hash : createHash('sha256').update(previous).update(body).digest()
    if (seq >= from)
      await owner.query(
        'UPDATE audit_entry SET previous_hash = $3, hash = $4 WHERE market_id = $1 AND seq = $2::bigint',
        [market, seq, previous, hash],
      )
    previous = Buffer.from(hash)
  }
  await owner.query('UPDATE audit_head SET seq = $2, hash = $3 WHERE market_id = $1', [
    market,
    rows.at(-1)?.seq ?? 0,
    previous,
  ])
}

/** The address of an entry near `at` that has one. */
const setFrom = (change: string) => async (chain: Chain, at: number) => {
  await owner.query(
    `UPDATE audit_sealed s SET ${change} FROM (SELECT e.id FROM audit_entry e WHERE e.market_id = $1 AND e.seals IS NOT NULL
       ORDER BY abs(e.seq - $2::bigint) LIMIT 1) near WHERE s.market_id = $1 AND s.entry_id = near.id`,
    [chain.market, at],
  )
}
const set = (column: string, value: string) => async (chain: Chain, at: number) => {
  await owner.query(`UPDATE audit_entry SET ${column} = ${value} WHERE market_id = $1 AND seq = $2::bigint`, [
    chain.market,
    at,
  ])
}
const cut = async ({ market }: Chain, from: number) => {
  await owner.query('DELETE FROM audit_entry WHERE market_id = $1 AND seq >= $2', [market, from])
}

/** Each does something to an entry that was there when the heads were kept. */
const tampers: Readonly<Record<string, (chain: Chain, at: number) => Promise<void>>> = {
  actor: set('actor', "actor || 'x'"),
  action: set('action', "'account.changed'"),
  subject: set('subject', "coalesce(subject, '') || 'x'"),
  moment: set('at', "at + interval '1 second'"),
  detail: set('detail', `detail || '{"x": 1}'`),
  seals: set('seals', `'{"from": "00"}'`),
  address: setFrom(`body = '"198.51.100.1"'`),
  'salt of the address': setFrom(`salt = substr(sha256(s.salt), 1, 16)`),
  'address moved to another entry': setFrom(`entry_id = '00000000-0000-7000-8000-0000000000fe'`),
  id: set('id', "'00000000-0000-7000-8000-0000000000ff'"),
  hash: set('hash', 'sha256(hash)'),
  'previous hash': set('previous_hash', 'sha256(previous_hash)'),
  'taken out': async ({ market }, at) => {
    await owner.query('DELETE FROM audit_entry WHERE market_id = $1 AND seq = $2::bigint', [market, at])
  },
  'two in each other’s place': async ({ market }, at) => {
    const other = at === 1 ? 2 : at - 1
    for (const [from, to] of [
      [at, 0],
      [other, at],
      [0, other],
    ])
      await owner.query('UPDATE audit_entry SET seq = $3 WHERE market_id = $1 AND seq = $2::bigint', [
        market,
        from,
        to,
      ])
  },
  'tail cut': cut,
  'tail cut, head put back': async (chain, at) => {
    await cut(chain, at)
    await rehash(chain, at)
  },
  'changed and hashed anew to the end': async (chain, at) => {
    await set('actor', "actor || 'x'")(chain, at)
    await rehash(chain, at)
  },
  'taken out, the rest moved up and hashed anew': async (chain, at) => {
    await owner.query('DELETE FROM audit_entry WHERE market_id = $1 AND seq = $2::bigint', [chain.market, at])
    for (let seq = at + 1; seq <= chain.seq; seq++)
      await owner.query(
        'UPDATE audit_entry SET seq = $2::bigint - 1 WHERE market_id = $1 AND seq = $2::bigint',
        [chain.market, seq],
      )
    await rehash(chain, at)
  },
  'put in between, the rest moved down and hashed anew': async (chain, at) => {
    for (let seq = chain.seq; seq >= at; seq--)
      await owner.query(
        'UPDATE audit_entry SET seq = $2::bigint + 1 WHERE market_id = $1 AND seq = $2::bigint',
        [chain.market, seq],
      )
    await owner.query(
      `INSERT INTO audit_entry (market_id, seq, id, at, actor, action, subject, detail, previous_hash, hash)
       SELECT market_id, $2::bigint, gen_random_uuid(), at, 'person:forged', action, subject, detail, previous_hash, hash
       FROM audit_entry WHERE market_id = $1 AND seq = $2::bigint + 1`,
      [chain.market, at],
    )
    await rehash(chain, at)
  },
  'the whole chain with its head': async (chain) => {
    await cut(chain, 1)
    await owner.query('DELETE FROM audit_head WHERE market_id = $1', [chain.market])
  },
  'the head put back': async ({ market }, at) => {
    await owner.query('UPDATE audit_head SET seq = $2::bigint - 1 WHERE market_id = $1', [market, at])
  },
}

describe('the audit chains with the heads that were kept', () => {
  it('accuse nobody of what was written honestly, before and after', async () => {
    expect(await found()).toEqual([])
    await owner.query('SAVEPOINT honest')
    const { deps } = database
    const [head] = await tx.q.selectFrom('audit_head').select('market_id').limit(1).execute()
    await audit(
      tx,
      deps.newId,
      { actor: 'x', at: deps.now() },
      { market: head?.market_id ?? '', action: 'x', detail: {} },
    )
    expect(await found()).toEqual([])
    await owner.query('ROLLBACK TO honest')
  })

  it(
    `find each of ${TAMPERS} tampers with what had been written when the heads were kept`,
    { timeout: 300_000 },
    async ({ annotate }) => {
      const heads = await tx.q
        .selectFrom('audit_head')
        .select(['market_id', 'seq'])
        .orderBy('market_id')
        .execute()
      const below = chance(SEED)
      const names = Object.keys(tampers)
      const missed: string[] = []
      for (let n = 0; n < TAMPERS; n++) {
        const name = names[n % names.length] ?? ''
        const head = heads[below(heads.length)]
        const chain = { market: head?.market_id ?? '', seq: head?.seq ?? 0 }
        const at = 1 + below(chain.seq)
        await owner.query('SAVEPOINT tamper')
        await tampers[name]?.(chain, at)
        if ((await found()).length === 0) missed.push(`${name} ${chain.market} ${at}`)
        await owner.query('ROLLBACK TO tamper')
      }
      await annotate(`${TAMPERS} tampers of ${names.length} kinds, seed ${SEED}`)
      expect(missed).toEqual([])
    },
  )
})

describe('the file of heads', () => {
  it('is the owner’s alone, and grows by chains that have moved', async () => {
    const { deps } = database
    const file = headsFile(deps.folder)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const lines = () => readFileSync(file, 'utf8').trim().split('\n').length
    const before = lines()
    expect([await keepHeads(deps), lines()]).toEqual([0, before])
  })

  it('passes over a line that was cut short, and forgets what was before a backup was put back', async () => {
    const { deps } = database
    const kept = async () => (await keptHere(tx, deps.folder)).length
    expect(await kept()).toBe(4)
    appendFileSync(headsFile(deps.folder), '{"at":"2026-01-05T04:00')
    appendFileSync(headsFile(deps.folder), '\n')
    expect(await kept()).toBe(4)
    await noteRestored(deps.folder, deps.now())
    expect(await kept()).toBe(0)
  })
})

import { array, constantFrom, integer, nat, option, record, sample } from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { movementKinds } from '../../domain/chain/line.ts'
import { aChain, type MadeChain } from '../../../test/make/chain.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { inScope } from '../db/transaction.ts'
import { replay, type OutOfStep } from './check-store.ts'
import { ledger } from './ledger.ts'
import { postLines, type PostLine } from './post.ts'

/** 10,000 postings and reversals in every run of the tests, a million in discover. */
const LINES = process.env['TONNAGE_DISCOVER'] ? 1_000_000 : 10_000
const BATCHES = 40

let database: FreshDatabase
let chain: MadeChain

beforeAll(async () => {
  database = await freshDatabase()
  chain = await aChain(database.deps, { markets: 3, accounts: 4, skus: 3 })
})
afterAll(() => database.close())

const figure = option(integer({ min: -1_000_000, max: 1_000_000_000 }), { nil: null, freq: 8 })

/** Few documents and few values, so that lines meet again: equal, changed, in another account and another market. */
const line = record({
  account: nat({ max: 11 }),
  seller: option(nat({ max: 11 }), { nil: null }),
  sku: nat({ max: 2 }),
  kind: constantFrom(...movementKinds),
  day: nat({ max: 120 }),
  millilitres: integer({ min: -9_000_000, max: 9_000_000 }),
  milliCases: figure,
  amountMinor: figure,
  costMinor: figure,
  doc: option(nat({ max: 60 }), { nil: null, freq: 4 }),
  line: option(nat({ max: 9 }), { nil: null, freq: 2 }),
}).map((made): PostLine => {
  const account = chain.accounts[made.account]
  if (!account) throw new Error('no such account')
  return {
    market: account.market,
    account: account.id,
    sku: chain.skus[made.sku] ?? '',
    seller: made.seller === null ? null : (chain.accounts[made.seller]?.id ?? null),
    kind: made.kind,
    day: new Date(Date.UTC(2025, 0, 1 + made.day)).toISOString().slice(0, 10),
    millilitres: made.millilitres,
    milliCases: made.milliCases,
    amountMinor: made.amountMinor,
    costMinor: made.costMinor,
    ...(made.doc === null ? {} : { doc: `D${made.doc}` }),
    ...(made.line === null ? {} : { line: String(made.line) }),
  }
})

function inStep() {
  return inScope(database.deps.db, '*', replay, { readOnly: false, snapshot: true })
}

async function postBatch(lines: readonly PostLine[]): Promise<string> {
  const { deps } = database
  const batch = deps.newId()
  await inScope(deps.db, '*', (tx) =>
    postLines(tx, { batch, seed: deps.newId(), at: deps.now() }, 'test', lines),
  )
  return batch
}

/** Undoes the batch unless a later one corrected it. */
async function undo(batch: string): Promise<boolean> {
  const { deps } = database
  return inScope(deps.db, '*', async (tx) => {
    if (await ledger.laterBatch(tx, batch, chain.markets)) return false
    await ledger.reverseBatch(
      tx,
      batch,
      { batch: deps.newId(), seed: deps.newId(), at: deps.now() },
      chain.markets,
    )
    return true
  })
}

describe('random postings and reversals', () => {
  it(
    'rollups and line keys are what replaying the ledger gives, whatever came and went',
    { timeout: 3_600_000 },
    async () => {
      const size = Math.ceil(LINES / BATCHES)
      const lot = array(line, { minLength: size, maxLength: size, size: 'max' })
      const standing: string[] = []
      let undone = 0
      const outOfStep: OutOfStep[] = []
      for (let at = 0; at < BATCHES; at++) {
        const [lines] = sample(lot, { numRuns: 1, seed: 20_261 + at })
        standing.push(await postBatch(lines ?? []))
        if (at % 3 === 2) {
          const victim = standing[(at * 7) % standing.length] ?? ''
          if (await undo(victim)) {
            standing.splice(standing.indexOf(victim), 1)
            undone += 1
          }
        }
        if (at % 10 === 9) outOfStep.push(...(await inStep()).outOfStep)
      }
      const half = await inStep()
      expect(outOfStep).toEqual([])
      expect(half.outOfStep).toEqual([])
      expect(half.movements).toBeGreaterThan(LINES / 2)
      // Newest first, every batch can be undone, and then nothing is left.
      for (const batch of standing.toReversed()) expect(await undo(batch)).toBe(true)
      const empty = await inStep()
      expect(empty.outOfStep).toEqual([])
      expect(empty.lines).toBe(0)
      expect(undone).toBeGreaterThan(0)
      const left = await inScope(database.deps.db, '*', ({ client }) =>
        client.query<{ rows: number }>(
          'SELECT (SELECT count(*) FROM rollup_month) + (SELECT count(*) FROM rollup_day) AS rows',
        ),
      )
      expect(left.rows[0]?.rows).toBe(0)
    },
  )
})

it('gives the connection back when the lines break off', async () => {
  const { deps } = database
  const broken: Iterable<PostLine> = {
    [Symbol.iterator]: () => ({
      next: () => {
        throw new Error('broken off')
      },
    }),
  }
  const posting = { batch: deps.newId(), seed: deps.newId(), at: deps.now() }
  await expect(inScope(deps.db, '*', (tx) => postLines(tx, posting, 'test', broken))).rejects.toThrow(
    'broken off',
  )
  expect(await inStep()).toBeDefined()
})

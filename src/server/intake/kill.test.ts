import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCompany } from '../../../test/make/chain.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { brought, done, takeBack } from '../../../test/make/import.ts'
import { killFile, runVictim, stateOf } from '../../../test/make/kills.ts'
import { inScope } from '../db/transaction.ts'

/** The whole of it, twenty kills of the program and of the database, is `benchmarks/kills.ts`. */
const KILLS = process.env['TONNAGE_DISCOVER'] ? 20 : 3
const LINES = 3_000

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await aCompany(database.deps)
})
afterAll(() => database.close())

it(
  'a killed import leaves the old state or the new one, and the next one says that it was interrupted',
  { timeout: 600_000 },
  async () => {
    const { deps, app } = database
    await brought(deps, killFile(LINES, false))
    const old = await stateOf(deps)
    const victim = { app, folder: deps.folder, text: killFile(LINES, true) }
    const { ran } = await runVictim(deps, victim, null)
    const next = await stateOf(deps)
    const states = { old, next, undo: await undoLast() }
    expect(states.undo).toBe(old)
    expect(next).not.toBe(old)
    const seen: string[] = []
    for (let kill = 1; kill <= KILLS; kill++) {
      await runVictim(deps, victim, (ran * kill) / (KILLS + 1))
      const state = await stateOf(deps)
      seen.push(state)
      if (state === next) await undoLast()
    }
    expect(seen.filter((state) => state !== old && state !== next)).toEqual([])
    const result = await brought(deps, killFile(LINES, true))
    expect(result.corrected).toBe(LINES / 5)
    expect(await stateOf(deps)).toBe(next)
    const left = await inScope(deps.db, [], ({ q }) =>
      q.selectFrom('import_batch').select('state').where('state', '=', 'running').execute(),
    )
    expect(left).toEqual([])

    async function undoLast(): Promise<string> {
      const last = await inScope(deps.db, [], ({ q }) =>
        q
          .selectFrom('import_batch')
          .select('id')
          .where('state', '=', 'done')
          .where('undo_of', 'is', null)
          .orderBy('id', 'desc')
          .executeTakeFirstOrThrow(),
      )
      done(await takeBack(deps, last.id))
      return stateOf(deps)
    }
  },
)

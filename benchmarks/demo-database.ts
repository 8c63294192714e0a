import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Client, type PoolConfig } from 'pg'
import { pino } from 'pino'
import { v7 } from 'uuid'
import { connect } from '../src/server/db/client.ts'
import type { Deps } from '../src/server/db/deps.ts'
import { demoParts, lastDayOfDemo } from '../src/server/demo-company.ts'
import { loadDemo } from '../src/server/demo/load.ts'
import { provinceTo } from '../src/server/demo/shape.ts'
import { startTestServer } from '../test/make/cluster.ts'

export type DemoDatabase = {
  /** The application's own role, held by the row policies. */
  readonly app: PoolConfig
  /** A role that no row policy holds. */
  readonly root: PoolConfig
  readonly madeSeconds: number
  depsOf(config: PoolConfig): Deps
}

/** The demo's company, `factor` times as large, in a database of its own; not yet assessed. It is gone when `work` is done. */
export async function inDemoDatabase(
  factor: number,
  work: (database: DemoDatabase) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tonnage-benchmark-'))
  const { server, stop } = await startTestServer()
  const root = new Client(server.root)
  await root.connect()
  try {
    await root.query(`CREATE DATABASE demo TEMPLATE "${server.template}" OWNER "${server.owner.user}"`)
    const at = { host: server.root.host, port: server.root.port, database: 'demo' }
    const depsOf = (config: PoolConfig): Deps => {
      const log = pino({ level: 'silent' })
      return { db: connect(config), now: () => new Date(), newId: () => v7(), folder, version: '', log }
    }
    const app = { ...at, ...server.app }
    const superuser = { ...at, user: server.root.user, password: server.root.password } as PoolConfig
    const maker = depsOf(app)
    const parts = {
      ...demoParts({ deps: maker, database: { owner: superuser } }, shapeOf(factor)),
      assess: async () => ({ ok: true as const, value: null }),
    }
    const made = await milliseconds(() => loadDemo(maker, parts as never, 'cli:benchmark', () => {}))
    await maker.db.close()
    const owner = new Client(superuser)
    await owner.connect()
    await owner.query('VACUUM ANALYZE')
    await owner.end()
    await work({ app, root: superuser, madeSeconds: Math.round(made / 1000), depsOf })
  } finally {
    await root.end()
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function shapeOf(factor: number) {
  const one = provinceTo(lastDayOfDemo(new Date()))
  return {
    ...one,
    markets: one.markets * factor,
    wholesalers: one.wholesalers * factor,
    subDistributors: one.subDistributors * factor,
    outlets: one.outlets * factor,
    directOutlets: one.directOutlets * factor,
  }
}

export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

import fs from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import type pg from 'pg'
import type { Database } from '../database.ts'
import { makeDatabase, makeRole } from '../roles.ts'
import { binaries } from './binaries.ts'
import { initialise, startCluster, stopCluster, SUPERUSER } from './cluster.ts'
import type { Place, Running } from './cluster.ts'
import { dataFolder, secrets } from './data-folder.ts'
import type { Secrets } from './data-folder.ts'
import { holderOf, myself, withLock } from './lock-file.ts'

const DATABASE = 'tonnage'
const OWNER = 'tonnage_owner'
const APP = 'tonnage_app'

export type EmbeddedStep = 'initialise' | 'start' | 'adopt' | 'elsewhere'

/**
 * Opens the embedded PostgreSQL of a data folder: makes it, starts it, or takes over a running one. Programs that use it at the
 * same time are counted by a file each; the last one to close stops it.
 */
export async function openEmbedded(
  name: string,
  options: {
    readonly flags?: readonly string[]
    readonly onStep?: (step: EmbeddedStep, where: string) => void
  } = {},
): Promise<Database & { readonly pid: number; readonly pgdata: string }> {
  const { folder, place, account, moved } = dataFolder(name)
  const gate = path.join(place.home, 'database.lock')
  const mine = path.join(usersFolder(place), String(process.pid))
  const step = options.onStep ?? (() => undefined)
  if (moved) step('elsewhere', place.home)
  const { running, passwords } = await withLock(gate, async () => {
    const known = secrets(place)
    const bin = binaries(account, place.home)
    if (!fs.existsSync(path.join(place.pgdata, 'PG_VERSION'))) step('initialise', place.home)
    initialise(place, bin, account, known.root)
    const server = await startCluster(place, bin, account, options.flags)
    step(server.adopted ? 'adopt' : 'start', place.home)
    fs.mkdirSync(path.dirname(mine), { recursive: true })
    fs.writeFileSync(mine, JSON.stringify(myself()))
    await prepare(server, known)
    return { running: server, passwords: known }
  })
  const at = { host: running.host, port: running.port, database: DATABASE }
  return {
    folder,
    pid: running.pid,
    pgdata: place.pgdata,
    owner: { ...at, user: OWNER, password: passwords.owner },
    app: { ...at, user: APP, password: passwords.app },
    appRole: APP,
    release: () =>
      withLock(gate, async () => {
        fs.rmSync(mine, { force: true })
        if (!usersOf(place).some((file) => holderOf(file))) await stopCluster(place.pgdata)
      }),
  }
}

function usersFolder(place: Place): string {
  return path.join(place.home, 'database.users')
}

function usersOf(place: Place): string[] {
  return fs.readdirSync(usersFolder(place)).map((file) => path.join(usersFolder(place), file))
}

const NOT_PREPARED = new Set(['28P01', '28000', '3D000'])

/** Roles first, the database last: where the owner can enter the database, everything is there. */
async function prepare(server: Running, passwords: Secrets): Promise<void> {
  const at = { host: server.host, port: server.port }
  const owner = new Client({ ...at, database: DATABASE, user: OWNER, password: passwords.owner })
  try {
    await owner.connect()
    return
  } catch (error) {
    if (!NOT_PREPARED.has((error as pg.DatabaseError).code ?? '')) throw error
  } finally {
    await owner.end().catch(() => undefined)
  }
  const root = new Client({ ...at, database: 'postgres', user: SUPERUSER, password: passwords.root })
  await root.connect()
  try {
    await makeRole(root, { user: OWNER, password: passwords.owner })
    await makeRole(root, { user: APP, password: passwords.app })
    await makeDatabase(root, DATABASE, OWNER)
  } finally {
    await root.end()
  }
}

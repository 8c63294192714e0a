import { renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import type { Logger } from 'pino'
import { v7 } from 'uuid'
import { Refused } from '../domain/problem.ts'
import { connect } from './db/client.ts'
import type { Database } from './db/database.ts'
import type { Deps } from './db/deps.ts'
import { filesFolder, makeFolder } from './db/embedded/data-folder.ts'
import { openEmbedded } from './db/embedded/open.ts'
import type { EmbeddedStep } from './db/embedded/open.ts'
import { migrate } from './db/migrate.ts'
import { openNamedServer } from './db/named-server.ts'
import { tooStrong } from './db/roles.ts'
import { migrationsFolder, version } from './project.ts'

export type Settings = {
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly appDatabaseUrl: string | undefined
}

export type OpeningStep = EmbeddedStep | 'migrate'
export type Opened = { readonly deps: Deps; readonly database: Database; close(): Promise<void> }

const GRACE_MS = 5_000
const LOG_LIMIT = 20_000_000

export function settingsOf(env: NodeJS.ProcessEnv, dataFolder: string): Settings {
  return {
    dataFolder: path.resolve(dataFolder),
    databaseUrl: env['DATABASE_URL'] || undefined,
    appDatabaseUrl: env['APP_DATABASE_URL'] || undefined,
  }
}

export const now = () => new Date()

/** The database as it is, not migrated. */
export async function openDatabase(
  settings: Settings,
  onStep: (step: OpeningStep, what: string) => void = () => undefined,
): Promise<Database> {
  return settings.databaseUrl
    ? openNamedServer(settings.databaseUrl, settings.appDatabaseUrl, makeFolder(settings.dataFolder))
    : openEmbedded(settings.dataFolder, { onStep })
}

/**
 * The composition of everything but the web server: opens (makes, starts, takes over) the database, migrates it, refuses an
 * application role that could pass the row policies, and hands out the only clock and the only source of ids.
 */
export async function openProgram(
  settings: Settings,
  onStep: (step: OpeningStep, what: string) => void = () => undefined,
): Promise<Opened> {
  const database = await openDatabase(settings, onStep)
  const db = connect(database.app)
  const close = async () => {
    // Work that is still under way gets a moment; then the database goes, and what was not committed never was.
    await Promise.race([db.close(), pause(GRACE_MS, undefined, { ref: false })])
    await database.release()
  }
  try {
    await migrate(database.owner, {
      folder: migrationsFolder(),
      appRole: database.appRole,
      now,
      onStep: (file) => onStep('migrate', file),
    })
    const why = await tooStrong(db.pool)
    if (why.length > 0)
      throw new Refused('database/role-too-strong', { role: database.appRole, why: why.join(', ') })
    const folder = filesFolder(database.folder)
    const deps: Deps = {
      db,
      now,
      newId: () => v7(),
      folder,
      version: version(),
      log: logIn(folder),
    }
    return { deps, database, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** One line of JSON an event in `tonnage.log`; the terminal stays for people. */
function logIn(folder: string): Logger {
  const file = path.join(folder, 'tonnage.log')
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(file, `${file}.1`)
  return pino({ base: { pid: process.pid } }, pino.destination({ dest: file, sync: true }))
}

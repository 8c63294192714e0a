import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Refused } from '../../../domain/problem.ts'
import { canReach, databaseAccount } from './account.ts'
import type { Account } from './account.ts'
import { placeOf } from './cluster.ts'
import type { Place } from './cluster.ts'

/** Says where the cluster is when it cannot be in the data folder itself. */
const ELSEWHERE = 'database-home'
const SYSTEM_HOME = '/var/lib/tonnage'

export type Secrets = { readonly root: string; readonly owner: string; readonly app: string }
export type DataFolder = {
  readonly folder: string
  readonly place: Place
  readonly account: Account
  readonly moved: boolean
}

/**
 * Makes the folder if needed and decides where its cluster is: inside, or, when root's database account cannot pass through
 * (a home or temporary folder with mode 0700), in a folder of its own under /var/lib/tonnage that the data folder names.
 */
export function dataFolder(name: string): DataFolder {
  const folder = makeFolder(path.resolve(name))
  const noted = notedHome(folder)
  const inside = noted ?? folder
  const account = databaseAccount(path.join(inside, 'pgdata'))
  if (noted !== undefined || canReach(account, folder) || letPass(account, folder)) {
    checkOwner(inside)
    return { folder, place: placeOf(inside), account, moved: noted !== undefined }
  }
  const home = path.join(SYSTEM_HOME, randomBytes(6).toString('hex'))
  fs.mkdirSync(home, { recursive: true, mode: 0o755 })
  fs.writeFileSync(path.join(folder, ELSEWHERE), `${home}\n`)
  return { folder, place: placeOf(home), account, moved: true }
}

/** Makes the folder if it is not there. Root's is passable (0711), for the account that the database runs as. */
export function makeFolder(folder: string): string {
  try {
    const mode = process.getuid?.() === 0 ? 0o711 : 0o700
    // The mode is set apart from the making: a umask would take the passage away.
    if (fs.mkdirSync(folder, { recursive: true, mode }) !== undefined) fs.chmodSync(folder, mode)
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK)
    return fs.realpathSync(folder)
  } catch (error) {
    throw new Refused('data-folder/unusable', {
      folder,
      why: (error as NodeJS.ErrnoException).code ?? 'error',
    })
  }
}

/**
 * A folder that only root enters is opened for passing through if that is all that is in the way. What is private in it is
 * closed by itself: passwords, uploads (`files`), the cluster.
 */
function letPass(account: Account, folder: string): boolean {
  const { uid, mode } = fs.statSync(folder)
  if (uid !== 0 || !canReach(account, path.dirname(folder))) return false
  fs.chmodSync(folder, (mode & 0o777) | 0o011)
  return canReach(account, folder)
}

/** Where uploads, refused files, the log and the session key are: for the program's own user alone. */
export function filesFolder(folder: string): string {
  const files = path.join(folder, 'files')
  fs.mkdirSync(files, { recursive: true, mode: 0o700 })
  return files
}

function notedHome(folder: string): string | undefined {
  try {
    const home = fs.readFileSync(path.join(folder, ELSEWHERE), 'utf8').trim()
    return fs.existsSync(home) ? home : undefined
  } catch {
    return undefined
  }
}

/** A cluster that another user made can neither be read nor served. */
function checkOwner(home: string): void {
  const uid = process.getuid?.()
  if (uid === undefined || uid === 0) return
  const pgdata = path.join(home, 'pgdata')
  if (fs.existsSync(pgdata) && fs.statSync(pgdata).uid !== uid)
    throw new Refused('data-folder/other-user', { folder: home })
}

function password(): string {
  return randomBytes(24).toString('hex')
}

/** Passwords of the cluster's three roles: 24 random bytes each, in a file that only its owner reads. */
export function secrets(place: Place): Secrets {
  const file = path.join(place.home, 'database.secret')
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8')) as Secrets
  const made: Secrets = { root: password(), owner: password(), app: password() }
  fs.writeFileSync(`${file}.making`, JSON.stringify(made), { mode: 0o600 })
  fs.renameSync(`${file}.making`, file)
  return made
}

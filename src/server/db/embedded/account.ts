import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { Refused } from '../../../domain/problem.ts'

/** Whom PostgreSQL runs as. It refuses root, so root hands it to an unprivileged account; anyone else keeps their own. */
export type Account = { readonly uid?: number; readonly gid?: number }

const CANDIDATES = ['postgres', 'tonnage', 'node', 'nobody']

function isRoot(): boolean {
  return process.getuid?.() === 0
}

function passwd(): string[][] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
  } catch {
    return []
  }
}

/** An existing cluster keeps its owner: files written by another account would be refused. */
function ownerOf(pgdata: string): Account | undefined {
  try {
    const { uid, gid } = statSync(path.join(pgdata, 'PG_VERSION'))
    return uid === 0 ? undefined : { uid, gid }
  } catch {
    return undefined
  }
}

export function databaseAccount(pgdata: string): Account {
  if (!isRoot()) {
    const uid = process.getuid?.()
    // initdb looks its own name up; a container's arbitrary uid has none.
    if (process.platform === 'linux' && !passwd().some((row) => row[2] === String(uid))) {
      throw new Refused('database/no-account', { uid: uid ?? -1 })
    }
    return {}
  }
  const owner = ownerOf(pgdata)
  if (owner) return owner
  const rows = passwd()
  const row = CANDIDATES.map((name) => rows.find((entry) => entry[0] === name)).find(
    (found) => found !== undefined,
  )
  if (!row) throw new Refused('database/no-account', { uid: 0 })
  return { uid: Number(row[2]), gid: Number(row[3]) }
}

/** Whether that account can pass through `target` (below a home with mode 0700 it cannot). */
export function canReach(account: Account, target: string): boolean {
  if (account.uid === undefined) return true
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', target], { ...account, cwd: '/' }).status === 0
}

import { readFileSync } from 'node:fs'
import path from 'node:path'

/** What postmaster.pid says, checked against the process that is really there. */
export type Postmaster =
  | { readonly state: 'none' }
  | { readonly state: 'stale' }
  | {
      readonly state: 'running'
      readonly pid: number
      readonly ready: boolean
      readonly host: string
      readonly port: number
    }

export function pidFile(pgdata: string): string {
  return path.join(pgdata, 'postmaster.pid')
}

/** Lines of the file: 1 pid, 4 port, 5 socket folder, 6 address, 8 status (PostgreSQL, miscinit.h). */
export function postmaster(pgdata: string): Postmaster {
  let lines: string[]
  try {
    lines = readFileSync(pidFile(pgdata), 'utf8').split('\n')
  } catch {
    return { state: 'none' }
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isPostgresOn(pid, pgdata)) return { state: 'stale' }
  const socket = lines[4]?.trim() ?? ''
  return {
    state: 'running',
    pid,
    ready: lines[7]?.trim() === 'ready',
    host: socket === '' ? (lines[5]?.trim() ?? '127.0.0.1') : socket,
    port: Number(lines[3]),
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  // A child that ended and was not collected still answers signals.
  return process.platform !== 'linux' || statusOf(pid) !== 'Z'
}

function statusOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3)
  } catch {
    return undefined
  }
}

/** After a restart of the machine or in a container the number may be anyone's: the command line tells. */
function isPostgresOn(pid: number, pgdata: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return /postgres/.test(words[0] ?? '') && words.includes(pgdata)
  } catch {
    return false
  }
}

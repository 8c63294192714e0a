import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive } from './postmaster.ts'

/** A process, told apart from a later one that was given the same number by the moment it started. */
export type Holder = { readonly pid: number; readonly started: string; readonly note?: string }

/** Linux: clock ticks since boot (proc_pid_stat(5), field 22) with the boot's id; elsewhere what ps says. */
function startOf(pid: number): string {
  try {
    if (process.platform !== 'linux') {
      return process.platform === 'win32'
        ? ''
        : execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)])
            .toString()
            .trim()
    }
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
    return `${ticks}@${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`
  } catch {
    return ''
  }
}

export function myself(note?: string): Holder {
  const holder = { pid: process.pid, started: startOf(process.pid) }
  return note === undefined ? holder : { ...holder, note }
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

function isThere(holder: Holder): boolean {
  return isAlive(holder.pid) && startOf(holder.pid) === holder.started
}

/** Who holds the file now; undefined if nobody does, or nobody who still lives. */
export function holderOf(file: string): Holder | undefined {
  const holder = read(file)
  return holder && isThere(holder) ? holder : undefined
}

/** Takes the file for this process, or says who has it. A dead holder's file is taken over. */
export function take(
  file: string,
): { readonly taken: true } | { readonly taken: false; readonly holder: Holder } {
  const own = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  fs.writeFileSync(own, JSON.stringify(myself()), { mode: 0o600 })
  try {
    for (;;) {
      try {
        // A link appears whole or not at all, and not where there is one already.
        fs.linkSync(own, file)
        return { taken: true }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      const holder = holderOf(file)
      if (holder) return { taken: false, holder }
      setAside(file, `${own}.stale`)
    }
  } finally {
    fs.rmSync(own, { force: true })
  }
}

/** Moves a dead holder's file away; if another program was quicker and it is a living one's, puts it back. */
function setAside(file: string, aside: string): void {
  try {
    fs.renameSync(file, aside)
  } catch {
    return
  }
  if (holderOf(aside)) fs.linkSync(aside, file)
  fs.rmSync(aside, { force: true })
}

/** Writes a word for others beside the holder's own; only who holds the file may. */
export function annotate(file: string, note: string): void {
  const own = `${file}.${process.pid}.note`
  fs.writeFileSync(own, JSON.stringify(myself(note)), { mode: 0o600 })
  fs.renameSync(own, file)
}

export function release(file: string): void {
  if (read(file)?.pid === process.pid) fs.rmSync(file, { force: true })
}

/** Runs `work` while holding the file; waits its turn. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!take(file).taken) await pause(25)
  try {
    return await work()
  } finally {
    release(file)
  }
}

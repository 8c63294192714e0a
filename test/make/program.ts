import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { projectFolder } from '../../src/server/project.ts'

const bin = path.join(projectFolder(), 'bin', 'tonnage.mjs')
const bundle = path.join(projectFolder(), 'dist', 'node', 'cli.mjs')

/** The program as people run it. Builds it first if the sources are newer. */
export function buildProgram(): void {
  execFileSync(process.execPath, [bin, '--version'], { stdio: 'pipe' })
}

export type Answer = { readonly status: number | null; readonly out: string; readonly err: string }
export type Who = { readonly uid?: number; readonly gid?: number; readonly env?: NodeJS.ProcessEnv }

function environment(more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DATABASE_URL: _a, APP_DATABASE_URL: _b, ...env } = process.env
  return { ...env, LANG: 'C.UTF-8', LC_ALL: '', TONNAGE_LANG: 'en', ...more }
}

/** A running command; `detached` makes it the head of a group of its own. */
export class Program {
  readonly child: ChildProcess
  out = ''
  err = ''
  readonly ended: Promise<Answer>

  constructor(data: string, args: readonly string[], who: Who = {}, command: readonly string[] = []) {
    const [first = process.execPath, ...rest] = [
      ...command,
      process.execPath,
      bundle,
      '--data',
      data,
      ...args,
    ]
    this.child = spawn(first, rest, {
      ...(who.uid === undefined ? {} : { uid: who.uid }),
      ...(who.gid === undefined ? {} : { gid: who.gid }),
      cwd: os.tmpdir(),
      env: environment(who.env ?? {}),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.child.stdout?.on('data', (text: Buffer) => (this.out += text.toString()))
    this.child.stderr?.on('data', (text: Buffer) => (this.err += text.toString()))
    this.ended = new Promise((resolve) => {
      this.child.once('close', (status) => resolve({ status, out: this.out, err: this.err }))
    })
  }

  /** Waits until standard output has this; what the program said instead, if it ends without. */
  async says(words: RegExp): Promise<string> {
    for (;;) {
      const found = words.exec(this.out)
      if (found) return found[1] ?? found[0]
      if (this.child.exitCode !== null || this.child.signalCode !== null)
        throw new Error(`${this.out}${this.err}`)
      await pause(20)
    }
  }

  /** To the whole group, as Ctrl-C does. */
  signalGroup(signal: NodeJS.Signals): void {
    process.kill(-(this.child.pid ?? 0), signal)
  }
}

export function tonnage(data: string, args: readonly string[], who: Who = {}): Promise<Answer> {
  return new Program(data, args, who).ended
}

/** A folder for a test; `remove` also stops a database that was left running in it. */
export function aFolder(who: Who = {}): { readonly folder: string; remove(): Promise<void> } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tonnage-run-'))
  chmodSync(folder, 0o755)
  if (who.uid !== undefined && who.gid !== undefined) chownSync(folder, who.uid, who.gid)
  return {
    folder,
    remove: async () => {
      const home = homeOf(path.join(folder, 'data'))
      const pid = postgresOf(path.join(folder, 'data'))
      if (pid !== undefined) await killAndWait(pid, 'SIGQUIT')
      rmSync(home, { recursive: true, force: true })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Where the cluster of a data folder is: inside, or where the folder says. */
export function homeOf(data: string): string {
  const note = path.join(data, 'database-home')
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : data
}

/** The number of the PostgreSQL that runs on a data folder; undefined if none does. */
export function postgresOf(data: string): number | undefined {
  const file = path.join(homeOf(data), 'pgdata', 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return alive(pid) ? pid : undefined
}

export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

export async function killAndWait(pid: number, signal: NodeJS.Signals): Promise<void> {
  process.kill(pid, signal)
  await gone(pid)
}

export async function gone(pid: number): Promise<void> {
  while (alive(pid)) await pause(20)
}

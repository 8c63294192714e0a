import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')
/** BENCHMARK_DATA: where that folder is, if not beside the project. */
export const dataFolder = process.env['BENCHMARK_DATA'] ?? join(root, '../shared/data')

export type Ran = {
  readonly status: number
  readonly json: Record<string, unknown>
  readonly stderr: string
  readonly seconds: number
}

/** One command of the product as a process of its own, in `folder`; its JSON document and its exit status. */
export async function tonnage(folder: string, ...words: string[]): Promise<Ran> {
  const from = performance.now()
  const child = spawn(
    process.execPath,
    [join(root, 'bin/tonnage.mjs'), ...words, '--data', folder, '--json', '--lang', 'en'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  const status = await new Promise<number>((done) => child.on('close', (code) => done(code ?? -1)))
  const text = Buffer.concat(out).toString('utf8')
  const stderr = Buffer.concat(err).toString('utf8')
  try {
    return {
      status,
      json: JSON.parse(text) as Record<string, unknown>,
      stderr,
      seconds: (performance.now() - from) / 1000,
    }
  } catch {
    throw new Error(
      `tonnage ${words.join(' ')}: exit ${status}, no JSON on standard output\n${text}\n${stderr}`,
    )
  }
}

/** A data folder that is gone afterwards. */
export async function inFreshFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tonnage-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

let failed = 0

/** Prints a line and counts it; `finish` sets the exit status. */
export function check(what: string, got: unknown, wanted: unknown): void {
  const same = JSON.stringify(got) === JSON.stringify(wanted)
  if (!same) failed += 1
  const said = same ? JSON.stringify(got) : `${JSON.stringify(got)} ≠ ${JSON.stringify(wanted)}`
  console.log(`${same ? 'ok  ' : 'NOT '} ${what}: ${said.length > 300 ? `${said.slice(0, 300)}…` : said}`)
}

export function finish(): void {
  console.log(failed === 0 ? 'all as it should be' : `${failed} differ`)
  process.exitCode = failed === 0 ? 0 : 1
}

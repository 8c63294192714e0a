import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const project = path.join(import.meta.dirname, '../..')

export type Served = { readonly address: string; stop(): Promise<void> }

/** By the address of a server that was started empty: the link that it prints, to set up a company. */
export const printed = new Map<string, string>()

export function firstLinkOf(address: string): string {
  return printed.get(address) ?? '/'
}

/** The program as a person starts it, on an empty data folder and a free port, or on one that its settings must name. */
export async function serveProgram(
  port = 0,
  settings: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tonnage-journey-'))
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(
    process.execPath,
    [
      path.join(project, 'bin/tonnage.mjs'),
      'start',
      '--json',
      '--port',
      String(port),
      '--data',
      path.join(folder, 'data'),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...env, ...settings } },
  )
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  let out = ''
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const address = await new Promise<string | null>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      const found = /"address":\s*"([^"]+)",\s*"setUp":\s*"([^"]+)"/.exec(out)
      if (!found?.[1] || !found[2]) return
      printed.set(found[1], found[2])
      resolve(found[1])
    })
    child.once('close', () => resolve(null))
  })
  if (address === null) {
    rmSync(folder, { recursive: true, force: true })
    throw new Error(`the program did not start:\n${said}`)
  }
  return { address, stop }
}

import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The key that signs session cookies: 32 random bytes, made once, readable by its owner alone. Sessions live as long as it does.
 * Whoever deletes the file signs everybody out.
 */
export function sessionSecret(folder: string): string {
  const file = join(folder, 'session-secret')
  const kept = read(file)
  if (kept !== undefined) return kept
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const made = randomBytes(32).toString('base64url')
  try {
    writeFileSync(file, made, { mode: 0o600, flag: 'wx' })
    return made
  } catch (error) {
    // Another process was first.
    const theirs = read(file)
    if (theirs === undefined) throw error
    return theirs
  }
}

function read(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim()
    return text.length >= 32 ? text : undefined
  } catch {
    return undefined
  }
}

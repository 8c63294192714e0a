import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { completeLinks } from './binaries.ts'

let place: string
let native: string

beforeEach(() => {
  place = mkdtempSync(path.join(os.tmpdir(), 'tonnage-links-'))
  native = path.join(place, 'native')
  mkdirSync(path.join(native, 'lib'), { recursive: true })
  writeFileSync(path.join(native, 'lib', 'libx.so.60.2'), 'library')
  const links = [{ source: 'native/lib/libx.so.60.2', target: 'native/lib/libx.so.60' }]
  writeFileSync(path.join(native, 'pg-symlinks.json'), JSON.stringify(links))
})

afterEach(() => rmSync(place, { recursive: true, force: true }))

describe('links that an install without scripts leaves out', () => {
  it('are made, relative, and once', () => {
    expect(completeLinks(native)).toBe(true)
    const made = path.join(native, 'lib', 'libx.so.60')
    expect(lstatSync(made).isSymbolicLink()).toBe(true)
    expect(readFileSync(made, 'utf8')).toBe('library')
    expect(completeLinks(native)).toBe(true)
  })

  // Root writes everywhere, so that only others can see a read-only folder.
  it.runIf(process.getuid?.() !== 0)('are reported missing in a read-only folder', () => {
    chmodSync(path.join(native, 'lib'), 0o555)
    expect(completeLinks(native)).toBe(false)
    chmodSync(path.join(native, 'lib'), 0o755)
  })
})

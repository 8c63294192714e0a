import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { hostile } from '../../../../test/make/files/hostile.ts'
import { scratch } from '../../../../test/make/files/reading.ts'
import { Refused } from '../../../domain/problem.ts'
import { openFile } from './open.ts'
import { sniff } from './sniff.ts'
import { readWorkbook } from './workbook.ts'

const folder = scratch()
afterAll(() => folder.remove())

const discover = process.env['TONNAGE_DISCOVER'] === '1'
const from = Number(process.env['TONNAGE_SEED'] ?? 1)

/** What became of a file: its problem's code, or the number of lines. Anything thrown but a refusal is a crash. */
async function outcome(path: string): Promise<string> {
  const opened = await openFile({
    path,
    fileName: 'x',
    kind: 'movements',
    map: null,
    remembered: async () => null,
  })
  if (!opened.ok) return opened.problem.code
  let lines = 0
  try {
    for await (const row of opened.value.rows) {
      lines++
      if (row.ok && JSON.stringify(row.record).includes('\ufffd'))
        throw new Error(`a lost character in row ${row.row}`)
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return error.problem.code
  } finally {
    await opened.value.close()
  }
  return `${lines} lines`
}

/** Workbooks without their own process: quicker, and a fault shows where it happens. */
async function workbookOutcome(path: string): Promise<string> {
  const sniffed = await sniff(path).catch((error: unknown) => {
    if (error instanceof Refused) return error.problem.code
    throw error
  })
  if (typeof sniffed === 'string') return sniffed
  if (sniffed.content !== 'zip') return outcome(path)
  const scratchFolder = mkdtempSync(join(tmpdir(), 'tonnage-hostile-'))
  try {
    const answer = await readWorkbook(path, 'zip', scratchFolder, () => {})
    return answer.ok ? `${answer.sheets.length} sheets` : answer.problem.code
  } finally {
    rmSync(scratchFolder, { recursive: true, force: true })
  }
}

describe('hostile files', () => {
  const count = discover ? 1000 : 80
  it(
    `${count} from seed ${from}: each is read or refused, none crashes the reader`,
    { timeout: discover ? 1_800_000 : 120_000 },
    async () => {
      const outcomes: Record<string, number> = {}
      for (let seed = from; seed < from + count; seed++) {
        const made = hostile(seed)
        const path = folder.path('hostile', made.bytes)
        const whole = discover && seed % 10 === 0
        const got = await (made.workbook && !whole ? workbookOutcome(path) : outcome(path)).catch(
          (error: unknown) => {
            throw new Error(`seed ${seed} (${made.name})`, { cause: error })
          },
        )
        const name = got.replace(/^\d+ /, '')
        outcomes[name] = (outcomes[name] ?? 0) + 1
      }
      expect(Object.values(outcomes).reduce((sum, one) => sum + one, 0)).toBe(count)
      expect(outcomes['lines']).toBeGreaterThan(0)
    },
  )

  const megabytes = discover ? 1024 : 48
  it.each([
    ['one line', 'a,'],
    ['one line in quotes', '"a,'],
    ['short lines of one cell', 'aaaaaaa\n'],
  ])(`${megabytes} MB of %s stay within memory`, { timeout: 600_000 }, async (_, piece) => {
    const path = folder.path('large.csv', '')
    const file = openSync(path, 'w')
    const block = Buffer.alloc(1024 * 1024, piece)
    for (let at = 0; at < megabytes; at++) writeSync(file, block)
    closeSync(file)
    const before = process.memoryUsage.rss()
    expect(await outcome(path)).toMatch(/^file\//)
    expect(process.memoryUsage.rss() - before).toBeLessThan(256 * 1024 * 1024)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { apiDocument } from '../docs/api-schema.ts'
import { company, emptyInstallation } from './company.ts'
import { run, wordsOf, type Run } from './run.ts'

const whole = process.env['TONNAGE_DISCOVER'] === '1'
const told = (name: string): number | undefined => (process.env[name] ? Number(process.env[name]) : undefined)
/** Other requests in every run. A fault names its seed and number: told these (and how many), the same are made again. */
const seed = told('TONNAGE_SEED') ?? Math.floor(Date.now() / 1000) % 1_000_000

/** So many may be out of reach of requests alone: a demo to be cleared, a provider to sign in with, codes of a telephone. */
const MOST_UNDONE = 14

let words: ReturnType<typeof wordsOf>
let one: Omit<Run, 'requests'>
beforeAll(() => {
  words = wordsOf(apiDocument())
  one = {
    seed,
    first: told('TONNAGE_FIRST') ?? 0,
    toOneCompany: 5_000,
    mostFaults: told('TONNAGE_FAULTS') ?? 20,
  }
})

describe(`requests made from the document, seed ${String(seed)}`, () => {
  it(
    'are answered by a company as the document says, never by a fault',
    { timeout: 7_200_000 },
    async ({ annotate }) => {
      // Three rounds call every operation, those with slow passwords too.
      const share = 3 * words.operations.length
      const requests = told('TONNAGE_REQUESTS') ?? (whole ? 50_000 : share)
      const { faults, report } = await run(words, { ...one, requests }, company)
      await annotate(String(report))
      expect(faults).toEqual([])
      expect(requests < share ? [] : report.uncalled).toEqual([])
      expect(requests < 40_000 ? [] : report.undone.slice(MOST_UNDONE)).toEqual([])
    },
  )

  it(
    'are answered so by an installation that has no company yet',
    { timeout: 600_000 },
    async ({ annotate }) => {
      const requests = (whole ? 15 : 1) * words.operations.length
      const { faults, report } = await run(words, { ...one, requests }, emptyInstallation)
      await annotate(String(report))
      expect(faults).toEqual([])
    },
  )
})

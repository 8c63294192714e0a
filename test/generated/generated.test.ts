import { beforeAll, describe, expect, it } from 'vitest'
import { apiDocument } from '../docs/api-schema.ts'
import { company, emptyInstallation } from './company.ts'
import { run, wordsOf, type Run } from './run.ts'

const whole = process.env['TONNAGE_DISCOVER'] === '1'
const told = (name: string): number | undefined => (process.env[name] ? Number(process.env[name]) : undefined)
const REQUESTS = told('TONNAGE_REQUESTS') ?? (whole ? 50_000 : 500)
/** Other requests in every run. A fault names its seed and number: with these it can be made again alone. */
const one: Run = {
  seed: told('TONNAGE_SEED') ?? Math.floor(Date.now() / 1000) % 1_000_000,
  first: told('TONNAGE_FIRST') ?? 0,
  requests: REQUESTS,
  toOneCompany: 2_500,
  mostFaults: told('TONNAGE_FAULTS') ?? 20,
}

let words: ReturnType<typeof wordsOf>
beforeAll(() => {
  words = wordsOf(apiDocument())
})

describe(`requests made from the document, seed ${String(one.seed)}`, () => {
  it(
    'are answered by a company as the document says, never by a fault',
    { timeout: 7_200_000 },
    async ({ annotate }) => {
      const { faults, report } = await run(words, one, company)
      await annotate(String(report))
      expect(faults).toEqual([])
      expect(report.uncalled).toEqual([])
    },
  )

  it(
    'are answered so by an installation that has no company yet',
    { timeout: 600_000 },
    async ({ annotate }) => {
      const { faults, report } = await run(
        words,
        { ...one, requests: whole ? 2_000 : 220 },
        emptyInstallation,
      )
      await annotate(String(report))
      expect(faults).toEqual([])
    },
  )
})

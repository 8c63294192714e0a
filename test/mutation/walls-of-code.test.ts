import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { equivalent } from './equivalent.ts'
import type * as Grown from './grown.ts'
import { walled, type Walls } from './instrumented.ts'
import { search, unseen, type Witnesses } from './trials.ts'
import { unproved } from './unproved.ts'

/**
 * The first wall, in the code: each predicate that limits rows to markets and each mask of a field is taken away, one at a time, where
 * the second wall is down. `witnesses.json` names for each the request that sees it; TONNAGE_WITNESS=1 looks for those that it lacks.
 */
const whole = process.env['TONNAGE_DISCOVER'] === '1'
const looks = process.env['TONNAGE_WITNESS'] === '1'
const seed = Number(process.env['TONNAGE_SEED'] ?? Math.floor(Date.now() / 1000))
const FILE = path.join(import.meta.dirname, 'witnesses.json')
const witnesses = JSON.parse(readFileSync(FILE, 'utf8')) as Witnesses
const reasoned = new Set(Object.values(equivalent).flat())

let walls: Walls
let company: Grown.Company

beforeAll(async () => {
  walls = await walled()
  const { grown } = await walls.load<typeof Grown>('grown.ts')
  company = await grown(walls.rewrite)
})
afterAll(async () => {
  await company.close()
  await walls.close()
})

describe('predicates and masks', () => {
  it.runIf(looks)(
    'are looked at for who sees them missing',
    async () => {
      const open = walls.sites.filter(({ name }) => !(name in witnesses) && !reasoned.has(name))
      expect(company.questions(() => true).length).toBeGreaterThan(10_000)
      const all: Record<string, string> = { ...witnesses }
      await search(walls, company, open, (site, question, reaching) => {
        console.log(`${question?.name ?? `nobody of ${String(reaching)}`}: ${site.name}`)
        if (question) all[site.name] = question.name
        const kept = walls.sites.flatMap(({ name }) => (all[name] ? [[name, all[name]]] : []))
        writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`)
      })
    },
    7_200_000,
  )

  it('each has a request that sees it missing, or a reason why none can', () => {
    const names = walls.sites.map(({ name }) => name)
    expect(
      names.filter((name) => !(name in witnesses) && !reasoned.has(name) && !unproved.has(name)),
    ).toEqual([])
    expect(
      [...Object.keys(witnesses), ...reasoned, ...unproved].filter((name) => !names.includes(name)),
    ).toEqual([])
    expect(Object.keys(witnesses).filter((name) => reasoned.has(name))).toEqual([])
  })

  it('none can be missing unseen', async ({ annotate }) => {
    const began = Date.now()
    const questions = new Map(company.questions(() => true).map((one) => [one.name, one]))
    const cases = walls.sites.flatMap((site) => {
      const question = questions.get(witnesses[site.name] ?? '')
      return question ? [{ site, question }] : []
    })
    const taken = whole
      ? cases
      : Array.from({ length: 5 }, (_, at) => cases[(seed * 31 + at * 37) % cases.length]).filter(
          (one) => one !== undefined,
        )
    const found = await unseen(walls, company, taken)
    const count = (kind: string) =>
      `${String(walls.sites.filter((site) => site.kind === kind).length)} ${kind}s`
    await annotate(
      `seed ${String(seed)}: of ${count('predicate')} and ${count('mask')} ${String(taken.length)} taken away, ${String(taken.length - found.length)} seen, ${String(reasoned.size)} equivalent with a reason, in ${String(Math.round((Date.now() - began) / 1000))} s`,
    )
    expect(found).toEqual([])
    expect(taken).toHaveLength(whole ? Object.keys(witnesses).length : 5)
  }, 600_000)
})

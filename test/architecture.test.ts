import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cruiseHouse, filesBelow, type Cruised } from './architecture/cruise.ts'
import { forbidden, forbiddenNames, maximumLines } from './architecture/rules.ts'

const root = join(import.meta.dirname, '..')

describe('the house as it stands', () => {
  let house: Cruised
  beforeAll(async () => {
    house = await cruiseHouse(root)
  })

  it('is cruised whole: a tool that cannot read TypeScript would pass on nothing', () => {
    const onDisk = filesBelow(root, 'src').toSorted()
    expect(house.modules.filter((path) => /\.tsx?$/.test(path)).toSorted()).toEqual(onDisk)
    console.info(
      `rule lint: ${house.modules.length} modules cruised, ${onDisk.length} TypeScript files on disk`,
    )
  })

  it('keeps every rule', () => {
    expect(house.violations).toEqual([])
  })

  it('has short files with names that say something', () => {
    const files = ['src', 'test', 'benchmarks'].flatMap((folder) => filesBelow(root, folder))
    const sizes = files
      .filter((path) => path !== 'src/server/db/schema.ts' && path !== 'src/web/api-schema.ts') // generated
      .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length - 1 }))
    const tooLong = sizes.filter(
      ({ path, lines }) => lines > (path.includes('.test.') ? maximumLines.test : maximumLines.source),
    )
    const sources = sizes
      .filter(({ path }) => path.startsWith('src/') && !path.includes('.test.'))
      .map(({ lines }) => lines)
    const sorted = sources.toSorted((a, b) => a - b)
    console.info(
      `sizes: ${sorted.length} source files, median ${sorted[sorted.length >> 1]} lines, maximum ${sorted.at(-1)}`,
    )
    expect(tooLong).toEqual([])
    expect(files.filter((path) => forbiddenNames.test(path))).toEqual([])
    expect(files.filter((path) => !/^[a-z0-9./-]+$/.test(path))).toEqual([])
  })

  it('has no clock, no chance and no default export where none may be', () => {
    const pure = ['src/domain', 'src/contract', 'src/language'].flatMap((folder) => filesBelow(root, folder))
    const impure = pure
      .filter((path) => !path.includes('.test.'))
      .filter((path) =>
        /\bMath\.random\b|\bnew Date\b|\bDate\.|\bperformance\./.test(readFileSync(join(root, path), 'utf8')),
      )
    expect(impure).toEqual([])
  })
})

/** One planted violation for each rule: file → what it imports. */
const planted: Record<string, { readonly at: string; readonly imports: string; readonly also?: string }> = {
  'no-cycles': { at: 'src/domain/chain/a.ts', imports: './b.ts', also: 'src/domain/chain/b.ts→./a.ts' },
  resolvable: { at: 'src/server/http/a.ts', imports: './nowhere.ts' },
  'domain-base': { at: 'src/domain/a.ts', imports: './chain/b.ts', also: 'src/domain/chain/b.ts' },
  'domain-is-pure': { at: 'src/domain/chain/a.ts', imports: 'node:fs' },
  'chapter-order-chain': {
    at: 'src/domain/chain/a.ts',
    imports: '../assess/b.ts',
    also: 'src/domain/assess/b.ts',
  },
  'chapter-order-visits': {
    at: 'src/domain/visits/a.ts',
    imports: '../assess/b.ts',
    also: 'src/domain/assess/b.ts',
  },
  'chapter-order-assess': {
    at: 'src/domain/assess/a.ts',
    imports: '../develop/b.ts',
    also: 'src/domain/develop/b.ts',
  },
  'chapter-order-develop': {
    at: 'src/domain/develop/a.ts',
    imports: '../cultivate/b.ts',
    also: 'src/domain/cultivate/b.ts',
  },
  'chapter-order-cultivate': {
    at: 'src/domain/cultivate/a.ts',
    imports: '../maintain/b.ts',
    also: 'src/domain/maintain/b.ts',
  },
  'rhythm-stands-alone': { at: 'src/rhythm/a.ts', imports: '../domain/b.ts', also: 'src/domain/b.ts' },
  'routing-stands-alone': { at: 'src/routing/a.ts', imports: '../domain/b.ts', also: 'src/domain/b.ts' },
  'routing-check-is-independent': {
    at: 'src/routing/check.ts',
    imports: './solve.ts',
    also: 'src/routing/solve.ts',
  },
  'contract-reads-domain': { at: 'src/contract/a.ts', imports: '../server/b.ts', also: 'src/server/b.ts' },
  'language-reads-domain': {
    at: 'src/language/a.ts',
    imports: '../contract/b.ts',
    also: 'src/contract/b.ts',
  },
  'server-not-web-or-cli': { at: 'src/server/a.ts', imports: '../web/b.ts', also: 'src/web/b.ts' },
  'web-not-server-or-cli': { at: 'src/web/a.ts', imports: '../cli/b.ts', also: 'src/cli/b.ts' },
  'web-not-node': { at: 'src/web/a.ts', imports: 'node:fs' },
  'server-slices-meet-in-domain': {
    at: 'src/server/assess/a.ts',
    imports: '../chain/b.ts',
    also: 'src/server/chain/b.ts',
  },
  'web-slices-meet-in-ui': { at: 'src/web/assess/a.ts', imports: '../data/b.ts', also: 'src/web/data/b.ts' },
  'sql-in-stores': { at: 'src/server/assess/rank.ts', imports: 'pg' },
  'http-framework-at-the-edge': { at: 'src/server/assess/rank.ts', imports: 'hono' },
  'nobody-imports-tests': { at: 'src/domain/a.ts', imports: './b.test.ts', also: 'src/domain/b.test.ts' },
}

describe('a planted violation is caught', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tonnage-house-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))

  it('there is one for each rule', () => {
    expect(Object.keys(planted).toSorted()).toEqual(forbidden.map(({ name }) => name ?? '').toSorted())
  })

  it.each(Object.entries(planted))('%s', async (rule, { at, imports, also }) => {
    rmSync(join(folder, 'src'), { recursive: true, force: true })
    write(at, `import '${imports}'\nexport {}\n`)
    const [beside, back] = (also ?? '').split('→')
    if (beside) write(beside, back ? `import '${back}'\nexport {}\n` : 'export const b = 1\n')
    const { violations } = await cruiseHouse(folder)
    expect(violations.map((violation) => violation.rule)).toContain(rule)
  })

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
})

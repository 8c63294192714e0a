import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, dataFolder, finish, inFreshFolder, tonnage } from './run-tonnage.ts'

/**
 * Sales files in the shapes of real offices through the command line, each alone in a fresh folder with the SKUs it needs.
 * A file without a market column is told its market and nothing else. `npx tsx benchmarks/messy.ts [part of a name]`
 */
type Truth = {
  readonly refused?: true
  readonly rows?: number
  readonly cases?: number
  readonly ml?: number
  readonly fen?: number
  readonly accounts?: number
  readonly skus?: number
  readonly firstDay?: string
  readonly lastDay?: string
  readonly rejected?: number
  readonly unchanged?: number
}

const messy = join(dataFolder, 'messy')
const truths = JSON.parse(readFileSync(join(messy, 'truth.json'), 'utf8')) as Record<string, Truth>
const only = process.argv[2] ?? ''
const homeMap = JSON.stringify({ constants: { market_code: 'M01', market_name: '临江市' } })

for (const name of readdirSync(messy).filter((file) => file in truths && file.includes(only))) {
  await inFreshFolder(async (folder) => {
    const wanted = truths[name] ?? {}
    await tonnage(folder, 'import', join(messy, 'skus.csv'), '--as', 'products')
    const home = join(folder, 'map.json')
    writeFileSync(home, homeMap)
    const words = ['import', join(messy, name), '--as', 'movements', '--create-missing']
    let ran = await tonnage(folder, ...words)
    if (!wanted.refused && ran.json['rowsAccepted'] !== wanted.rows)
      ran = await tonnage(folder, ...words, '--map', home)
    if (wanted.refused) {
      const problem = ran.json['problem'] as { code: string; detail: string } | undefined
      check(`${name}: refused`, ran.status, 3)
      console.log(`     ${problem?.code}: ${problem?.detail}`)
      return
    }
    const seen = (ran.json['seen'] ?? {}) as {
      accounts: number
      skus: number
      firstDay: string
      lastDay: string
    }
    const totals = (ran.json['totals'] ?? {}) as { millilitres: number; cases: number; amountMinor: number }
    const got: Truth = {
      rows: Number(ran.json['rowsAccepted']),
      cases: totals.cases,
      ml: totals.millilitres,
      fen: totals.amountMinor,
      accounts: seen.accounts,
      skus: seen.skus,
      firstDay: seen.firstDay,
      lastDay: seen.lastDay,
      rejected: Number(ran.json['rowsRejected']),
      unchanged: Number(ran.json['unchanged']),
    }
    const keys = Object.keys(got).filter((key) => key in wanted) as (keyof Truth)[]
    check(
      name,
      keys.map((key) => got[key]),
      keys.map((key) => wanted[key]),
    )
    if (ran.json['problem']) console.log(`     ${JSON.stringify(ran.json['problem'])}`)
  })
}
finish()

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, dataFolder, finish, inFreshFolder, tonnage, type Ran } from './run-tonnage.ts'

/**
 * A real wholesaler's ledger (State of Iowa open data, 273,148 lines) through the command line, compared with figures that
 * were computed apart: import, assessment of the last twelve months, import again, undo, import once more.
 * `npx tsx benchmarks/iowa.ts`
 */
type Top = {
  readonly account: string
  readonly name: string
  readonly market: string
  readonly value: number
}
type Truth = {
  readonly import: Record<
    'lines' | 'litres' | 'amount' | 'cost' | 'rejected' | 'accounts' | 'skus' | 'markets',
    number
  >
  readonly last12Months: {
    readonly total: Record<'litres' | 'amount' | 'margin', number>
    readonly markets: Record<string, Record<'litres' | 'amount' | 'margin', number>>
    readonly accounts: number
    readonly topByLitres: Top[]
    readonly topByAmount: Top[]
    readonly topByMargin: Top[]
  }
  readonly raw: Record<string, { readonly lines: number; readonly litres: number; readonly amount: number }>
}
type Assessed = {
  readonly account: string
  readonly name: string
  readonly market: string
  readonly tonnageLitres: number
  readonly revenue: number
  readonly contribution: number | null
  readonly marketShare: number
}

const iowa = join(dataFolder, 'iowa')
const truth = JSON.parse(readFileSync(join(iowa, 'truth.json'), 'utf8')) as Truth
const line = [
  'import',
  join(iowa, 'sales.csv.gz'),
  '--as',
  'movements',
  '--map',
  join(iowa, 'map.json'),
  '--create-missing',
]
const ask = ['assess', '--as-of', '2022-10-31']

await inFreshFolder(async (folder) => {
  const first = await tonnage(folder, ...line)
  checkImport(first)
  const assessed = await tonnage(folder, ...ask)
  checkAssessment(assessed)
  console.log(
    `     import ${first.seconds.toFixed(1)} s, assess ${assessed.seconds.toFixed(1)} s (whole commands, database start included)`,
  )

  const again = await tonnage(folder, ...line)
  check('again: accepted', again.json['rowsAccepted'], 0)
  check('again: unchanged', again.json['unchanged'], truth.import.lines)
  check('again: same assessment', figures(await tonnage(folder, ...ask)), figures(assessed))

  const undone = await tonnage(folder, 'import', 'undo', String(first.json['batch']))
  check('undo: exit', undone.status, 0)
  const empty = await tonnage(folder, ...ask)
  check('undo: nothing is left', sum(accountsOf(empty), 'tonnageLitres'), 0)
  check('undo: the ledger agrees', (await tonnage(folder, 'check')).json['ok'], true)

  checkImport(await tonnage(folder, ...line))
  check('once more: same assessment', figures(await tonnage(folder, ...ask)), figures(assessed))
  check('once more: the ledger agrees', (await tonnage(folder, 'check')).json['ok'], true)
})

for (const [name, wanted] of Object.entries(truth.raw).filter(([key]) => key !== 'note')) {
  await inFreshFolder(async (folder) => {
    const { json } = await tonnage(
      folder,
      'import',
      join(iowa, 'raw', name),
      '--as',
      'movements',
      '--create-missing',
    )
    const totals = json['totals'] as { millilitres: number; amountMinor: number }
    console.log(
      `     ${name}: read ${String(json['rowsRead'])}, accepted ${String(json['rowsAccepted'])}, refused ${JSON.stringify(json['rejectedBy'])}`,
    )
    check(`${name}: lines before refusals`, json['rowsRead'], wanted.lines)
    const [litres, amount] = [totals.millilitres / 1000, totals.amountMinor / 100]
    // The truth counts lines before refusals: with refused ones the figures can only be laid side by side.
    if (json['rowsRejected'] === 0)
      check(`${name}: litres, amount`, [litres, amount], [wanted.litres, wanted.amount])
    else console.log(`     accepted ${litres} L, ${amount}; all lines ${wanted.litres} L, ${wanted.amount}`)
  })
}
finish()

function checkImport({ json }: Ran): void {
  const seen = json['seen'] as { markets: number; accounts: number; skus: number }
  const totals = json['totals'] as { millilitres: number; amountMinor: number; costMinor: number }
  check('import: accepted', json['rowsAccepted'], truth.import.lines)
  check('import: refused', json['rowsRejected'], truth.import.rejected)
  check('import: litres', totals.millilitres / 1000, truth.import.litres)
  check('import: amount', totals.amountMinor / 100, truth.import.amount)
  check('import: cost', totals.costMinor / 100, truth.import.cost)
  check(
    'import: accounts, SKUs, markets',
    [seen.accounts, seen.skus, seen.markets],
    [truth.import.accounts, truth.import.skus, truth.import.markets],
  )
}

function checkAssessment(ran: Ran): void {
  const all = accountsOf(ran)
  const { last12Months: wanted } = truth
  check('assess: accounts with volume', all.filter((a) => a.tonnageLitres !== 0).length, wanted.accounts)
  check('assess: litres', sum(all, 'tonnageLitres'), wanted.total.litres)
  check('assess: revenue', sum(all, 'revenue'), wanted.total.amount)
  check('assess: contribution', sum(all, 'contribution'), wanted.total.margin)
  for (const [market, figure] of Object.entries(wanted.markets)) {
    const here = all.filter((a) => a.market === market)
    check(`assess: ${market} litres`, sum(here, 'tonnageLitres'), figure.litres)
    check(`assess: ${market} contribution`, sum(here, 'contribution'), figure.margin)
    const shares = here.every((a) => Math.abs(a.marketShare - a.tonnageLitres / figure.litres) < 1e-9)
    check(`assess: ${market} shares`, shares, true)
  }
  checkTop('litres', all, (a) => a.tonnageLitres, wanted.topByLitres)
  checkTop('revenue', all, (a) => a.revenue, wanted.topByAmount)
  checkTop('contribution', all, (a) => a.contribution ?? 0, wanted.topByMargin)
}

function checkTop(
  what: string,
  all: readonly Assessed[],
  value: (a: Assessed) => number,
  wanted: readonly Top[],
): void {
  const top = all
    .toSorted((a, b) => value(b) - value(a) || (a.account < b.account ? -1 : 1))
    .slice(0, wanted.length)
    .map((a) => [a.account, a.name, a.market, value(a)])
  check(
    `assess: top ${wanted.length} by ${what}`,
    top,
    wanted.map((w) => [w.account, w.name, w.market, w.value]),
  )
}

function accountsOf({ json }: Ran): Assessed[] {
  return json['accounts'] as Assessed[]
}

function figures(ran: Ran): string {
  return accountsOf(ran)
    .map((a) =>
      [a.account, a.name, a.market, a.tonnageLitres, a.revenue, a.contribution, a.marketShare].join('|'),
    )
    .toSorted()
    .join('\n')
}

function sum(all: readonly Assessed[], key: 'tonnageLitres' | 'revenue' | 'contribution'): number {
  return Number(all.reduce((total, a) => total + (a[key] ?? 0), 0).toFixed(3))
}

import type { Writable } from 'node:stream'
import type { RankedAccount, Ranking } from '../../contract/assess.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { tableWriter, type Cell, type FileFormat } from './table-file.ts'

type Column = readonly [name: string, of: (account: RankedAccount) => Cell]

/** The columns of the command line's `assess`, flat. Litres and money have their unit in the contract. */
const columns: readonly Column[] = [
  ['rank', (a) => a.rank],
  ['account', (a) => a.account],
  ['name', (a) => a.name],
  ['parent', (a) => a.parent],
  ['market', (a) => a.market],
  ['market_name', (a) => a.marketName],
  ['standing', (a) => a.standing],
  ['tonnage_litres', (a) => a.tonnageLitres],
  ['market_share', (a) => a.marketShare],
  ['revenue', (a) => a.revenue],
  ['contribution', (a) => a.contribution],
  ['cost_coverage', (a) => a.costCoverage],
  ['score', (a) => a.score],
  ['volume', (a) => a.parts.volume],
  ['profit', (a) => a.parts.profit],
  ['strength', (a) => a.parts.strength],
  ['potential', (a) => a.parts.potential],
  ['completeness', (a) => a.completeness],
  ['loyalty', (a) => a.loyalty.state],
  ['silent_days', (a) => a.loyalty.silentDays],
  ['usual_days', (a) => a.loyalty.usualDays],
  ['robustness', (a) => a.robustness],
]

const costly = new Set(['contribution', 'cost_coverage', 'profit'])
const lot = 1000

/** Writes a ranking as a table; answers how many accounts there were. What needs a right is left out without it. */
export async function writeRanking(
  ranking: Ranking,
  caller: Caller,
  format: FileFormat,
  out: Writable,
): Promise<number> {
  const shown = columns.filter(([name]) => !costly.has(name) || caller.rights.has('contribution.read'))
  const file = tableWriter(format, out, ['as_of', ...shown.map(([name]) => name)])
  for (let at = 0; at < ranking.accounts.length; at += lot) {
    const some = ranking.accounts.slice(at, at + lot)
    await file.write(some.map((account) => [ranking.asOf, ...shown.map(([, of]) => of(account))]))
  }
  await file.end()
  return ranking.accounts.length
}

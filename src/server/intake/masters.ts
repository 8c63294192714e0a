import type { ImportKind } from '../../contract/intake.ts'
import type { Day } from '../../domain/day.ts'
import type { Changing } from './change-store.ts'
import { importAccounts } from './master-accounts.ts'
import { importLinks, importPeople } from './master-dated.ts'
import { importPrices } from './master-prices.ts'
import { importMarkets } from './master-markets.ts'
import { importProducts } from './master-products.ts'
import { masterOutcome, readMasters, type MasterFile } from './master-rows.ts'
import type { Job, Outcome, Rows } from './movements.ts'
import { dayIn } from '../db/company-day.ts'

type Kind = Exclude<ImportKind, 'movements'>
type Importer = (job: Job, changing: Changing, file: MasterFile, today: Day) => Promise<void>

const importers: Readonly<Record<Kind, Importer>> = {
  markets: importMarkets,
  accounts: importAccounts,
  products: importProducts,
  'supply-links': importLinks,
  prices: importPrices,
  people: (job, _changing, file) => importPeople(job, file),
}

/** Markets, accounts, products, supply links, prices, people: updated by key; what a file leaves open stays as it is. */
export async function importMasters(job: Job, kind: Kind, rows: Rows): Promise<Outcome> {
  const file = await readMasters(job, rows)
  const changing = { batch: job.posting.batch, home: job.home, newId: job.deps.newId }
  job.step('settle', file.read)
  await importers[kind](job, changing, file, dayIn(job.rules.timeZone, job.posting.at))
  return masterOutcome(file)
}

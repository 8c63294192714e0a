import type { ImportKind } from '../../contract/intake.ts'
import { Refused } from '../../domain/problem.ts'
import type { Job, Outcome, Rows } from './movements.ts'

/** Masters: markets, accounts, products, supply links, prices, people. */
export function importMasters(
  _job: Job,
  kind: Exclude<ImportKind, 'movements'>,
  _rows: Rows,
): Promise<Outcome> {
  throw new Refused('import/kind-unknown', { kind })
}

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { ImportResult, RunImport } from '../../contract/intake.ts'
import { Refused } from '../../domain/problem.ts'
import { lookUp, type Locale } from '../../language/index.ts'
import type { Tx } from '../db/transaction.ts'
import { changedSince } from './trial-store.ts'

type Wish = Pick<RunImport, 'map' | 'createMissing' | 'allOrNothing'>

/** What a trial was of, and what it said: an import "as tried" must come to the same. */
export type Tried = {
  readonly at: string
  readonly wish: string
  readonly outcome: Outcome
}

type Outcome = Pick<
  ImportResult,
  'rowsAccepted' | 'unchanged' | 'corrected' | 'rowsRejected' | 'created' | 'totals'
>

/** The same wish as text, in whatever order its keys came. */
export function wishText({ map, createMissing, allOrNothing }: Wish): string {
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : value !== null && typeof value === 'object'
        ? Object.entries(value)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, one]) => [key, sorted(one)])
        : value
  return JSON.stringify(sorted({ map: map ?? {}, createMissing, allOrNothing }))
}

function outcomeOf(result: Outcome): Outcome {
  const { rowsAccepted, unchanged, corrected, rowsRejected, created, totals } = result
  return { rowsAccepted, unchanged, corrected, rowsRejected, created, totals }
}

export function triedOf(wish: Wish, result: ImportResult, at: Date): Tried {
  return { at: at.toISOString(), wish: wishText(wish), outcome: outcomeOf(result) }
}

/** Throws where somebody else's doing since the trial makes the import come to something else, and says what. */
export async function refuseIfDifferent(
  tx: Tx,
  tried: Tried,
  result: ImportResult,
  locale: Locale,
): Promise<void> {
  const now = outcomeOf(result)
  if (wholeText(now) === wholeText(tried.outcome)) return
  const batch = await changedSince(tx, new Date(tried.at), result.batch)
  throw new Refused('import/outcome-differs', {
    was: words(locale, tried.outcome),
    now: words(locale, now),
    ...(batch === undefined ? {} : { batch }),
  })
}

const wholeText = ({ created, totals, ...counts }: Outcome) =>
  [
    counts.rowsAccepted,
    counts.unchanged,
    counts.corrected,
    counts.rowsRejected,
    created.markets,
    created.accounts,
    created.skus,
    totals.millilitres,
    totals.amountMinor,
    totals.costMinor,
  ].join()

function words(locale: Locale, { rowsAccepted, unchanged, corrected, rowsRejected }: Outcome): string {
  const facts = { taken: rowsAccepted, unchanged, corrected, back: rowsRejected }
  return lookUp(locale, 'import.outcome', facts) ?? ''
}

export async function digestOf(path: string): Promise<Buffer> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) hash.update(piece)
  return hash.digest()
}

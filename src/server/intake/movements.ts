import type { ImportResult } from '../../contract/intake.ts'
import type { Line } from '../../domain/chain/line.ts'
import { calendar, type BatchOfPostings, type Posted, type Sheet } from '../../domain/chain/sheet.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Locale } from '../../language/index.ts'
import type { Tx } from '../db/transaction.ts'
import type { CompanyRules } from './batch-store.ts'
import { Book, settleSize } from './book.ts'
import { lookUp } from './meet.ts'
import type { IntakeDeps } from './ports.ts'
import type { ReadRow } from './read/open-types.ts'
import type { Refusals } from './refusals.ts'
import { namedSamples, type LineSamples } from './samples.ts'
import { settle, type Counted } from './settle.ts'
import { noteLine, sheetLine, takeLine, waitsForSize } from './take-line.ts'
import type { LineRules, Sized, Taken } from './take-line.ts'
import { Warned } from './warned.ts'

export type Rows = { readonly batches: AsyncIterable<readonly ReadRow[]> }

export type Job = {
  readonly deps: IntakeDeps
  readonly tx: Tx
  readonly rules: CompanyRules
  readonly posting: BatchOfPostings
  /** Under which market's (or HQ's) name changes of what belongs to no market are kept. */
  readonly home: string
  readonly locale: Locale
  readonly createMissing: boolean
  readonly lineRules: LineRules
  /** Of the mapping: tells one origin's document numbers from another's. */
  readonly source: string
  readonly sized: Sized
  /** No column or constant says customers' codes. */
  readonly named: boolean
  /** Each line is a month's total, not an order. */
  readonly monthly: boolean
  readonly refusals: Refusals
  readonly step: (step: string, done: number) => void
  /** Opens the file again from its start: for the cells of lines that were refused at the end. */
  readonly again: () => Promise<Rows & { close(): Promise<void> }>
}

export type Outcome = Pick<
  ImportResult,
  | 'rowsRead'
  | 'rowsAccepted'
  | 'unchanged'
  | 'corrected'
  | 'created'
  | 'updated'
  | 'seen'
  | 'totals'
  | 'warnings'
  | 'warned'
> & {
  readonly posted: Posted
  /** Some of its lines of each kind; only before the transaction ends. */
  readonly samples?: () => Promise<LineSamples>
  /** Markets whose masters changed, beside those of the posted lines. */
  readonly touched?: readonly string[]
  /** Every refusal with its row, in the file's order. */
  readonly rejected: () => AsyncIterable<{ readonly row: ReadRow; readonly problem: Problem }>
}

/** Lines that wait for another line to say what a unit or a case holds; more than these go by what is known before. */
const WAITING = 20_000

type Reading = {
  readonly book: Book
  readonly sheet: Sheet
  readonly waiting: { readonly n: number; readonly row: ReadRow & { readonly ok: true } }[]
  readonly warned: Warned
  read: number
  staged: number
}

/**
 * Movements from a file into the ledger, in the caller's transaction. Lines stream: memory grows with the accounts and products
 * that the file names, not with its lines.
 */
export async function importMovements(job: Job, rows: Rows): Promise<Outcome> {
  const { deps, tx, refusals, locale } = job
  const reading: Reading = {
    book: new Book(job.named),
    sheet: await deps.ledger.openSheet(tx),
    waiting: [],
    warned: new Warned(),
    read: 0,
    staged: 0,
  }
  const stage = stager(job, reading)
  const take = (line: Line, row: ReadRow, n: number) => {
    const verdict = takeLine(reading.book, line, job.lineRules)
    if (verdict.ok) stage(verdict.taken, n)
    else refusals.add(row, verdict.problem, locale)
  }
  try {
    for await (const lot of rows.batches) {
      for (const row of lot) if (row.ok) reading.book.meet(row.record as Line)
      await lookUp(deps, tx.scope, reading.book)
      for (const row of lot) {
        reading.read += 1
        if (!row.ok) refusals.add(row, row.problem, locale)
        else {
          const line = row.record as Line
          if (waitsForSize(line, job.sized) && reading.waiting.length < WAITING)
            reading.waiting.push({ n: reading.read, row })
          else take(line, row, reading.read)
        }
      }
      const drained = reading.sheet.drained()
      if (drained) await drained
      job.step('read', reading.read)
    }
  } catch (error) {
    // A copy that is left open would hold the connection, and with it the lock, for good.
    await reading.sheet.abandon()
    throw error
  }
  for (const { row } of reading.waiting) {
    const line = row.record as Line
    const entry = line.skuCode === undefined ? undefined : reading.book.sku(line.skuCode)
    if (entry) settleSize(entry, line)
  }
  for (const { n, row } of reading.waiting) take(row.record as Line, row, n)
  await reading.sheet.close()
  return post(job, reading)
}

function stager(job: Job, reading: Reading) {
  const whenOf = calendar()
  const keyOf = job.deps.ledger.keyOf
  return (taken: Taken, n: number) => {
    noteLine(reading.book, taken, job.lineRules.today, reading.warned.line)
    reading.sheet.add(sheetLine(taken, n, job.source, whenOf(taken.line.day), keyOf))
    reading.staged += 1
  }
}

async function post(job: Job, reading: Reading): Promise<Outcome> {
  const { deps, tx, posting } = job
  const { book } = reading
  const warn = reading.warned.count
  const { ledger } = deps
  job.step('settle', reading.read)
  const changing = { batch: posting.batch, home: job.home, newId: deps.newId }
  const settled = await settle(tx, book, {
    changing,
    hq: job.rules.hq,
    createMissing: job.createMissing,
    warn,
  })
  for (const [column, entries] of [
    ['account', book.accounts],
    ['sku', book.skus],
  ] as const) {
    const pairs = entries.flatMap(({ n, alias }) => (alias ? [[n, alias.n] as const] : []))
    await ledger.mergeNumbers(tx, column, pairs)
  }
  const refusedAccounts = book.accounts.filter((entry) => (entry.alias ?? entry).refused)
  const refusedSkus = book.skus.filter((entry) => (entry.alias ?? entry).refused)
  await ledger.refuseLines(
    tx,
    refusedAccounts.map(({ n }) => n),
    refusedSkus.map(({ n }) => n),
  )
  warn(
    'account/by-name',
    book.accounts.reduce((sum, entry) => sum + (entry.byName ? entry.lines : 0), 0),
  )
  const judged = await ledger.judge(tx)
  warn('line/equal', judged.equal)
  job.step('post', reading.read)
  const placed = book.accounts.filter((entry) => !entry.alias && !entry.refused && (entry.known ?? entry.id))
  const products = book.skus.filter((entry) => !entry.alias && !entry.refused && (entry.id ?? entry.known))
  const places = {
    accounts: {
      n: placed.map(({ n }) => n),
      market: placed.map((entry) => entry.known?.market ?? entry.market?.id ?? ''),
      id: placed.map((entry) => entry.known?.id ?? entry.id ?? ''),
    },
    skus: { n: products.map(({ n }) => n), id: products.map((entry) => entry.id ?? entry.known?.id ?? '') },
  }
  if (job.monthly) warn('line/month-there', await ledger.monthsThere(tx, places))
  const posted = await ledger.postSheet(tx, posting, places, {
    corrected: judged.corrected,
    last: reading.read,
  })
  const accepted = posted.markets.reduce((sum, market) => sum + market.lines, 0)
  const late = reading.staged - accepted - judged.unchanged
  const rejected = await lateRefusals(job, book, late)
  return {
    rowsRead: reading.read,
    rowsAccepted: accepted,
    unchanged: judged.unchanged,
    corrected: judged.corrected,
    ...settled,
    seen: seenOf(book),
    totals: totalsOf(posted),
    ...reading.warned.told,
    posted,
    samples: async () =>
      namedSamples(
        book,
        await ledger.sampleSheet(
          tx,
          posting.batch,
          posted.markets.map(({ market }) => market),
        ),
      ),
    rejected,
  }
}

/**
 * Lines that were refused when all had been read: what they held is read again, since the file may be larger than memory. The
 * book and the numbers are the same, so each line is judged as before.
 */
async function lateRefusals(job: Job, book: Book, late: number): Promise<Outcome['rejected']> {
  const { refusals, locale } = job
  if (late === 0 && refusals.complete) {
    return async function* kept() {
      for (const one of refusals.rows) yield { row: { ...one, ok: false as const }, problem: one.problem }
    }
  }
  const here = await job.deps.ledger.refusedHere(job.tx)
  const conflicts = new Set(here.conflicts)
  const outOfReach = new Set(here.outOfReach)
  const problemOf = (row: ReadRow, n: number): Problem | undefined => {
    if (!row.ok) return row.problem
    const verdict = takeLine(book, row.record as Line, job.lineRules)
    if (!verdict.ok) return verdict.problem
    const { account, seller, sku, line } = verdict.taken
    const entry =
      (account.alias ?? account).refused ?? (seller?.alias ?? seller)?.refused ?? (sku.alias ?? sku).refused
    if (entry) return entry
    if (conflicts.has(n))
      return { code: 'line/conflict', facts: { doc: line.doc ?? '', line: line.line ?? '' } }
    return outOfReach.has(n) ? { code: 'line/out-of-reach', facts: {} } : undefined
  }
  const all = async function* again() {
    const rows = await job.again()
    try {
      let n = 0
      for await (const lot of rows.batches) {
        for (const row of lot) {
          n += 1
          const problem = problemOf(row, n)
          if (problem) yield { row, problem }
        }
      }
    } finally {
      await rows.close()
    }
  }
  if (late > 0) {
    refusals.forget()
    for await (const { row, problem } of all()) refusals.add(row, problem, locale)
  }
  return refusals.complete ? lateRefusals(job, book, 0) : all
}

function seenOf(book: Book): ImportResult['seen'] {
  const accounts = book.accounts.filter((entry) => entry.lines > 0 && !entry.alias && !entry.refused)
  const markets = new Set(accounts.map((entry) => entry.market?.key))
  const skus = book.skus.filter((entry) => entry.lines > 0 && !entry.alias && !entry.refused)
  const days = accounts.flatMap(({ first, last }) => [first, last]).filter((day) => day !== '')
  const counted: Counted = { markets: markets.size, accounts: accounts.length, skus: skus.length }
  const [firstDay, lastDay] = [days.reduce(earlier, ''), days.reduce((a, b) => (b > a ? b : a), '')]
  return { ...counted, firstDay: firstDay || null, lastDay: lastDay || null }
}

function earlier(a: string, b: string): string {
  return a === '' || b < a ? b : a
}

function totalsOf({ markets }: Posted): ImportResult['totals'] {
  const sum = (of: (market: Posted['markets'][number]) => number) =>
    markets.reduce((total, one) => total + of(one), 0)
  const costed = sum(({ costedLines }) => costedLines)
  return {
    millilitres: sum(({ millilitres }) => millilitres),
    cases: sum(({ milliCases }) => milliCases) / 1000,
    amountMinor: sum(({ amountMinor }) => amountMinor),
    costMinor: costed === 0 ? null : sum(({ costMinor }) => costMinor),
  }
}

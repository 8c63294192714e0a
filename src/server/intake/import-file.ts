import type { ColumnMap, ImportKind, ImportResult, TrialSamples } from '../../contract/intake.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { ok, refuse, Refused, type Problem, type Result } from '../../domain/problem.ts'
import { problemOf } from '../db/constraint-problems.ts'
import { audit } from '../db/audit.ts'
import { takeLedgerLock } from '../db/ledger-lock.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { beginBatch, companyRules, failBatch, finishBatch, markInterrupted } from './batch-store.ts'
import { rememberedMap, rememberMap, runningFile } from './batch-store.ts'
import { importMasters } from './masters.ts'
import { withMoney } from './money-told.ts'
import { importMovements, type Job, type Outcome } from './movements.ts'
import type { IntakeDeps } from './ports.ts'
import { openFile } from './read/open.ts'
import type { Opened } from './read/open-types.ts'
import { refusedFile } from './refused-file.ts'
import { Refusals } from './refusals.ts'
import { namesCustomers, sizedBy } from './sized.ts'
import { lineRules } from './take-line.ts'
import { batchNames, changedBy } from './trial-store.ts'
import { refuseIfDifferent, type Tried } from './tried.ts'

export type ImportRequest = {
  readonly path: string
  readonly fileName: string
  readonly kind: ImportKind
  readonly map: ColumnMap | null
  readonly dryRun: boolean
  readonly createMissing: boolean
  readonly allOrNothing: boolean
  /** A batch that waits already, uploaded. */
  readonly batch?: string
  /** What a trial said: the import is refused if it would come to anything else. */
  readonly tried?: Tried
}

/** `share`: of the file read, 0…1, while it is read. */
export type Progress = { readonly step: string; readonly done: number; readonly share?: number }

/** Carries the result of a trial out of the transaction that it rolls back. */
class Trial extends Error {
  readonly result: ImportResult
  constructor(result: ImportResult) {
    super('a trial is rolled back')
    this.result = result
  }
}

/**
 * Brings a file in: all of its good lines, or none, in one transaction, with the batch that can be undone. A trial does the same
 * and rolls back. Refused: no right; a file that cannot be read, or from which nothing can be used; another import running;
 * refusals where the caller wants all or nothing.
 */
export async function importFile(
  deps: IntakeDeps,
  caller: Caller,
  request: ImportRequest,
  onProgress: (progress: Progress) => void,
): Promise<Result<ImportResult>> {
  if (!caller.rights.has('import.run')) return refuse('person/no-right', { right: 'import.run' })
  const { path, fileName, kind, map } = request
  const said = { source: sourceOf(map) }
  const remembered = async (shape: Buffer) => {
    const found = await rememberedMap(deps, kind, shape)
    said.source ??= sourceOf(found)
    return found
  }
  const open = () => openFile({ path, fileName, kind, map, remembered })
  const opened = await open()
  if (!opened.ok) return opened
  const again = async () => {
    const second = await open()
    if (!second.ok) throw new Refused(second.problem.code, second.problem.facts)
    return second.value
  }
  const batch = request.batch ?? deps.newId()
  const begun = { yes: false }
  try {
    const run = (tx: Tx) =>
      inTransaction(
        tx,
        deps,
        caller,
        { ...request, batch, source: said.source ?? '' },
        opened.value,
        again,
        (progress) =>
          onProgress(
            progress.step === 'read'
              ? { ...progress, share: opened.value.bytesRead() / Math.max(1, opened.value.bytesTotal()) }
              : progress,
          ),
        begun,
      )
    return ok(await inScope(deps.db, caller.scope, run))
  } catch (error) {
    if (error instanceof Trial) return ok(error.result)
    const problem = problemOf(error)
    // Who stopped it says so himself: a poll in between must not see a failure.
    if (begun.yes && problem?.code !== 'import/stopped-by-person')
      await failBatch(deps, batch, problem ?? { code: 'import/stopped', facts: {} })
    if (!problem) throw error
    return { ok: false, problem }
  } finally {
    await opened.value.close()
  }
}

type Wish = ImportRequest & { readonly batch: string; readonly source: string }

/** The map's name for where the documents come from: tells one origin's numbers from another's. */
function sourceOf(map: ColumnMap | null): string | undefined {
  const source = map?.constants?.['source']
  return source === undefined ? undefined : String(source)
}

async function inTransaction(
  tx: Tx,
  deps: IntakeDeps,
  caller: Caller,
  wish: Wish,
  opened: Opened,
  again: () => Promise<Opened>,
  onProgress: (progress: Progress) => void,
  begun: { yes: boolean },
): Promise<ImportResult> {
  if (!(await takeLedgerLock(tx)))
    throw new Refused('import/running', { fileName: (await runningFile(deps)) ?? '' })
  const rules = await companyRules(tx)
  if (!rules) throw new Refused('company/missing')
  await markInterrupted(deps, wish.batch)
  const { batch, kind, fileName, map } = wish
  const at = deps.now()
  if (!wish.dryRun) {
    await beginBatch(deps, { id: batch, kind, fileName, actor: caller.actor, map })
    begun.yes = true
  }
  const clock = stopwatch(onProgress)
  const job: Job = {
    deps,
    tx,
    rules,
    again,
    locale: caller.locale,
    createMissing: wish.createMissing,
    lineRules: lineRules(rules, wish.createMissing, at),
    step: clock.step,
    posting: {
      batch,
      seed: deps.newId(),
      at,
    },
    home: caller.scope === '*' ? rules.hq : (caller.scope[0] ?? rules.hq),
    source: wish.source,
    sized: sizedBy(opened.understood),
    named: namesCustomers(opened.understood),
    monthly: opened.understood.layout === 'months',
    refusals: new Refusals(),
  }
  const outcome =
    kind === 'movements' ? await importMovements(job, opened) : await importMasters(job, kind, opened)
  const rejectedFile = await writeRejected(job, outcome, opened, batch)
  const { posted, rejected: _rejected, samples: _samples, touched, ...counted } = outcome
  const rowsRejected = outcome.rowsRead - outcome.rowsAccepted - outcome.unchanged
  if (wish.allOrNothing && rowsRejected > 0) throw new Refused('import/refusals', { count: rowsRejected })
  if (rowsRejected > 0 && outcome.rowsRead === rowsRejected)
    throw new Refused('file/nothing-usable', nothing(outcome, job.refusals))
  const result: ImportResult = {
    batch,
    dryRun: wish.dryRun,
    ...counted,
    warnings: withMoney(outcome, opened.understood, rules.currency),
    rowsRejected,
    rejectedFile,
    rejectedBy: job.refusals.by,
    understood: opened.understood,
    seconds: clock.seconds(),
  }
  if (wish.tried) await refuseIfDifferent(tx, wish.tried, result, caller.locale)
  if (wish.dryRun) throw new Trial({ ...result, samples: await samplesOf(tx, outcome, batch) })
  const markets = [...new Set([...posted.markets.map(({ market }) => market), ...(touched ?? [])])].toSorted()
  await auditImport(job, caller, wish, outcome, markets)
  if (map) await rememberMap(tx, kind, opened.shape, lasting(map), batch)
  await finishBatch(tx, batch, { markets, result, shape: opened.shape, at: deps.now() })
  onProgress({ step: 'done', done: outcome.rowsRead })
  return result
}

async function samplesOf(tx: Tx, outcome: Outcome, batch: string): Promise<TrialSamples> {
  const { overlaps, ...lines } = (await outcome.samples?.()) ?? {
    in: [],
    unchanged: [],
    corrected: [],
    overlaps: [],
  }
  const named = await batchNames(
    tx,
    overlaps.map((one) => one.batch),
  )
  return {
    ...lines,
    ...(await changedBy(tx, batch)),
    overlaps: overlaps.flatMap((one) => {
      const found = named.get(one.batch)
      return found ? [{ ...one, ...found }] : []
    }),
  }
}

/** What a person said about files of this shape; not which market this one was from. */
function lasting(map: ColumnMap): ColumnMap {
  const { market_code: _code, market_name: _name, ...constants } = map.constants ?? {}
  return { ...map, constants }
}

function nothing(outcome: Outcome, refusals: Refusals): Problem['facts'] {
  const why = refusals.by[0]?.sample
  return { rows: outcome.rowsRead, ...(why === undefined ? {} : { why }) }
}

async function writeRejected(
  job: Job,
  outcome: Outcome,
  opened: Opened,
  batch: string,
): Promise<string | null> {
  if (job.refusals.count === 0) return null
  const { path, file } = await refusedFile(job.deps.folder, batch, opened, job.locale)
  for await (const { row, problem } of outcome.rejected()) await file.add(row, problem)
  await file.close()
  return path
}

/** One entry in the chain of each market that the import touched, and one in the company's for what belongs to no market. */
async function auditImport(
  job: Job,
  caller: Caller,
  wish: Wish,
  outcome: Outcome,
  markets: readonly string[],
): Promise<void> {
  const { deps, tx, posting } = job
  const stamp = { actor: caller.actor, at: posting.at }
  const base = { kind: wish.kind, file: wish.fileName }
  const entries = markets.map((market) => {
    const { market: _, ...lines } = outcome.posted.markets.find((one) => one.market === market) ?? { market }
    return { market, detail: { ...base, ...lines } as Record<string, unknown> }
  })
  const { created, updated } = outcome
  if (tx.scope === '*') entries.push({ market: job.rules.hq, detail: { ...base, created, updated } })
  for (const { market, detail } of entries.toSorted((a, b) => (a.market < b.market ? -1 : 1)))
    await audit(tx, deps.newId, stamp, { market, action: 'import', subject: posting.batch, detail })
}

/** Tells progress, and how long each step took. */
function stopwatch(onProgress: (progress: Progress) => void) {
  const seconds = new Map<string, number>()
  let current = { step: 'read', from: performance.now() }
  const turn = (step: string) => {
    const now = performance.now()
    seconds.set(current.step, (seconds.get(current.step) ?? 0) + (now - current.from) / 1000)
    current = { step, from: now }
  }
  return {
    step: (step: string, done: number) => {
      if (step !== current.step) turn(step)
      onProgress({ step, done })
    },
    seconds: () => {
      turn('end')
      return Object.fromEntries([...seconds].map(([step, spent]) => [step, Math.round(spent * 1000) / 1000]))
    },
  }
}

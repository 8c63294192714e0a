import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Option, type Command } from 'commander'
import { ColumnMap, ImportKind, type ImportResult, type Understood } from '../contract/intake.ts'
import { Refused } from '../domain/problem.ts'
import { sentence } from '../language/index.ts'
import { figure } from '../language/message.ts'
import { awaitedEngine as engine } from '../server/importing.ts'
import type { Context } from './context.ts'
import { RefusedWith } from './failure.ts'

type Options = {
  readonly map?: string
  readonly dryRun?: boolean
  readonly createMissing?: boolean
  readonly allOrNothing?: boolean
}

/** `tonnage import FILE --as KIND` and `tonnage import undo BATCH`. */
export function register(program: Command, context: Context): void {
  const { t } = context
  const command = program
    .command('import')
    .description(t('cli.import.about'))
    .argument('<file>', t('cli.import.file'))
    .addOption(
      new Option('--as <kind>', t('cli.import.as', { kinds: ImportKind.options.join(' ') })).hideHelp(false),
    )
    .option('--map <file>', t('cli.import.map'))
    .option('--dry-run', t('cli.import.dry-run'))
    .option('--create-missing', t('cli.import.create-missing'))
    .option('--all-or-nothing', t('cli.import.all-or-nothing'))
    .action(async (file: string, options: Options) => {
      const kind = kindOf(context.as)
      const map = options.map === undefined ? null : await mapIn(options.map)
      const { deps, caller } = await context.open({ right: 'import.run' })
      const request = {
        path: path.resolve(file),
        fileName: path.basename(file),
        kind,
        map,
        dryRun: options.dryRun === true,
        createMissing: options.createMissing === true,
        allOrNothing: options.allOrNothing === true,
      }
      const done = await engine.importFile(deps, caller, request, (progress) =>
        context.progress(stepWord(context, progress.step), progress.done),
      )
      if (!done.ok && UNDERSTOOD.has(done.problem.code)) {
        const understood = await understoodOf(request)
        if (understood) context.say(guessOf(understood, context))
        throw new RefusedWith(done.problem, { understood })
      }
      const result = context.value(done)
      context.say(guessOf(result.understood, context))
      context.print(result, textOf(result, context))
    })
  command
    .command('undo')
    .description(t('cli.import.undo'))
    .argument('<batch>', t('cli.import.batch'))
    .action(async (batch: string) => {
      const { deps, caller } = await context.open({ right: 'import.undo' })
      const undone = context.value(await engine.undoImport(deps, caller, batch))
      context.print(undone, t('cli.import.undone', { batch, lines: undone.undone }))
    })
}

/** Refusals of a file that was read: what was understood of it says why. */
const UNDERSTOOD: ReadonlySet<string> = new Set(['file/nothing-usable', 'import/refusals'])

type File = Omit<Parameters<typeof engine.openFile>[0], 'remembered'>

async function understoodOf(file: File): Promise<Understood | undefined> {
  const opened = await engine.openFile({ ...file, remembered: () => Promise.resolve(null) })
  if (!opened.ok) return undefined
  await opened.value.close()
  return opened.value.understood
}

/** The guess: which column was taken for which field. */
function guessOf({ columns }: Understood, { t }: Context): string {
  const pairs = columns.map(({ field, header, constant }) => `${header ?? constant ?? '—'} → ${field}`)
  return t('cli.import.understood', { columns: pairs.join(', ') })
}

function kindOf(as: readonly string[]): ImportKind {
  const said = as.findLast((word) => !word.includes('@'))
  const kind = ImportKind.safeParse(said)
  if (kind.success) return kind.data
  if (said === undefined)
    throw new Refused('request/usage', { why: `--as ${ImportKind.options.join(' | ')}` })
  throw new Refused('import/kind-unknown', { kind: said })
}

async function mapIn(file: string): Promise<ColumnMap> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) throw new Refused('file/missing', { file })
  try {
    return ColumnMap.parse(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch (error) {
    throw new Refused('map/not-readable', {
      why: error instanceof SyntaxError ? error.message : 'columns, constants, dateFormat',
    })
  }
}

function stepWord({ t }: Context, step: string): string {
  if (step === 'settle' || step === 'post' || step === 'done') return t(`cli.import.step.${step}`)
  return t('cli.import.step.read')
}

/** `  2 × words (rows 3, 7)`: of what is about single lines, where the first of them stand. */
function warningText({ warned }: ImportResult, code: string, count: number, { locale }: Context): string {
  const rows = (warned?.[code] ?? []).map(({ row }) => row)
  const where = rows.length === 0 ? '' : ` (${rows.join(', ')}${count > rows.length ? ', …' : ''})`
  return `  ${figure(locale, count)} × ${sentence(locale, { code, facts: { count, n: count } })}${where}`
}

function textOf(result: ImportResult, context: Context): string {
  const { t, locale } = context
  const number = (value: number) => figure(locale, value)
  const { totals } = result
  const lines = [
    t(result.dryRun ? 'cli.import.would' : 'cli.import.did', {
      read: number(result.rowsRead),
      accepted: number(result.rowsAccepted),
      unchanged: number(result.unchanged),
      rejected: number(result.rowsRejected),
    }),
    t('cli.import.totals', { litres: number(totals.millilitres / 1000), cases: number(totals.cases) }),
    t('cli.import.created', result.created),
    ...Object.entries(result.warnings).map(([code, count]) => warningText(result, code, count, context)),
    ...result.rejectedBy.map(({ count, row, sample }) => `  ${count} × ${sample} (${row})`),
    ...(result.rejectedFile === null ? [] : [t('cli.import.rejected', { file: result.rejectedFile })]),
    ...(result.dryRun ? [] : [t('cli.import.take-back', { batch: result.batch })]),
  ]
  return lines.join('\n')
}

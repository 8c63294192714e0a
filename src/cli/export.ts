import { createWriteStream } from 'node:fs'
import { PassThrough, type Writable } from 'node:stream'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { Option, type Command } from 'commander'
import { Refused } from '../domain/problem.ts'
import { rank } from '../server/assess/ranking.ts'
import { exportKinds, isExportKind, writeExport } from '../server/chain/export.ts'
import type { Context } from './context.ts'

type Options = {
  readonly format?: 'csv' | 'xlsx'
  readonly output?: string
  readonly market?: string
  readonly asOf?: string
}

export function register(program: Command, context: Context): void {
  program
    .command('export <kind>')
    .description(context.t('cli.export.about', { kinds: exportKinds.join(', ') }))
    .addOption(new Option('--format <format>', context.t('cli.export.format')).choices(['csv', 'xlsx']))
    .option('-o, --output <file>', context.t('cli.export.output'))
    .option('--market <code>', context.t('cli.export.market'))
    .option('--as-of <day>', context.t('cli.assess.as-of'))
    .action(async (kind: string, options: Options) => {
      if (!isExportKind(kind))
        throw new Refused('export/kind-unknown', { kind, known: exportKinds.join(', ') })
      const { output, market, asOf } = options
      const format = options.format ?? (output?.endsWith('.xlsx') ? 'xlsx' : 'csv')
      // One document on standard output: with --json, or as a workbook on a terminal, the rows need a file of their own.
      if (output === undefined && (context.json || (format === 'xlsx' && process.stdout.isTTY)))
        throw new Refused('request/usage', { why: '-o FILE' })
      const { deps, caller } = await context.open({ right: 'export.run' })
      const ask = {
        kind,
        format,
        ...(market === undefined ? {} : { node: market }),
        ...(asOf === undefined ? {} : { asOf }),
      }
      const out = output === undefined ? passOn() : await fileFor(output)
      const broken = finished(out)
      const work = writeExport(deps, caller, ask, rank, out)
      const done = context.value(await Promise.race([work, broken.then(() => work)]))
      await broken
      context.say(context.t('cli.export.done', { rows: done.rows }))
      if (output !== undefined) context.print({ kind, format, rows: done.rows, file: output }, output)
    })
}

/** Standard output as a stream that may be ended without closing the process's own. */
function passOn(): Writable {
  const out = new PassThrough()
  out.pipe(process.stdout, { end: false })
  return out
}

/** Opened before the first row is asked for, so that a place that cannot be written is said at once. */
async function fileFor(file: string): Promise<Writable> {
  const out = createWriteStream(file, { mode: 0o600 })
  await once(out, 'open').catch(() => {
    throw new Refused('export/not-writable', { file })
  })
  return out
}

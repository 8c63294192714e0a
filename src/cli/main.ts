import { Command, Option } from 'commander'
import { version } from '../server/project.ts'
import { register as assess } from './assess.ts'
import { register as backup } from './backup.ts'
import { register as check } from './check.ts'
import { register as deal } from './deal.ts'
import { register as demo } from './demo.ts'
import { register as exporting } from './export.ts'
import { register as importing } from './import.ts'
import { localeOf, makeSession } from './context.ts'
import type { Context } from './context.ts'
import { failureOf } from './failure.ts'
import { helpIn } from './help.ts'
import { register as restore } from './restore.ts'
import { register as setup } from './setup.ts'
import { register as start } from './start.ts'
import { register as user } from './user.ts'
import { translator, type Locale } from '../language/index.ts'

/** Each command is one file that puts itself on the program. */
const commands: readonly ((program: Command, context: Context) => void)[] = [
  start,
  setup,
  demo,
  user,
  importing,
  exporting,
  check,
  backup,
  restore,
  assess,
  deal,
]

/** The program ended as asked for by --help or --version: nothing went wrong. */
const FINE = new Set(['commander.helpDisplayed', 'commander.version', 'commander.help'])

function frame(locale: Locale): Command {
  const program = new Command('tonnage')
  const t = translator(locale)
  program
    .description(t('cli.about'))
    .version(version(), '-V, --version', t('cli.option.version'))
    .helpOption('-h, --help', t('cli.option.help'))
    .helpCommand('help [command]', t('cli.option.help'))
    .option('--data <dir>', t('cli.option.data'), './data')
    .option('--json', t('cli.option.json'))
    .addOption(new Option('--lang <lang>', t('cli.option.lang')).choices(['zh', 'en']))
    .option('--as <email>', t('cli.option.as'), (word: string, said: string[]) => [...said, word], [])
    .configureHelp(helpIn(locale, t))
    .configureOutput({ writeErr: () => undefined })
    .showSuggestionAfterError(true)
    .exitOverride()
  return program
}

function argAfter(argv: readonly string[], name: string): string | undefined {
  const at = argv.findIndex((word) => word === name || word.startsWith(`${name}=`))
  return argv[at]?.includes('=') ? argv[at].slice(name.length + 1) : at === -1 ? undefined : argv[at + 1]
}

/** Runs one command line (without node and script) and gives its exit status. */
export async function run(argv: readonly string[]): Promise<number> {
  const locale = localeOf(argAfter(argv, '--lang'), process.env)
  const program = frame(locale)
  const session = makeSession(program, locale)
  for (const register of commands) register(program, session.context)
  for (const command of program.commands) command.copyInheritedSettings(program)
  const json = argv.includes('--json')
  try {
    program.action(() => {
      const names = program.commands.map((command) => command.name()).join(', ')
      const asked = program.args[0]
      if (asked !== undefined)
        program.error(session.context.t('cli.unknown-command', { asked, names }), { exitCode: 2 })
      program.outputHelp()
    })
    program.allowExcessArguments(true)
    await program.parseAsync([...argv], { from: 'user' })
    await session.close()
    return session.status()
  } catch (error) {
    if (FINE.has((error as { code?: string }).code ?? '')) return 0
    const failure = failureOf(error, locale)
    await session.close().catch(() => undefined)
    if (failure.bug)
      process.stderr.write(
        `${failure.bug.id}: ${(failure.bug.error as Error)?.stack ?? String(failure.bug.error)}\n`,
      )
    if (json) process.stdout.write(`${JSON.stringify(failure.document)}\n`)
    process.stderr.write(`${failure.text}\n`)
    return failure.status
  }
}

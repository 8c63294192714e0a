import { userInfo } from 'node:os'
import type { Command } from 'commander'
import { ImportKind } from '../contract/intake.ts'
import { rights } from '../domain/chain/reach.ts'
import type { Caller, Right } from '../domain/chain/reach.ts'
import { Refused } from '../domain/problem.ts'
import type { Result } from '../domain/problem.ts'
import { translator } from '../language/index.ts'
import type { Locale, Translate } from '../language/index.ts'
import type { Deps } from '../server/db/deps.ts'
import { openProgram, settingsOf } from '../server/opening.ts'
import type { Opened, Settings } from '../server/opening.ts'
import { callerAs } from '../server/people/identify.ts'
import { ensureCompany } from '../server/people/set-up.ts'
import { stepWriter } from './steps.ts'

/** What a command gets. Refusals are thrown (`value` does it for a `Result`); the frame turns them into words and a status. */
export type Context = {
  readonly locale: Locale
  readonly t: Translate
  readonly json: boolean
  readonly settings: Settings
  /** Every `--as`: a person's email, and for `import` the kind of the file. */
  readonly as: readonly string[]
  /**
   * Starts or takes over the database of the data folder; the frame closes it when the command has ended. An empty one gets a
   * company with the defaults, unless `asItIs`. With `--as`, the caller is that person, where they have `right`.
   */
  open(ask?: { readonly right?: Right; readonly asItIs?: boolean }): Promise<Ground>
  /** With --json the document, otherwise the text; on standard output, once. */
  print(document: unknown, text: string): void
  /** A line for a person, on standard error. */
  say(line: string): void
  /** Progress on standard error: one line that renews itself on a terminal, a line a step elsewhere. */
  progress(step: string, done?: number): void
  /** The value, or the refusal thrown. */
  value<T>(result: Result<T>): T
  /** Ends with this status after the answer was printed. */
  exit(status: number): void
}

export type Ground = { readonly deps: Deps; readonly caller: Caller; readonly opened: Opened }

type GlobalOptions = {
  readonly data: string
  readonly json?: boolean
  readonly as: readonly string[]
}

export type Session = { readonly context: Context; status(): number; close(): Promise<void> }

/** `--lang`, else the person's own settings; Chinese where they say nothing. */
export function localeOf(lang: string | undefined, env: NodeJS.ProcessEnv): Locale {
  const said = lang ?? env['TONNAGE_LANG'] ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? ''
  return said.startsWith('en') ? 'en' : 'zh'
}

function osUser(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? 'unknown')
  }
}

/** Who can read the folder's secret is the system's administrator. */
function everything(locale: Locale): Caller {
  return { actor: `cli:${osUser()}`, personId: null, rights: new Set(rights), scope: '*', locale }
}

/** `locale` is read before the line is parsed: the words of `--help` are set by then. */
export function makeSession(program: Command, locale: Locale): Session {
  const options = () => program.opts<GlobalOptions>()
  const steps = stepWriter(process.stderr)
  let opened: Promise<Opened> | undefined
  let status = 0
  const context: Context = {
    locale,
    t: translator(locale),
    get json() {
      return options().json === true
    },
    get as() {
      return options().as
    },
    get settings() {
      return settingsOf(process.env, options().data)
    },
    open: async (ask = {}) => {
      opened ??= openProgram(context.settings, (step, what) => {
        if (step === 'initialise' || step === 'elsewhere')
          context.say(context.t(`cli.step.${step}`, { what }))
      })
      const running = await opened
      const { deps } = running
      const system = everything(context.locale)
      if (!ask.asItIs) await ensureCompany(deps, system.actor)
      const as = context.as.findLast((word) => !ImportKind.options.some((kind) => kind === word))
      const caller = as === undefined ? system : context.value(await callerAs(deps, as, ask.right))
      return { deps, caller, opened: running }
    },
    print: (document, text) => {
      steps.end()
      process.stdout.write(
        context.json ? `${JSON.stringify(document)}\n` : text.endsWith('\n') ? text : `${text}\n`,
      )
    },
    say: (line) => {
      steps.end()
      process.stderr.write(`${line}\n`)
    },
    progress: (step, done) => steps.show(step, done),
    value: (result) => {
      if (!result.ok) throw new Refused(result.problem.code, result.problem.facts)
      return result.value
    },
    exit: (wanted) => (status = wanted),
  }
  return {
    context,
    status: () => status,
    close: async () => {
      steps.end()
      const running = await opened?.catch(() => undefined)
      await running?.close()
    },
  }
}

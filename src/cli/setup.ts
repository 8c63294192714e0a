import { InvalidArgumentError, type Command } from 'commander'
import { setUp } from '../server/people/set-up.ts'
import type { Context } from './context.ts'
import { linkAt } from './user.ts'

type Options = {
  readonly company: string
  readonly currency: string
  readonly timeZone: string
  readonly vatRate?: number
  readonly market?: string
  readonly email?: string
  readonly name?: string
}

export function register(program: Command, context: Context): void {
  program
    .command('setup')
    .description(context.t('cli.setup.about'))
    .requiredOption('--company <name>', context.t('cli.setup.company'))
    .option('--currency <code>', context.t('cli.setup.currency'), 'CNY')
    .option('--time-zone <zone>', context.t('cli.setup.time-zone'), 'Asia/Shanghai')
    .option('--vat-rate <percent>', context.t('cli.setup.vat-rate'), percent)
    .option('--market <name>', context.t('cli.setup.market'))
    .option('--email <email>', context.t('cli.setup.email'))
    .option('--name <name>', context.t('cli.user.name'))
    .action(async (options: Options) => {
      const { deps, caller } = await context.open({ asItIs: true })
      const { company: name, currency, timeZone, email, vatRate = null } = options
      const made = context.value(
        await setUp(deps, caller.actor, {
          company: { name, currency, timeZone, locale: context.locale, vatRate },
          again: true,
          ...(options.market === undefined ? {} : { market: options.market }),
          ...(email === undefined ? {} : { admin: { email, name: options.name ?? email } }),
        }),
      )
      const link = made.token === null ? null : linkAt(context, made.token)
      context.say(context.t('cli.setup.done', { name }))
      context.print(
        { company: name, currency, timeZone, locale: context.locale, vatRate, link },
        link ?? name,
      )
    })
}

/** 13 and 13% are 0.13. */
function percent(text: string): number {
  const rate = Number(text.replace(/%$/, '')) / 100
  if (!(rate >= 0 && rate < 1)) throw new InvalidArgumentError('0 … 99')
  return rate
}

import { InvalidArgumentError, type Command } from 'commander'
import type { RankedAccount, Ranking } from '../contract/assess.ts'
import { figure, percent } from '../language/message.ts'
import { catchUp } from '../server/assess/months.ts'
import { rank } from '../server/assess/ranking.ts'
import type { Context } from './context.ts'
import { tableOf } from './table.ts'

type Options = { readonly market?: string; readonly top?: number; readonly asOf?: string }

/** `tonnage assess`: who the key accounts are, best first, with the figures and reasons behind each standing. */
export function register(program: Command, context: Context): void {
  program
    .command('assess')
    .description(context.t('cli.assess.about'))
    .option('--market <code>', context.t('cli.assess.market'))
    .option('--top <n>', context.t('cli.assess.top'), wholeNumber)
    .option('--as-of <day>', context.t('cli.assess.as-of'))
    .action(async (options: Options) => {
      const { deps, caller } = await context.open()
      // What a month decided is stored before anything can remember it.
      await catchUp(deps)
      const ranking = context.value(await rank(deps, caller, { node: options.market, asOf: options.asOf }))
      const shown = { ...ranking, accounts: ranking.accounts.slice(0, options.top) }
      context.print(shown, textOf(shown, ranking.totals.accounts, context))
    })
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < 1) throw new InvalidArgumentError('1, 2, 3 …')
  return value
}

function textOf(ranking: Ranking, all: number, context: Context): string {
  const { t, locale } = context
  const head = (
    [
      'rank',
      'account',
      'name',
      'market',
      'standing',
      'score',
      'kilolitres',
      'share',
      'contribution',
      'silence',
    ] as const
  ).map((column) => t(`cli.assess.column.${column}`))
  const right = [true, false, false, false, false, true, true, true, true, true]
  const title = t('cli.assess.title', { node: ranking.node.name, day: ranking.asOf, accounts: all })
  return [
    title,
    ...tableOf(
      head,
      ranking.accounts.map((row) => cells(row, context)),
      right,
    ),
  ].join('\n')

  function cells(row: RankedAccount, { t: words }: Context): readonly string[] {
    const number = (value: number | null, digits: number) =>
      value === null ? '—' : figure(locale, Number(value.toFixed(digits)))
    const { silentDays, usualDays } = row.loyalty
    return [
      row.rank === null ? '—' : String(row.rank),
      row.account,
      row.name,
      row.marketName,
      words(`standing.${row.standing}`),
      number(row.score, 1),
      number(row.tonnageLitres / 1000, 1),
      percent(locale, row.marketShare),
      number(row.contribution, 0),
      silentDays === null ? '—' : `${silentDays}/${usualDays === null ? '—' : number(usualDays, 1)}`,
    ]
  }
}

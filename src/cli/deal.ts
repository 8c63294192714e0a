import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { dealAnswer, type DealAnswer } from '../domain/develop/deal-answer.ts'
import { dealDefaults, dealFields, type DealPath } from '../domain/develop/deal-fields.ts'
import { dealPresets, firstOrderPreset } from '../domain/develop/deal-presets.ts'
import { readDeal } from '../domain/develop/read-deal.ts'
import { Refused } from '../domain/problem.ts'
import { figure } from '../language/message.ts'
import type { Context } from './context.ts'
import { dealText } from './deal-text.ts'

/** `tonnage deal FILE`: what a case and the first order bring the wholesaler. Needs no database and touches none. */
export function register(program: Command, context: Context): void {
  const { t } = context
  program
    .command('deal')
    .description(t('cli.deal.about'))
    .argument('<file>', t('cli.deal.file'))
    .action(async (file: string) => {
      const answer: DealAnswer = dealAnswer(context.value(readDeal(await jsonIn(file))))
      context.print(answer, dealText(answer, context))
    })
    .addHelpText('after', () => helpOf(context))
}

async function jsonIn(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) throw new Refused('file/missing', { file })
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Refused('deal/not-readable', { why: (error as SyntaxError).message })
  }
}

/** What may stand in the file, and the article's example (2.4, 2.2) as a file that can be computed as it is. */
function helpOf({ t, locale }: Context): string {
  const fields = (Object.keys(dealFields) as DealPath[]).map((path) => {
    const { low, high } = dealFields[path]
    const otherwise = (dealDefaults as Partial<Record<DealPath, number>>)[path]
    const bounds = `${figure(locale, low)} … ${figure(locale, high)}`
    const rest = otherwise === undefined ? '' : t('cli.deal.otherwise', { value: otherwise })
    return `  ${path}  [${bounds}]${rest}\n      ${t(`deal.field.${path}`)}`
  })
  return [
    '',
    t('cli.deal.input', { shape: '{"case": …, "firstOrder": …, "price": …}' }),
    ...fields,
    '',
    t('cli.deal.example'),
    JSON.stringify({ case: dealPresets.A, firstOrder: firstOrderPreset }, null, 2),
    t('cli.deal.example-b', {
      part: JSON.stringify({ rebate: dealPresets.B.rebate }),
      spread: dealPresets.B.spread,
    }),
  ].join('\n')
}

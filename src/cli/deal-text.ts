import type { DealAnswer } from '../domain/develop/deal-answer.ts'
import { figure, listed, percent } from '../language/message.ts'
import type { Context } from './context.ts'
import { tableOf } from './table.ts'

type Words = Pick<Context, 't' | 'locale'>

const twoDecimals = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const yuan = (value: number | null) => (value === null ? '—' : twoDecimals.format(value).replace('-', '−'))

/** A deal for a person at a terminal: the parts with their total, what is kept, the first order, the manufacturer’s side, what is not known. */
export function dealText(answer: DealAnswer, words: Words): string {
  return [
    ...partsOf(answer, words),
    ...keptOf(answer, words),
    ...orderOf(answer, words),
    ...stepsOf(answer, words),
    ...cliffsOf(answer, words),
    ...openOf(answer, words),
  ].join('\n')
}

function partsOf({ perCase }: DealAnswer, { t }: Words): readonly string[] {
  const rows = perCase.components.map(({ name, amount }) => [t(`deal.component.${name}`), yuan(amount)])
  return tableOf(
    [t('cli.deal.per-case'), t('cli.deal.yuan')],
    [...rows, [t('cli.deal.total'), yuan(perCase.total)]],
    [false, true],
  )
}

function keptOf({ perCase }: DealAnswer, { t, locale }: Words): readonly string[] {
  const { range, breakpoints, sensitivity } = perCase
  if (range === null || sensitivity === null) return []
  const breaks = breakpoints.flatMap(({ field, at, worse }) => {
    if (at === null) return []
    if (field === 'case.spread') return t('cli.deal.break-spread', { at: yuan(at) })
    const name = field === 'case.capPrize.kept' ? 'kept' : 'returned'
    return t(`cli.deal.break-${name}-${worse}`, { at: percent(locale, at) })
  })
  return [
    '',
    t('cli.deal.range', {
      headline: yuan(range.headline),
      kept: yuan(range.kept),
      low: yuan(range.low),
      high: yuan(range.high),
    }),
    t('cli.deal.worst', { worst: yuan(sensitivity.worst) }),
    ...breaks,
  ]
}

function orderOf({ firstOrder: order }: DealAnswer, { t, locale }: Words): readonly string[] {
  if (order === null) return ['', t('cli.deal.no-order')]
  const { cases, freeCases, profit, perCase, peakCash, paybackDay, npv, roiOnPeak } = order
  const head = t('cli.deal.order', { cases, profit: yuan(profit), each: yuan(perCase) })
  const free = freeCases === 0 ? [] : [t('cli.deal.free', { free: freeCases })]
  if (peakCash === null || roiOnPeak === null)
    return ['', head, ...free, t('cli.deal.needs', { fields: order.needs.join(', ') })]
  const back =
    paybackDay === null ? t('cli.deal.never') : t('cli.deal.payback', { day: figure(locale, paybackDay) })
  return [
    '',
    head,
    ...free,
    t('cli.deal.cash', { peak: yuan(peakCash), roi: percent(locale, roiOnPeak) }) + back,
    ...(npv === null ? [] : [t('cli.deal.npv', { npv: yuan(npv) })]),
  ]
}

function stepsOf({ waterfall }: DealAnswer, { t }: Words): readonly string[] {
  if (waterfall.length === 0) return []
  const rows = waterfall.map(({ name, kind, amount }) => [
    t(`deal.step.${name}`),
    kind === 'total' ? yuan(amount) : `${kind === 'minus' ? '−' : '+'}${yuan(amount)}`,
  ])
  return ['', ...tableOf([t('cli.deal.ours'), t('cli.deal.yuan')], rows, [false, true])]
}

function cliffsOf({ tiers }: DealAnswer, { t }: Words): readonly string[] {
  if (tiers === null) return []
  return [
    '',
    ...tiers.cliffs.map(({ from, rate, lastCase }) =>
      t('cli.deal.cliff', { from, rate: yuan(rate), last: yuan(lastCase) }),
    ),
    ...(tiers.next ? [t('cli.deal.next', { lacking: tiers.next.lacking, gain: yuan(tiers.next.gain) })] : []),
  ]
}

function openOf({ perCase, assumed }: DealAnswer, { t, locale }: Words): readonly string[] {
  const names = listed(
    locale,
    perCase.unknown.map((name) => t(`deal.component.${name}`)),
  )
  const taken = assumed.map(({ field, value }) => `${field} = ${figure(locale, value)}`).join(', ')
  return [
    ...(names === '' && taken === '' ? [] : ['']),
    ...(names === '' ? [] : [t('cli.deal.unknown', { names })]),
    ...(taken === '' ? [] : [t('cli.deal.assumed', { taken })]),
  ]
}

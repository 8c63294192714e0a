import type { Why } from '../../contract/assess.ts'
import type { MarketPage } from '../../contract/market.ts'

/** Formula and inputs of each figure of a market's page, so that a person can recompute it. Formulas have words of their own. */
export function marketWhy(page: Omit<MarketPage, 'why'>, currency: string): MarketPage['why'] {
  const { row, curve, category, movers, coverage, asOf, after } = page
  const why = (formula: string, inputs: Why['inputs'], from: string | null = after): Why => ({
    formula,
    inputs,
    after: from,
    to: asOf,
    policy: null,
    frozenOn: null,
  })
  const all: Record<string, Why> = {
    volume: why('(litres - litresBefore) / litresBefore', [
      input('litres', row.litres, 'L'),
      input('litresBefore', row.lastYearLitres, 'L'),
    ]),
  }
  if (row.concentration) {
    const { members, hhi, equal, lead } = row.concentration
    all['concentration'] = why('equal = 1 / sum(share^2)', [
      input('litres', row.litres, 'L'),
      input('selling', members),
      input('leadMembers', lead.members),
      input('leadShare', percent(lead.share), '%'),
      input('hhi', Math.round(hhi * 10_000) / 10_000),
      input('equal', Math.round(equal * 100) / 100),
    ])
  }
  if (curve)
    all['curve'] = why(
      page.level === 'wholesaler'
        ? 'cumulative sum of contribution, most first'
        : 'kilolitres × (supplier contribution a kilolitre + mix difference) − own spend',
      [
        input('members', curve.members),
        input('peakMembers', curve.peak.members),
        input('peak', curve.peak.amount, currency),
        input('lossMembers', curve.loss.members),
        input('loss', curve.loss.amount, currency),
        input('total', curve.total, currency),
        input('perTonne', curve.perTonne, currency),
        input('unknownMembers', curve.unknown.members),
        ...(curve.untraced === null
          ? []
          : [input('untraced', curve.untraced, currency), input('traced', percent(page.traced), '%')]),
      ],
    )
  if (category.now)
    all['category'] = why('litres / categoryLitres', [
      input('litres', row.litres, 'L'),
      input('categoryLitres', category.now.size.litres, 'L'),
      input('categoryLow', category.now.size.low, 'L'),
      input('categoryHigh', category.now.size.high, 'L'),
      input('categoryFrom', category.now.size.validFrom),
      ...(category.lastYear
        ? [
            input('litresBefore', row.lastYearLitres, 'L'),
            input('categoryBefore', category.lastYear.size.litres, 'L'),
          ]
        : []),
    ])
  if (movers)
    all['movers'] = why(
      'litres of three months - litres of the same three a year ago',
      [input('change', movers.changeLitres, 'L')],
      movers.after,
    )
  if (coverage.outlets > 0)
    all['holes'] = why('outlets without supply link or movement in the window', [
      input('outlets', coverage.outlets),
      input('holes', coverage.holes),
    ])
  return all
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10
}

function input(name: string, value: number | string | null, unit = '') {
  return { name, value, unit }
}

import type { Why } from '../../contract/assess.ts'
import { criteria } from '../../domain/assess/criterion.ts'
import { silenceOf } from '../../domain/assess/loyalty.ts'
import { windowTo } from '../../domain/day.ts'
import { fromMinor } from '../../domain/money.ts'
import { litresOf, LITRES_PER_TONNE } from '../../domain/volume.ts'
import type { Explain, WhyFacts } from './why-facts.ts'
import { input } from './why-facts.ts'
import { partWhys } from './why-parts.ts'

/** Formula and inputs of every figure on the account's page, by the name of the figure: enough to recompute it by hand. */
export function whysOf(facts: WhyFacts): Record<string, Why> {
  const { figures, verdict, assessed, market, policy } = facts
  const { after, to } = windowTo(market.asOf, 12)
  const explain: Explain = (formula, inputs, about) => ({
    formula,
    inputs: [...inputs],
    after,
    to,
    policy: about ? facts.version : null,
    frozenOn: about === 'frozen' && facts.frozen ? facts.reference.frozenOn : null,
  })
  const litres = litresOf(figures.millilitres)
  const before = figures.lastYearMillilitres === null ? null : litresOf(figures.lastYearMillilitres)
  const { loyalty } = verdict
  const silence = silenceOf(figures.orderDays, market.asOf, policy.loyalty)
  return {
    tonnage: explain('litres = Σ(sell-in + returns + adjustments)', [
      input('litres', litres, 'L'),
      input('lines', figures.lines),
    ]),
    lastYear: explain('(litres − litresBefore) ÷ litresBefore', [
      input('litres', litres, 'L'),
      input('litresBefore', before, 'L'),
    ]),
    marketShare: explain('litres ÷ marketLitres', [
      input('litres', litres, 'L'),
      input('marketLitres', litresOf(assessed.totalMillilitres), 'L'),
    ]),
    categoryShare: explain('litres ÷ categoryLitres', [
      input('litres', litres, 'L'),
      input(
        'categoryLitres',
        market.categoryMillilitres === null ? null : litresOf(market.categoryMillilitres),
        'L',
      ),
    ]),
    revenue: explain('Σ(invoiced, without VAT)', [
      input('revenue', fromMinor(figures.revenueMinor, market.minorDigits), facts.currency),
      input('lines', figures.lines),
    ]),
    ...(facts.contribution ? moneyWhys(facts, explain) : {}),
    ...partWhys(facts, explain),
    score: explain(
      '100 × Σ(weight × u) ÷ Σ(weight)',
      facts.contribution
        ? criteria.flatMap((criterion) => [
            input(`weight.${criterion}`, policy.weights[criterion]),
            input(
              `u.${criterion}`,
              verdict.parts[criterion] === null ? null : (verdict.parts[criterion] ?? 0) / 100,
            ),
          ])
        : criteria.map((criterion) => input(`weight.${criterion}`, policy.weights[criterion])),
      'frozen',
    ),
    completeness: explain(
      'Σ(weight | u)',
      criteria.map((criterion) =>
        input(`weight.${criterion}`, verdict.parts[criterion] === null ? 0 : policy.weights[criterion]),
      ),
      'policy',
    ),
    rank: explain(
      'rank(score)',
      [input('rank', verdict.rank), input('accounts', market.accounts.length)],
      'frozen',
    ),
    k: explain(
      policy.k.kind === 'cover'
        ? 'min n: Σ(litres of the n largest) ≥ share × marketLitres; least ≤ n ≤ most'
        : 'k',
      [
        input('k', assessed.k),
        ...(policy.k.kind === 'cover'
          ? [input('share', policy.k.share), input('least', policy.k.least), input('most', policy.k.most)]
          : []),
        input('marketLitres', litresOf(assessed.totalMillilitres), 'L'),
      ],
      'policy',
    ),
    standing: explain(
      'in: rank ≤ enterRank; out: rank > leaveRank, leaveAfter × in a row',
      [
        input('rank', verdict.rank),
        input('k', assessed.k),
        input('enterRank', assessed.enterRank),
        input('leaveRank', assessed.leaveRank),
        input('leaveAfter', policy.hysteresis.leaveAfter),
        input('monthsBelow', verdict.monthsBelow),
        input('cycles', loyalty.cycles),
      ],
      'policy',
    ),
    loyalty: explain(
      'cycles = silentDays ÷ usualDays; usualDays = median(last 12 gaps)',
      [
        input('silentDays', loyalty.silentDays, 'd'),
        input('usualDays', loyalty.usualDays, 'd'),
        input('cycles', loyalty.cycles),
        input('orderDays', silence.orders),
        input('warnFrom', policy.loyalty.warnFrom),
        input('closeFrom', policy.loyalty.closeFrom),
      ],
      'policy',
    ),
    shareTrend: explain(
      'shareOfWallet − shareOfWalletBefore',
      [input('shareTrend', loyalty.shareTrend), input('walletDrop', policy.loyalty.walletDrop)],
      'policy',
    ),
    robustness: explain(
      'draws with the same standing ÷ draws',
      [
        input('robustness', verdict.robustness),
        input('draws', policy.robustness.draws),
        input('seed', policy.robustness.seed),
      ],
      'frozen',
    ),
    trend: explain('litres = Σ(sell-in + returns + adjustments), by month', [
      input('litres', litres, 'L'),
      input('litresBefore', before, 'L'),
    ]),
    products: explain('litres of the SKU ÷ litres', [input('litres', litres, 'L')]),
    orders: explain('order day = a day with sell-in', [input('orderDays', figures.orderDays.length)]),
  }
}

/** Of money only for whoever may see what an account leaves with the manufacturer. */
function moneyWhys(facts: WhyFacts, explain: Explain): Record<string, Why> {
  const { figures, market, verdict } = facts
  const money = (minor: number | null) => (minor === null ? null : fromMinor(minor, market.minorDigits))
  const tonnes = litresOf(figures.millilitres) / LITRES_PER_TONNE
  const spend = market.knownSpend
    .filter((component) => component !== 'on_invoice')
    .map((component) => input(component, money(figures.spend[component] ?? 0), facts.currency))
  const contribution = [
    input('revenue', money(figures.revenueMinor), facts.currency),
    input(
      'cost',
      figures.costedLines === 0 && figures.lines > 0 ? null : money(figures.costMinor),
      facts.currency,
    ),
    ...(figures.exciseMinor === null ? [] : [input('excise', money(figures.exciseMinor), facts.currency)]),
    ...spend,
    input('costCoverage', verdict.contribution.coverage),
  ]
  const formula = ['revenue', 'cost', ...contribution.slice(2, -1).map((one) => one.name)].join(' − ')
  return {
    contribution: explain(formula, contribution),
    contributionPerTonne: explain('contribution ÷ tonnes; tonnes = litres ÷ 988', [
      input('contribution', money(verdict.contribution.minor), facts.currency),
      input('tonnes', tonnes, 't'),
    ]),
    costCoverage: explain('costedLitres ÷ litres', [
      input('costedLitres', litresOf(figures.costedMillilitres), 'L'),
      input('litres', litresOf(figures.millilitres), 'L'),
      input('costedLines', figures.costedLines),
      input('lines', figures.lines),
    ]),
    priceSteps: explain(`${formula}; ÷ tonnes`, [
      ...contribution,
      input('list', money(figures.listMinor), facts.currency),
      input('tonnes', tonnes, 't'),
    ]),
    scoreSteps: explain(
      '100 × weight × (u − mean u) ÷ Σ(weight)',
      criteria.flatMap((criterion) => [
        input(`weight.${criterion}`, facts.policy.weights[criterion]),
        input(`u.${criterion}`, unitAt(verdict.parts[criterion])),
        input(`mean.${criterion}`, unitAt(facts.assessed.means[criterion])),
      ]),
      'frozen',
    ),
    peersPerTonne: explain('Σ(contribution of the others) ÷ Σ(tonnes of the others)', [
      input('peersPerTonne', facts.peersPerTonne, facts.currency),
      input('accounts', market.accounts.length - 1),
    ]),
  }
}

function unitAt(part: number | null): number | null {
  return part === null ? null : part / 100
}

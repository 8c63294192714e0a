import { tonnesOf } from '../volume.ts'
import type { AccountFigures, SpendComponent } from './figures.ts'
import type { Policy } from './policy.ts'
import type { Contribution, PriceStep } from './verdict.ts'

export const offInvoice = [
  'rebate',
  'free_goods',
  'display',
  'cap_prize',
  'empty_exchange',
  'freight',
  'credit',
] as const satisfies readonly SpendComponent[]

export const costToServe = [
  'visits',
  'orders',
  'drops',
  'promoter',
] as const satisfies readonly SpendComponent[]

/** The share of the window's volume whose cost is known, 0..1; by lines where net volumes make no share. 1 without lines. */
export function costCoverage(
  figures: Pick<AccountFigures, 'lines' | 'costedLines' | 'millilitres' | 'costedMillilitres'>,
): number {
  if (figures.costedLines === figures.lines) return 1
  const byVolume = figures.costedMillilitres / figures.millilitres
  return byVolume >= 0 && byVolume <= 1 ? byVolume : Math.max(0, figures.costedLines / figures.lines)
}

/**
 * What an account leaves with the manufacturer (article 1.2), minor units of the window:
 *   pocket = revenue − off-invoice spend; contribution = pocket − cost − excise − cost to serve
 * (Niraj, Gupta, Narasimhan, J. Marketing 65(3), 2001). Revenue is after discounts on the invoice: they explain the step
 * from list to revenue and are not taken off twice. Only what the company knows of is taken off (`knownSpend`); what nobody
 * knows is named in `unknown`, never counted as zero.
 */
export function contributionOf(
  account: AccountFigures,
  knownSpend: readonly SpendComponent[],
  policy: Pick<Policy, 'costCoverage'>,
): Contribution {
  const coverage = costCoverage(account)
  const spendOn = (component: SpendComponent) => account.spend[component] ?? 0
  const known = (component: SpendComponent) => knownSpend.includes(component)
  const taken = [...offInvoice, ...costToServe].filter(known)
  const spent = taken.reduce((total, component) => total + spendOn(component), account.exciseMinor ?? 0)
  const complete = account.costedLines === account.lines
  const minor = complete ? account.revenueMinor - account.costMinor - spent : null
  const margin = account.costedRevenueMinor - account.costMinor
  const scaled =
    coverage >= policy.costCoverage && coverage > 0 ? Math.round(margin / coverage) - spent : null
  const tonnes = tonnesOf(account.millilitres)
  return {
    minor,
    perTonneMinor: minor === null || tonnes <= 0 ? null : minor / tonnes,
    coverage,
    forScore: minor ?? scaled,
    steps: waterfall(account, knownSpend, minor),
    unknown: [
      ...(account.listMinor === null ? (['list'] as const) : []),
      ...(complete ? [] : (['cost'] as const)),
      ...(account.exciseMinor === null ? (['excise'] as const) : []),
      ...[...offInvoice, ...costToServe].filter((component) => !known(component)),
    ],
  }
}

/** The price waterfall of the window. Totals are what the steps before them leave, to the minor unit. */
function waterfall(
  account: AccountFigures,
  knownSpend: readonly SpendComponent[],
  contribution: number | null,
): readonly PriceStep[] | null {
  const steps: PriceStep[] = []
  const total = (name: PriceStep['name'], minor: number) => steps.push({ name, kind: 'total', minor })
  const less = (name: PriceStep['name'], minor: number) => {
    if (minor !== 0) steps.push({ name, kind: minor > 0 ? 'minus' : 'plus', minor: Math.abs(minor) })
  }
  const spend = (of: readonly SpendComponent[]) => {
    const known = of.filter((component) => knownSpend.includes(component))
    for (const component of known) less(component, account.spend[component] ?? 0)
    return known.reduce((sum, component) => sum + (account.spend[component] ?? 0), 0)
  }
  if (account.listMinor !== null) {
    total('list', account.listMinor)
    const onInvoice = spend(['on_invoice'])
    less('discount', account.listMinor - onInvoice - account.revenueMinor)
  }
  total('revenue', account.revenueMinor)
  const pocket = account.revenueMinor - spend(offInvoice)
  if (pocket !== account.revenueMinor || contribution !== null) total('pocket', pocket)
  if (contribution !== null) {
    less('cost', account.costMinor)
    less('excise', account.exciseMinor ?? 0)
    spend(costToServe)
    total('contribution', contribution)
  }
  return account.lines === 0 || steps.length < 2 ? null : steps
}

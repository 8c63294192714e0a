import type { AccountProfile } from '../../contract/assess.ts'
import { contributionOf } from '../../domain/assess/contribution.ts'
import type { AccountFigures } from '../../domain/assess/figures.ts'
import { isMoneyFact } from '../../domain/assess/read-fact.ts'
import type { Verdict } from '../../domain/assess/verdict.ts'
import { maskedPhone } from '../../domain/chain/account-record.ts'
import type { Day } from '../../domain/day.ts'
import { monthStart, addMonths, windowTo } from '../../domain/day.ts'
import { fromMinor } from '../../domain/money.ts'
import { litresOf, tonnesOf } from '../../domain/volume.ts'
import type { Assessed } from './assessed.ts'
import type { Assessment } from './assessment.ts'
import type { Listed } from './figures.ts'
import type { Ground } from './ground.ts'
import type { Story } from './profile-facts.ts'
import type { Found } from './profile-store.ts'
import { round } from './ranked-account.ts'
import { policyView, rowOf } from './ranking.ts'
import { whysOf } from './why.ts'

export type ProfileParts = {
  readonly assessment: Assessment
  readonly assessed: Assessed
  readonly listed: Listed
  readonly found: Found
  readonly story: Story
  readonly asOf: Day
  readonly contribution: boolean
  readonly whole: boolean
}

/** The page of an account from what was loaded and judged. Pure. */
export function profileOf(parts: ProfileParts): AccountProfile {
  const { assessment, assessed, listed, found, story, asOf } = parts
  const { ground } = assessment
  const verdict = assessed.verdict.verdicts.find((one) => one.account === found.id)
  if (!verdict) throw new Error(`listed and not judged: ${found.id}`)
  const account = rowOf(ground, found.market, assessed, verdict, parts.contribution)
  const figures = { ...listed.figures, listMinor: parts.contribution ? listOf(story) : null }
  const market = assessed.load.figures
  const peersPerTonne = parts.contribution
    ? perTonneOfOthers(assessed, found.id, ground.company.digits)
    : null
  const priced = contributionOf(figures, market.knownSpend, ground.policy.body)
  const orderDays = figures.orderDays
  return {
    asOf,
    after: windowTo(asOf, 12).after,
    account,
    tier: found.tier,
    address: found.address,
    city: found.city,
    phoneMasked: found.phone === null ? null : maskedPhone(found.phone),
    owner: found.owner,
    mergedFrom: listed.merged.map((one) => ({ id: one.id, account: one.code, name: one.name })),
    path: pathOf(ground, found.market),
    policy: policyView(ground, assessment),
    marketAccounts: market.accounts.length,
    k: assessed.verdict.k,
    lastYear: lastYear(parts, figures),
    peersPerTonne,
    scoreSteps: parts.contribution ? scoreStepsOf(assessed, verdict) : null,
    priceSteps: parts.contribution ? priceStepsOf(priced.steps, figures, ground.company.digits) : null,
    priceUnknown: parts.contribution ? [...priced.unknown] : [],
    trend: figures.months.map((ml, index) => ({
      month: addMonths(monthStart(asOf), index - 23).slice(0, 7),
      litres: ml === null ? null : litresOf(ml),
    })),
    products: productsOf(story, figures, ground.company.digits),
    orders: story.orders.map((order) => ({
      day: order.day,
      litres: litresOf(order.ml),
      revenue: fromMinor(order.amount, ground.company.digits),
      lines: order.lines,
    })),
    gaps: orderDays.slice(1).map((day, index) => day - (orderDays[index] ?? day)),
    strength: figures.facts
      .filter((fact) => !figures.facts.some((one) => one.fact === fact.fact && one.day > fact.day))
      .map((fact) => ({
        fact: fact.fact,
        value: isMoneyFact(fact.fact) ? fromMinor(fact.value, ground.company.digits) : fact.value,
        day: fact.day,
        source: fact.source,
        expired: fact.expiresOn !== null && fact.expiresOn <= asOf,
      })),
    history: story.history.map((row) => (parts.contribution ? { ...row } : { ...row, score: null })),
    override: verdict.override && {
      standing: verdict.override.standing,
      reason: verdict.override.reason,
      expiresOn: verdict.override.expiresOn,
      by: verdict.override.by,
    },
    why: whysOf({
      figures,
      market,
      assessed: assessed.verdict,
      verdict,
      policy: ground.policy.body,
      version: ground.policy.version,
      reference: assessment.reference,
      frozen: assessment.frozen,
      currency: ground.company.currency,
      peersPerTonne,
      contribution: parts.contribution,
      whole: parts.whole,
    }),
  }
}

/** The largest; some accounts buy thousands of products, and nobody reads the tail on a page. */
const SHOWN_PRODUCTS = 100

function pathOf(ground: Ground, market: string): AccountProfile['path'] {
  const byId = new Map(ground.nodes.map((node) => [node.id, node]))
  const path: AccountProfile['path'] = []
  for (let at = byId.get(market); at; at = at.parentId === null ? undefined : byId.get(at.parentId))
    path.unshift({ code: at.code, name: at.name, kind: at.kind })
  return path
}

function lastYear(
  { assessed, story, assessment }: ProfileParts,
  figures: AccountFigures,
): AccountProfile['lastYear'] {
  const ml = figures.lastYearMillilitres
  const total = assessed.load.figures.accounts.reduce((sum, one) => sum + (one.lastYearMillilitres ?? 0), 0)
  const before = story.before
  const minor =
    before === null || ml === null
      ? null
      : contributionOf(
          {
            ...figures,
            millilitres: before.window.ml,
            revenueMinor: before.window.amount,
            costMinor: before.window.cost,
            costedMillilitres: before.window.costedMl,
            costedRevenueMinor: before.window.costedAmount,
            lines: before.window.lines,
            costedLines: before.window.costedLines,
            spend: before.spend,
            exciseMinor: before.exciseMinor,
            listMinor: null,
          },
          assessed.load.figures.knownSpend,
          assessment.ground.policy.body,
        ).minor
  return {
    litres: ml === null ? null : litresOf(ml),
    marketShare: ml === null || total <= 0 ? null : ml / total,
    contribution: minor === null ? null : fromMinor(minor, assessment.ground.company.digits),
  }
}

/** What a tonne leaves at the other accounts of the market together; null where none of them is known. */
function perTonneOfOthers(assessed: Assessed, id: string, digits: number): number | null {
  let minor = 0
  let tonnes = 0
  for (const one of assessed.verdict.verdicts) {
    const figures = assessed.load.listed.get(one.account)?.figures
    if (one.account === id || !figures || one.contribution.minor === null || figures.millilitres <= 0)
      continue
    minor += one.contribution.minor
    tonnes += tonnesOf(figures.millilitres)
  }
  return tonnes <= 0 ? null : round(fromMinor(minor / tonnes, digits), 2)
}

function scoreStepsOf(assessed: Assessed, verdict: Verdict): AccountProfile['scoreSteps'] {
  const mean = assessed.verdict.meanScore
  if (verdict.scoreSteps === null || verdict.score === null || mean === null) return null
  return [
    { name: 'mean', kind: 'total', value: mean },
    ...verdict.scoreSteps.map(({ name, value }) => ({
      name,
      kind: value < 0 ? ('minus' as const) : ('plus' as const),
      value: Math.abs(value),
    })),
    { name: 'score', kind: 'total', value: verdict.score },
  ]
}

/** The waterfall a tonne: every step over the same tonnes, so that it closes as the money does. */
function priceStepsOf(
  steps: Verdict['contribution']['steps'],
  figures: AccountFigures,
  digits: number,
): AccountProfile['priceSteps'] {
  const tonnes = tonnesOf(figures.millilitres)
  if (steps === null || tonnes <= 0) return null
  return steps.map(({ name, kind, minor }) => ({ name, kind, value: fromMinor(minor, digits) / tonnes }))
}

function listOf(story: Story): number | null {
  if (story.products.length === 0 || story.products.some((product) => product.list === null)) return null
  return story.products.reduce((sum, product) => sum + (product.list ?? 0), 0)
}

function productsOf(story: Story, figures: AccountFigures, digits: number): AccountProfile['products'] {
  return story.products.slice(0, SHOWN_PRODUCTS).map((product) => {
    const tonnes = tonnesOf(product.ml)
    const known = product.cost !== null && product.costedLines === product.lines && tonnes > 0
    return {
      sku: product.sku,
      name: product.name,
      litres: litresOf(product.ml),
      share: figures.millilitres > 0 ? product.ml / figures.millilitres : 0,
      contributionPerTonne: known
        ? round(fromMinor(product.amount - (product.cost ?? 0), digits) / tonnes, 2)
        : null,
    }
  })
}

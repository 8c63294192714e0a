import type { Tier } from '../../../domain/chain/line.ts'
import type { TierMode } from '../../../domain/develop/deal.ts'
import type { Measure, PeriodKind, PolicyComponent } from '../../../domain/develop/trade-policy.ts'
import type { PolicyBody } from '../../trade-api.ts'
import type { MinorMoney } from '../../ui/minor-money.ts'

export const termKinds = ['rate', 'tiers', 'growth', 'free_goods', 'conduct', 'display'] as const
export type TermKind = (typeof termKinds)[number]
type Typed = number | null

/** A policy as it is typed: money in whole units; null is an empty field. */
export type PolicyForm = {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly nodes: readonly string[]
  readonly tiers: readonly Tier[]
  readonly accounts: readonly { readonly id: string; readonly name: string }[]
  readonly skus: readonly string[]
  readonly kind: TermKind
  readonly measure: Measure
  readonly mode: TierMode
  readonly steps: readonly { readonly from: Typed; readonly rate: Typed }[]
  readonly rate: Typed
  readonly above: Typed
  readonly buy: Typed
  readonly get: Typed
  readonly value: Typed
  readonly amount: Typed
  readonly period: PeriodKind
  /** Null: as the kind of terms suggests. */
  readonly component: PolicyComponent | null
  readonly stacking: 'stackable' | 'exclusive'
  readonly priority: Typed
  readonly budget: Typed
  readonly limit: Typed
}

/** Where a kind of terms is booked unless somebody says otherwise. */
export function usualComponent(kind: TermKind): PolicyComponent {
  return kind === 'free_goods' || kind === 'display' ? kind : 'rebate'
}

/** An empty form: wholesalers of these places, until the end of the year, by the month. */
export function emptyForm(today: string, nodes: readonly string[]): PolicyForm {
  return {
    name: '',
    from: today,
    to: `${today.slice(0, 4)}-12-31`,
    nodes,
    tiers: ['wholesaler'],
    accounts: [],
    skus: [],
    kind: 'rate',
    measure: 'cases',
    mode: 'marginal',
    steps: [{ from: 0, rate: null }],
    rate: null,
    above: null,
    buy: null,
    get: null,
    value: null,
    amount: null,
    period: 'month',
    component: null,
    stacking: 'stackable',
    priority: 100,
    budget: null,
    limit: null,
  }
}

type Money = Pick<MinorMoney, 'minorOf' | 'typed'>

/** The form of a draft that was saved. `named`: what the accounts on its list are called. */
export function formOf(
  draft: PolicyBody,
  named: readonly { readonly id: string; readonly name: string }[],
  money: Money,
): PolicyForm {
  const { terms } = draft
  const measure = 'measure' in terms ? terms.measure : 'cases'
  const rated = (rate: number) => (measure === 'amount' ? rate : money.typed(rate))
  const counted = (from: number) => (measure === 'amount' ? money.typed(from) : from)
  return {
    ...emptyForm(draft.from, draft.nodes),
    name: draft.name,
    to: draft.to,
    tiers: draft.tiers,
    accounts: (draft.accounts ?? []).map((id) => ({
      id,
      name: named.find((one) => one.id === id)?.name ?? id,
    })),
    skus: draft.skus ?? [],
    kind: terms.kind,
    measure,
    ...(terms.kind === 'tiers'
      ? {
          mode: terms.mode,
          steps: terms.tiers.map(({ from, rate }) => ({ from: counted(from), rate: rated(rate) })),
        }
      : {}),
    ...('rate' in terms ? { rate: rated(terms.rate) } : {}),
    ...(terms.kind === 'growth' ? { above: terms.above } : {}),
    ...(terms.kind === 'free_goods'
      ? { buy: terms.buy, get: terms.get, value: money.typed(terms.valueMinor) }
      : {}),
    ...('amountMinor' in terms ? { amount: money.typed(terms.amountMinor) } : {}),
    period: draft.period,
    component: draft.component === usualComponent(terms.kind) ? null : draft.component,
    stacking: draft.stacking,
    priority: draft.priority,
    budget: money.typed(draft.budgetMinor),
    limit: money.typed(draft.approveUpToMinor),
  }
}

/** The draft that a form says. What is left empty counts as nothing: the server says which of it a policy cannot do without. */
export function draftOf(form: PolicyForm, money: Money): PolicyBody {
  return {
    name: form.name,
    from: form.from,
    to: form.to,
    nodes: [...form.nodes],
    tiers: [...form.tiers],
    accounts: form.accounts.length === 0 ? null : form.accounts.map(({ id }) => id),
    skus: form.skus.length === 0 ? null : [...form.skus],
    stacking: form.stacking,
    priority: form.priority ?? 100,
    period: form.period,
    component: form.component ?? usualComponent(form.kind),
    terms: termsOf(form, money),
    budgetMinor: money.minorOf(form.budget),
    approveUpToMinor: money.minorOf(form.limit) ?? 0,
  }
}

/** The terms that a form says. */
export function termsOf(form: PolicyForm, { minorOf }: Money): PolicyBody['terms'] {
  const { kind, measure } = form
  const minor = (value: Typed) => minorOf(value) ?? 0
  const rated = (value: Typed) => (measure === 'amount' ? (value ?? 0) : minor(value))
  switch (kind) {
    case 'rate':
      return { kind, measure, rate: rated(form.rate) }
    case 'tiers':
      return {
        kind,
        measure,
        mode: form.mode,
        tiers: form.steps.map(({ from, rate }) => ({
          from: measure === 'amount' ? minor(from) : (from ?? 0),
          rate: rated(rate),
        })),
      }
    case 'growth':
      return { kind, measure, above: form.above ?? 0, rate: rated(form.rate) }
    case 'free_goods':
      return { kind, buy: form.buy ?? 0, get: form.get ?? 0, valueMinor: minor(form.value) }
    default:
      return { kind, amountMinor: minor(form.amount) }
  }
}

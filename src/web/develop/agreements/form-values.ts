import { addDays, addMonths, monthStart } from '../../../domain/day.ts'
import type { AgreementBody } from '../../agreements-api.ts'
import type { MinorMoney } from '../../ui/minor-money.ts'

type Typed = number | null

/** An agreement as it is typed: money in whole units; null is an empty field. */
export type AgreementForm = {
  readonly from: string
  readonly to: string
  readonly markets: readonly string[]
  readonly skus: readonly string[]
  readonly targets: Readonly<Record<string, Typed>>
  readonly firstCases: Typed
  /** A day, or empty. */
  readonly firstDue: string
  readonly mode: 'all' | 'marginal'
  readonly steps: readonly { readonly from: Typed; readonly rate: Typed }[]
  readonly perCase: Typed
  readonly once: Typed
  readonly payDays: Typed
  readonly visitEveryDays: Typed
  readonly exclusive: boolean
  readonly exclusivityWords: string
  readonly otherWords: string
}

const MOST_MONTHS = 60

/** The months of a term, `YYYY-MM`; none where its days are none. */
export function monthsOf({ from, to }: Pick<AgreementForm, 'from' | 'to'>): readonly string[] {
  const months: string[] = []
  if (!/^\d{4}-\d\d-\d\d$/.test(from) || !/^\d{4}-\d\d-\d\d$/.test(to)) return months
  for (let day = monthStart(from); day <= to && months.length < MOST_MONTHS; day = addMonths(day, 1))
    months.push(day.slice(0, 7))
  return months
}

/** An empty form: a year from today. */
export function emptyForm(today: string, markets: readonly string[]): AgreementForm {
  return {
    from: today,
    to: addDays(addMonths(today, 12), -1),
    markets,
    skus: [],
    targets: {},
    firstCases: null,
    firstDue: '',
    mode: 'all',
    steps: [{ from: 0, rate: null }],
    perCase: null,
    once: null,
    payDays: 0,
    visitEveryDays: 14,
    exclusive: false,
    exclusivityWords: '',
    otherWords: '',
  }
}

type Money = Pick<MinorMoney, 'minorOf' | 'typed'>

/** The form of a draft that was saved. */
export function formOf(draft: AgreementBody, money: Money): AgreementForm {
  const { from, to, markets, payDays, visitEveryDays, exclusive, exclusivityWords, otherWords } = draft
  const { rebate, support } = draft
  return {
    from,
    to,
    markets,
    payDays,
    visitEveryDays,
    exclusive,
    exclusivityWords,
    otherWords,
    skus: draft.products ?? [],
    targets: Object.fromEntries(draft.targets.map(({ month, cases }) => [month, cases])),
    firstCases: draft.firstOrder?.cases ?? null,
    firstDue: draft.firstOrder?.dueOn ?? '',
    mode: rebate?.mode ?? 'all',
    steps: rebate?.tiers.map((one) => ({ from: one.from, rate: money.typed(one.rate) })) ?? [
      { from: 0, rate: null },
    ],
    perCase: support.perCaseMinor === 0 ? null : money.typed(support.perCaseMinor),
    once: support.onceMinor === 0 ? null : money.typed(support.onceMinor),
  }
}

/** The draft that a form says. What is left empty counts as nothing; months beyond the term are left out. */
export function draftOf(form: AgreementForm, { minorOf }: Money): AgreementBody {
  const { from, to, exclusive, exclusivityWords, otherWords } = form
  const months = new Set(monthsOf(form))
  const tiers = form.steps
    .filter(({ rate }) => rate !== null)
    .map((step) => ({ from: step.from ?? 0, rate: minorOf(step.rate) ?? 0 }))
  return {
    from,
    to,
    exclusive,
    exclusivityWords: exclusive ? exclusivityWords : '',
    otherWords,
    markets: [...form.markets],
    products: form.skus.length === 0 ? null : [...form.skus],
    targets: Object.entries(form.targets).flatMap(([month, cases]) =>
      cases === null || !months.has(month) ? [] : [{ month, cases }],
    ),
    firstOrder:
      form.firstCases === null && form.firstDue === ''
        ? null
        : { cases: form.firstCases, dueOn: form.firstDue === '' ? null : form.firstDue },
    rebate: tiers.length === 0 ? null : { kind: 'tiers', measure: 'cases', mode: form.mode, tiers },
    support: { perCaseMinor: minorOf(form.perCase) ?? 0, onceMinor: minorOf(form.once) ?? 0 },
    payDays: form.payDays ?? 0,
    visitEveryDays: form.visitEveryDays,
  }
}

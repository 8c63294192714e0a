import { addDays, type Day } from '../../day.ts'
import type { ProblemCode } from '../../problem.ts'

/** What happened to one version of an agreement, in order. Facts are appended: a version is not changed once it was approved. */
export const agreementEvents = [
  'drafted',
  'sent',
  'approved',
  'returned',
  'signed',
  'activated',
  'terminated',
] as const
export type AgreementEvent = (typeof agreementEvents)[number]

export const agreementStates = [
  'draft',
  'sent',
  'approved',
  'signed',
  'coming',
  'in-force',
  'ended',
  'terminated',
] as const
export type AgreementState = (typeof agreementStates)[number]

export type Term = {
  readonly from: Day
  /** The last day that counts. */
  readonly to: Day
}

/**
 * Where a version stands on a day: what happened last, and once it is active its days. One that came back is a draft again. `to`: the
 * last day that counts in the end; one that was terminated is in force until then.
 */
export function stateOf(last: AgreementEvent, { from, to }: Term, today: Day): AgreementState {
  if (last === 'drafted' || last === 'returned') return 'draft'
  if (last !== 'activated' && last !== 'terminated') return last
  if (today > to) return last === 'terminated' ? 'terminated' : 'ended'
  return today < from ? 'coming' : 'in-force'
}

/** How long before its last day the renewal of an agreement is proposed. */
export const RENEWAL_DAYS = 90

/** Whether an agreement in force ends within 90 days, today and its last day included. */
export function endsSoon(state: AgreementState, { to }: Term, today: Day): boolean {
  return state === 'in-force' && to <= addDays(today, RENEWAL_DAYS)
}

export const agreementActs = [
  'change',
  'send',
  'decide',
  'sign',
  'activate',
  'amend',
  'renew',
  'terminate',
] as const
export type AgreementAct = (typeof agreementActs)[number]

type Why = Extract<ProblemCode, `agreement/${string}`>

/**
 * Why something cannot be done with a version now; null: it can. `beyond`: it goes beyond the limits of whoever made it, so that
 * nobody signs before it was approved. What is within the limits is signed as a draft. `over`: it was terminated, so that nothing follows
 * it, though it is in force until its last day.
 */
export function agreementWhyNot(
  act: AgreementAct,
  state: AgreementState,
  { beyond, over }: { readonly beyond: boolean; readonly over: boolean },
): Why | null {
  switch (act) {
    case 'change':
      return state === 'draft' ? null : 'agreement/not-draft'
    case 'send':
      return state !== 'draft' ? 'agreement/not-draft' : beyond ? null : 'agreement/within-limits'
    case 'decide':
      return state === 'sent' ? null : 'agreement/not-sent'
    case 'sign':
      if (state === 'approved' || (state === 'draft' && !beyond)) return null
      return state === 'draft' || state === 'sent' ? 'agreement/not-approved' : 'agreement/not-draft'
    case 'activate':
      return state === 'signed' ? null : 'agreement/not-signed'
    case 'amend':
    case 'renew':
      return state === 'in-force' && !over ? null : 'agreement/not-in-force'
    case 'terminate':
      return state === 'in-force' ? null : 'agreement/not-in-force'
  }
}

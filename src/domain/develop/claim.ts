import { ok, refuse, type Result } from '../problem.ts'

/** What a claim may still ask for: money in minor units. `claimed`: of claims that wait or were approved. */
export type ClaimRoom = {
  readonly accrued: number
  readonly claimed: number
  readonly budget: number
  readonly held: number
}

export type ClaimState = 'open' | 'approved' | 'refused' | 'withdrawn'

const shown = (minor: number, digits: number) => minor / 10 ** digits

function isAmount(minor: number): boolean {
  return Number.isSafeInteger(minor) && minor > 0
}

/** Whether so much may be asked for. Refused: no whole amount above zero; more than was posted and not claimed yet; more than the budget has left. */
export function mayAsk(
  asked: number,
  { accrued, claimed, budget, held }: ClaimRoom,
  digits: number,
): Result<true, 'claim/amount-invalid' | 'claim/over-accrued' | 'claim/over-budget'> {
  if (!isAmount(asked)) return refuse('claim/amount-invalid')
  const left = Math.max(0, accrued - claimed)
  if (asked > left) return refuse('claim/over-accrued', { left: shown(left, digits) })
  if (asked > budget - held)
    return refuse('claim/over-budget', { left: shown(Math.max(0, budget - held), digits) })
  return ok(true)
}

export type Decision = { readonly approved: number; readonly reason: string }

/**
 * Whether somebody may decide a claim so. `limit`: null for who decides any amount. Refused: one's own claim; an amount that is not
 * between nothing and what was asked; less than was asked without saying why; more than one may approve; more than is posted by now (a
 * return came in between).
 */
export function mayDecide(
  claim: { readonly asked: number; readonly own: boolean },
  { approved, reason }: Decision,
  {
    limit,
    left,
    digits,
    roles,
  }: {
    readonly limit: number | null
    readonly left: number
    readonly digits: number
    readonly roles: string
  },
): Result<
  true,
  | 'claim/own'
  | 'claim/approved-invalid'
  | 'claim/reason-missing'
  | 'claim/beyond-limit'
  | 'claim/over-accrued'
> {
  if (claim.own) return refuse('claim/own')
  if (!Number.isSafeInteger(approved) || approved < 0 || approved > claim.asked)
    return refuse('claim/approved-invalid', { asked: shown(claim.asked, digits) })
  if (approved < claim.asked && reason.trim() === '') return refuse('claim/reason-missing')
  // Refusing a large claim is a decision about it as well.
  if (limit !== null && claim.asked > limit)
    return refuse('claim/beyond-limit', { limit: shown(limit, digits), roles })
  if (approved > left) return refuse('claim/over-accrued', { left: shown(Math.max(0, left), digits) })
  return ok(true)
}

/** Whether so much may be paid on a claim. Refused: not approved, or paid in full; no whole amount above zero; more than is left. */
export function maySettle(
  claim: { readonly state: ClaimState; readonly approved: number; readonly settled: number },
  amount: number,
  digits: number,
): Result<true, 'claim/not-approved' | 'settlement/amount-invalid' | 'settlement/over-approved'> {
  const left = claim.approved - claim.settled
  if (claim.state !== 'approved' || left === 0) return refuse('claim/not-approved')
  if (!isAmount(amount)) return refuse('settlement/amount-invalid')
  return amount > left ? refuse('settlement/over-approved', { left: shown(left, digits) }) : ok(true)
}

import { z } from '@hono/zod-openapi'

const minor = z.number()
export const ClaimState = z.enum(['open', 'approved', 'refused', 'withdrawn'])

/** `records`: files of the account that show it. Money in minor units. */
export const NewClaim = z
  .object({
    policy: z.uuid(),
    account: z.uuid(),
    period: z.string().max(10),
    askedMinor: minor,
    records: z.array(z.uuid()).max(20),
    words: z.string().max(1000),
  })
  .openapi('NewClaim')
export type NewClaim = z.infer<typeof NewClaim>

/** Nothing approved is a refusal; less than asked says why. */
export const ClaimDecision = z
  .object({ approvedMinor: minor, reason: z.string().max(1000) })
  .openapi('ClaimDecision')
export type ClaimDecision = z.infer<typeof ClaimDecision>

/** `amountMinor`: what it is worth, also in goods. */
export const NewSettlement = z
  .object({
    how: z.enum(['credit', 'cash', 'goods']),
    amountMinor: minor,
    sku: z.uuid().nullable(),
    cases: z.number().nullable(),
  })
  .openapi('NewSettlement')
export type NewSettlement = z.infer<typeof NewSettlement>

export const ClaimSaved = z.object({ id: z.string(), state: ClaimState }).openapi('ClaimSaved')
export type ClaimSaved = z.infer<typeof ClaimSaved>

const claim = {
  id: z.string(),
  policy: z.string(),
  policyCode: z.string(),
  policyName: z.string(),
  account: z.string(),
  accountName: z.string(),
  period: z.string(),
  state: ClaimState,
  askedMinor: minor,
  approvedMinor: minor,
  settledMinor: minor,
  sentOn: z.string(),
  sentBy: z.string(),
  decidedOn: z.string().nullable(),
  decidedBy: z.string().nullable(),
}
export const ClaimQuery = z.object({
  state: ClaimState.optional(),
  policy: z.uuid().optional(),
  account: z.uuid().optional(),
})
export type ClaimQuery = z.infer<typeof ClaimQuery>
export const Claims = z.object({ claims: z.array(z.object(claim)), more: z.boolean() }).openapi('Claims')
export type Claims = z.infer<typeof Claims>

export const ClaimView = z
  .object({
    ...claim,
    words: z.string(),
    reason: z.string(),
    /** What is posted for the unit by now, and what its claims have taken of it, this one with them. */
    accruedMinor: minor,
    claimedMinor: minor,
    evidence: z.array(z.object({ record: z.string(), name: z.string() })),
    settlements: z.array(
      z.object({
        how: z.enum(['credit', 'cash', 'goods']),
        amountMinor: minor,
        sku: z.string().nullable(),
        cases: z.number().nullable(),
        on: z.string(),
      }),
    ),
  })
  .openapi('ClaimView')
export type ClaimView = z.infer<typeof ClaimView>

/** A month of an account: what stood open, what came, what was paid, what stands open. By day of booking: a month that is over stays. */
export const TradeStatement = z
  .object({
    account: z.string(),
    accountCode: z.string(),
    accountName: z.string(),
    month: z.string(),
    openingMinor: minor,
    accruedMinor: minor,
    settledMinor: minor,
    closingMinor: minor,
    /** Of what stands open at the end: what claims ask for or have been promised, and what nobody has asked for yet. */
    claimedMinor: minor,
    lines: z.array(
      z.object({
        kind: z.enum(['accrual', 'claim', 'decision', 'settlement']),
        on: z.string(),
        policyCode: z.string(),
        policyName: z.string(),
        period: z.string(),
        /** Of accruals and settlements what they add to the balance; of claims and decisions what they say, which adds nothing. */
        amountMinor: minor,
        balanceMinor: minor,
        ref: z.string(),
      }),
    ),
  })
  .openapi('TradeStatement')
export type TradeStatement = z.infer<typeof TradeStatement>
export const StatementQuery = z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) })

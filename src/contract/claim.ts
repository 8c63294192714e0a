import { z } from '@hono/zod-openapi'
import { periodKinds } from '../domain/develop/trade-policy.ts'

const minor = z.number()
/** How long the policy's periods are now: how a period's first day is said. */
const periodKind = z.enum(periodKinds)
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
  marketName: z.string(),
  period: z.string(),
  periodKind,
  state: ClaimState,
  askedMinor: minor,
  approvedMinor: minor,
  settledMinor: minor,
  sentOn: z.string(),
  sentBy: z.string(),
  decidedOn: z.string().nullable(),
  decidedBy: z.string().nullable(),
}
/** What is to be done about a claim: decide it, pay it, nothing any more. */
export const claimTodos = ['decide', 'pay', 'done'] as const
/** `node`: the code of a place. */
export const ClaimQuery = z.object({
  node: z.string().max(200).optional(),
  todo: z.enum(claimTodos).optional(),
  policy: z.uuid().optional(),
  account: z.uuid().optional(),
})
export type ClaimQuery = z.infer<typeof ClaimQuery>
/** What waits in the place, whatever is listed: how many claims, and how much they ask for or are still owed. */
export const Claims = z
  .object({
    claims: z.array(z.object(claim)),
    more: z.boolean(),
    decide: z.object({ n: z.number(), minor }),
    pay: z.object({ n: z.number(), minor }),
  })
  .openapi('Claims')
export type Claims = z.infer<typeof Claims>

export const ClaimableQuery = ClaimQuery.pick({ node: true, policy: true, account: true })
export type ClaimableQuery = z.infer<typeof ClaimableQuery>
/** Units of which more was posted than claims have taken, the largest first. `budgetLeftMinor`: what the policy has left for all. */
export const Claimable = z
  .object({
    units: z.array(
      z.object({
        policy: z.string(),
        policyCode: z.string(),
        policyName: z.string(),
        account: z.string(),
        accountCode: z.string(),
        accountName: z.string(),
        marketName: z.string(),
        period: z.string(),
        periodKind,
        accruedMinor: minor,
        claimedMinor: minor,
        leftMinor: minor,
        budgetLeftMinor: minor,
        /** It is only paid with a file that shows it. */
        needsFile: z.boolean(),
        /** A claim of it waits, and only one may. */
        waits: z.boolean(),
      }),
    ),
    leftMinor: minor,
    n: z.number(),
  })
  .openapi('Claimable')
export type Claimable = z.infer<typeof Claimable>

export const ClaimView = z
  .object({
    ...claim,
    words: z.string(),
    reason: z.string(),
    /** The caller sent it, and so does not decide it. */
    own: z.boolean(),
    /** A claim above it is decided by whoever makes policies. */
    approveUpToMinor: minor,
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
        kind: z.enum(['accrual', 'claim', 'withdrawal', 'decision', 'refusal', 'settlement']),
        on: z.string(),
        policyCode: z.string(),
        policyName: z.string(),
        period: z.string(),
        periodKind,
        /** Of accruals and settlements what they add to the balance; of claims, withdrawals, decisions and refusals what they say, which adds nothing. */
        amountMinor: minor,
        balanceMinor: minor,
        ref: z.string(),
      }),
    ),
  })
  .openapi('TradeStatement')
export type TradeStatement = z.infer<typeof TradeStatement>
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export const StatementQuery = z.object({ month })
export const StatementFileQuery = z.object({
  month,
  format: z.enum(['csv', 'xlsx']).default('csv'),
  lang: z.enum(['zh', 'en']).optional(),
})

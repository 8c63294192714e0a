import type { SameAs } from '../message.ts'
import type { agreementProblem as zh } from '../zh/agreement-problem.ts'

/** Agreements with wholesalers. */
export const agreementProblem: SameAs<typeof zh> = {
  'agreement/missing': 'There is no such agreement. Look in the list.',
  'agreement/overlap':
    'It meets another agreement, and one of the two is exclusive.[[ From {from:plain} to {to:plain}, agreement {code} has given {markets} to somebody else.]] Change places, products or days, or ask somebody who may approve to waive it.',
  'agreement/no-overlap': 'It meets no other agreement, so there is nothing to waive.',
  'agreement/account-has-one':
    'This account has an agreement for these days[[: {code}]]. Amend that one, or wait until it ends.',
  'agreement/signature-invalid':
    'This can’t be used as a signature. One drawn on screen is a PNG; a scan is a PDF, JPEG or PNG[[ of at most {limitMb} MB]].',
  'agreement/field-invalid':
    'One entry isn’t right[[: {field}]]. See whether it is empty, too long, not a whole number, or below zero.',
  'agreement/dates-crossed':
    'The first day[[, {from:plain},]] comes after the last[[, {to:plain}]]. Correct one of the two.',
  'agreement/resale-price':
    'An agreement can’t say at what price the wholesaler resells[[: “{found}”]]. Article 18 of the Anti-Monopoly Law of China (2022) prohibits fixing a resale price or its minimum. Take it out, or recommend a price.',
  'agreement/not-draft':
    'This agreement has been sent on and can’t be changed. Wait until it comes back, or make a new version.',
  'agreement/not-sent': 'This agreement isn’t waiting for approval. Send it for approval first.',
  'agreement/not-approved':
    'What goes beyond the limits isn’t approved yet. Send it for approval, then sign.',
  'agreement/not-signed': 'It isn’t signed yet. Sign it, or upload the scan that was signed.',
  'agreement/not-in-force':
    'This agreement isn’t in force, or it was terminated. Only one in force can be amended, renewed or terminated.',
  'agreement/within-limits': 'It is within the limits and needs no approval. Sign it.',
  'agreement/own-approval': 'You sent it yourself, so somebody else must approve it.',
  'agreement/limit-too-low': 'It goes beyond what you may approve. Ask somebody with a higher limit.',
}

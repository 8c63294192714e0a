import type { SameAs } from '../message.ts'
import type { tradeProblem as zh } from '../zh/trade-problem.ts'

export const tradeProblem: SameAs<typeof zh> = {
  'trade-policy/missing': 'There is no such trade policy, or it is out of your reach.',
  'trade-policy/name-missing':
    'The policy has no name, or one that is too long[[ (at most {most} characters)]]. Give it a name that people understand.',
  'trade-policy/day-invalid': 'That is no day[[: {day:plain}]]. Write it like 2026-11-23.',
  'trade-policy/dates-crossed':
    'The first day[[, {from:plain},]] comes after the last[[, {to:plain}]]. Correct one of the two.',
  'trade-policy/budget-missing':
    'The policy has no budget. Say how much may be claimed at most; without one a policy cannot be made.',
  'trade-policy/budget-below-held':
    'The budget cannot be less than what is claimed already[[: {held}]]. Refuse some claims first, or set it higher.',
  'trade-policy/market-unknown':
    'No place is chosen, or there is no market in it. Choose a region, an office or a market.',
  'trade-policy/tier-none':
    'No kind of account is chosen. Choose at least one: wholesalers, sub-distributors, outlets.',
  'trade-policy/account-unknown':
    'An account is not there, or none is chosen. Choose accounts again; for all of them leave the list out.',
  'trade-policy/sku-unknown':
    'A product is not there, or none is chosen. Choose products again; for all of them leave the list out.',
  'trade-policy/pack-missing':
    'The policy counts cases, and a product has no pack[[: {skus:plain}]]. Say in the master data how many bottles a case holds, then make the policy.',
  'trade-policy/growth-too-long':
    'A growth policy over more than a year would be compared with itself. Reckon it by year, quarter or month.',
  'trade-policy/number-invalid':
    'A figure cannot be used[[: {value:plain}]][[ ({field:plain})]]. Amounts are whole cents, rates have at most four decimals; look whether a digit is too many.',
  'trade-policy/rate-negative':
    'Rates and amounts cannot be below zero[[: {value}]][[ ({field:plain})]]. Make it positive.',
  'trade-policy/rate-zero':
    'A rate or amount is zero, so the policy gives nothing[[ ({field:plain})]]. Say how much it gives.',
  'trade-policy/tiers-none':
    'There is no tier, or there are too many[[ (at most {most})]]. Give at least one.',
  'trade-policy/tier-invalid':
    '[[Tier {n} ]]begins at something that is no whole number[[: {value:plain}]]. Zero will do as well.',
  'trade-policy/tiers-unsorted':
    'The tiers are not in rising order[[: tier {n} begins at {from}]][[, after {before}]]. Put them in order.',
  'trade-policy/tiers-overlap':
    '[[Tier {n} ]]overlaps the one before[[: it begins at {from}]]. Let it begin where that one ends.',
  'trade-policy/tiers-hole':
    'After [[tier {n} ]]there is a hole[[, from {from}]][[ to {next}]]. Let tiers touch, and leave the end of the last one open.',
  'trade-policy/free-goods-invalid':
    'Free goods are whole cases: how many are bought, how many come free, one at least of each[[ (it says {buy} and {get})]].',
  'trade-policy/changed':
    'The policy was just changed[[ by {by:plain}]][[; this is version {version}]]. Look at it as it is now before changing it.',
  'trade-policy/of-agreement':
    'This policy was made by agreement[[ {code:plain}]]; here only its budget and limit can be changed. To change its terms, amend the agreement.',
  'trade-policy/no-change': 'That is what it says already; there is nothing to change.',
  'trade-policy/not-confirmable':
    'The policy counts what is bought, so there is nothing to confirm. Only conduct and display are confirmed.',
  'trade-policy/period-unknown':
    'The policy has no such period[[: {period:plain}]]. Choose one within its days.',
  'trade-policy/not-for-account':
    'The policy is not for this account. Look at its places, kinds of account and list.',
  'trade-policy/confirmed-already': 'That is how it stands already for this period.',
  'claim/missing': 'There is no such claim, or it is out of your reach.',
  'claim/amount-invalid': 'The amount cannot be claimed. Write one above zero, to the cent.',
  'claim/open-already':
    'A claim for this period is waiting[[: {asked}, of {day:plain}]]. Wait until it is decided, or take it back first.',
  'claim/over-accrued':
    'That is too much: [[{left} ]]can still be claimed for this period. Claim no more than that; what is not in the ledger yet can be claimed once it is.',
  'claim/over-budget':
    'The budget of the policy does not reach: [[{left} ]]is left of it. Claim less, or ask head office for more budget.',
  'claim/evidence-missing':
    'A piece of evidence is not among the account’s files. Put the photo or list there first, then choose it.',
  'claim/evidence-used':
    'This evidence was used before[[: {name:plain}, in the claim of {day:plain}]]. Choose another.',
  'claim/decided': 'The claim was just dealt with[[ by {by:plain}]]. Look at it as it is now.',
  'claim/not-approved': 'The claim is not approved, or has been settled in full; it cannot be settled.',
  'claim/own': 'One’s own claim has to be decided by somebody else.',
  'claim/beyond-limit':
    'The claim is beyond what you may approve[[: {limit}]]. Ask somebody who may change policies[[: {roles}]].',
  'claim/reason-missing': 'Say why less or nothing is approved, so that whoever claimed it knows.',
  'claim/approved-invalid': 'Approve more than zero and no more than was asked[[: {asked}]].',
  'settlement/over-approved': 'That is too much: [[{left} ]]of the claim is still to be settled.',
  'settlement/amount-invalid': 'The amount cannot be settled. Write one above zero, to the cent.',
  'settlement/goods-unknown': 'To settle in goods, choose a product and whole cases.',
}

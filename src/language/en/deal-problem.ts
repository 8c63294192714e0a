import type { SameAs } from '../message.ts'
import type { dealProblem as zh } from '../zh/deal-problem.ts'

export const dealProblem: SameAs<typeof zh> = {
  'deal/not-readable':
    'This file is not JSON[[: {why:plain}]]. Write it like the example of tonnage deal --help and try again.',
  'deal/part-invalid':
    'Named numbers in curly brackets belong here[[: {field}]][[, not {value:plain}]]. Write it like the example of --help.',
  'deal/field-unknown':
    'There is no such field[[: “{field}”]][[; perhaps “{meant}” was meant]]. Use a known name or take it out[[; known here: {known:plain}]].',
  'deal/field-missing':
    'A field is missing that is needed here[[: {field}]]. Add it, or take the whole part out.',
  'deal/number-invalid':
    '[[“{field}” ]]must be a number[[, and is {value:plain}]]. Write figures only, without quotes, units or thousands separators; leave the field out if nobody knows.',
  'deal/out-of-range':
    '[[“{field}” ]]is out of bounds[[: {value}]][[, it must be from {low} to {high}]]. Look whether a digit is too many or too few.',
  'deal/share-outside':
    '[[“{field}” ]]is a share and must be from 0 to 1[[, not {value}]]. Write 0.7 for 70 % and 0.08 for 8 %.',
  'deal/not-whole':
    '[[“{field}” ]]must be whole[[, not {value}]]. There are no parts of cases and days: make it a whole number.',
  'deal/price-negative':
    'The price out would be below zero[[: in at {priceIn}, spread {spread}]]. The spread is price out minus price in; it may be negative, but not by more than the price in. Change one of the two.',
  'deal/rebate-twice': 'The rebate is given in two ways. Keep one: so much a case, or tiers.',
  'deal/rebate-none':
    'The rebate says nothing. Give perCase, or tiers and mode; take it out if there is none.',
  'deal/mode-unknown':
    'It is not said how the tiers count[[ (it says {value:plain})]]. Set mode to all (every case at the tier reached) or marginal (each case at its own tier): they lie far apart, so nothing is guessed.',
  'deal/tier-invalid':
    'The tiers of the rebate cannot be read[[: {field}]]. Give a list[[ of 1 to {most}]], each with from (how many cases it begins at) and rate (yuan a case).',
  'deal/tiers-overlap':
    'Two tiers begin at the same number of cases[[: {from}]][[ ({field})]]. Keep one of them.',
  'deal/tiers-unsorted':
    'The tiers are not in rising order[[: {from} comes after {before}]][[ ({field})]]. Put them in order of cases.',
}

import type { SameAs } from '../message.ts'
import type { assess as zh, reasons as zhReasons } from '../zh/assess.ts'

/** Chapter one: key accounts. */
export const assess: SameAs<typeof zh> = {
  'standing.key_account': 'Key account',
  'standing.on_watch': 'Key, on watch',
  'standing.at_risk': 'Key, at risk',
  'standing.big_disloyal': 'Big, disloyal',
  'standing.candidate': 'Candidate',
  'standing.regular': 'Regular',
  'standing.dormant': 'Dormant',
  'part.volume': 'Tonnage',
  'part.profit': 'Profit',
  'part.strength': 'Strength',
  'part.potential': 'Potential',
}

/** Sentences from facts, keyed by the code of a `Reason`. They stand one after the other, so none ends in a full stop. */
export const reasons: SameAs<typeof zhReasons> = {
  'tonnage.first': 'The largest in its market, {share:percent} of the volume',
  'tonnage.place': 'Number {place} in its market, {share:percent} of the volume',
  'tonnage.place-far': 'Place {place} by volume in its market, {share:percent} of it',
  'tonnage.grew': 'Sold {change:percent} more in the last 12 months than the year before',
  'tonnage.shrank': 'Sold {change:percent} less in the last 12 months than the year before',
  'loyalty.silent': {
    one: 'No order for {n} day; the usual gap is {usual}',
    other: 'No order for {n} days; the usual gap is {usual}',
  },
  'loyalty.wallet-fell':
    'Our share of its purchases fell from {before:percent} to {now:percent} in half a year',
  'loyalty.overdue': '{amount} overdue as of {day}',
  'loyalty.few-orders': {
    one: 'Only {n} order so far: no rhythm to judge by',
    other: 'Only {n} orders so far: no rhythm to judge by',
  },
  'contribution.loss': 'It costs us money: {amount} lost on every tonne',
  'contribution.unknown': 'Contribution unknown: only {coverage:percent} of its volume has a cost',
  'dormant.since': {
    one: 'Nothing has moved since {day}, {n} day ago',
    other: 'Nothing has moved since {day}, {n} days ago',
  },
  'dormant.never': 'Has never bought anything',
  'dormant.bought': 'The year before it still bought {kilolitres} kL',
  'dormant.silent': {
    one: 'No order for {n} day, {cycles} times its usual gap',
    other: 'No order for {n} days, {cycles} times its usual gap',
  },
  'watch.below': 'Fell to rank {rank}, beyond {line}: another month like this and it leaves the key accounts',
  'candidate.marks': 'Potential {potential}, tonnage {volume}: worth developing',
  'rank.line': 'Rank {rank} overall; key accounts begin at {line}',
  'standing.overridden': 'Set by {by}: {why}; until {until}',
}

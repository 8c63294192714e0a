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

/** Sentences from facts, keyed by the code of a `Reason`. */
export const reasons: SameAs<typeof zhReasons> = {}

import type { SameAs } from '../message.ts'
import type { findings as zhFindings, intake as zh } from '../zh/intake.ts'

/** Bringing files in. */
export const intake: SameAs<typeof zh> = {
  'kind.markets': 'Markets',
  'kind.accounts': 'Accounts',
  'kind.products': 'Products',
  'kind.movements': 'Movements',
  'kind.supply-links': 'Supply links',
  'kind.prices': 'Prices',
  'kind.people': 'People',
}

/** Sentences about a file, keyed by the code of a question or a warning of an import. */
export const findings: SameAs<typeof zhFindings> = {}

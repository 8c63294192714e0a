import type { SameAs } from '../message.ts'
import type { people as zh } from '../zh/people.ts'

/** People, roles and rights; signing in. */
export const people: SameAs<typeof zh> = {
  'role.admin': 'Administrator',
  'role.hq': 'Head office',
  'role.finance': 'Finance',
  'role.regional_manager': 'Regional manager',
  'role.rep': 'Field rep',
  'role.read_only': 'Read only',
  'right.ranking.read': 'See the ranking',
  'right.account.read': 'See accounts',
  'right.contribution.read': 'See contribution',
  'right.account.override': 'Set a standing',
  'right.account.merge': 'Merge accounts',
  'right.import.run': 'Import',
  'right.import.undo': 'Undo imports',
  'right.export.run': 'Export',
  'right.policy.read': 'See the assessment policy',
  'right.policy.change': 'Change the assessment policy',
  'right.people.read': 'See people',
  'right.people.change': 'Change people',
  'right.company.change': 'Change the company',
  'right.audit.read': 'See the audit trail',
}

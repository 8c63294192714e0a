/** Agreements with wholesalers: their part of the catalogue (`problem.ts`). */
export const agreementProblems = {
  'agreement/missing': 'missing',
  'agreement/overlap': 'refused',
  'agreement/no-overlap': 'refused',
  'agreement/account-has-one': 'conflict',
  'agreement/signature-invalid': 'invalid',
  'agreement/field-invalid': 'invalid',
  'agreement/dates-crossed': 'invalid',
  'agreement/resale-price': 'refused',
  'agreement/not-draft': 'refused',
  'agreement/not-sent': 'refused',
  'agreement/not-approved': 'refused',
  'agreement/not-signed': 'refused',
  'agreement/not-in-force': 'refused',
  'agreement/within-limits': 'refused',
  'agreement/own-approval': 'forbidden',
  'agreement/limit-too-low': 'forbidden',
} as const

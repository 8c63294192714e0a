import type { AgreementDraft } from '../../src/contract/agreement.ts'

/** So many minor units a case, from the first on. */
export function rebateOf(rate: number): AgreementDraft['rebate'] {
  return { kind: 'tiers', measure: 'cases', mode: 'all', tiers: [{ from: 0, rate }] }
}

/** A year in these markets, 3 yuan a case from 0 cases, 1,200 cases in two months; not exclusive. */
export function anAgreement(markets: readonly string[], over: Partial<AgreementDraft> = {}): AgreementDraft {
  return {
    from: '2026-01-01',
    to: '2026-12-31',
    markets: [...markets],
    products: null,
    targets: [
      { month: '2026-01', cases: 800 },
      { month: '2026-02', cases: 400 },
    ],
    rebate: rebateOf(300),
    support: { perCaseMinor: 0, onceMinor: 0 },
    payDays: 30,
    visitEveryDays: 14,
    exclusive: false,
    exclusivityWords: '',
    otherWords: '',
    ...over,
  }
}

/** A drawn signature as small as it can be: one grey dot as a PNG, Base64. */
export const DRAWN =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='

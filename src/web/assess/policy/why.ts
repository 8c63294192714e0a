import type { Why } from '../../../contract/assess.ts'
import type { PolicyDocument } from '../../../contract/policy.ts'
import { criteria } from '../../../domain/assess/criterion.ts'
import type { PolicyDraft } from './draft.ts'

const parts = [
  'weights',
  'k',
  'lines',
  'loyalty',
  'dormant',
  'candidate',
  'reference',
  'robustness',
  'preview',
] as const
export type WhyPart = (typeof parts)[number]

export function isWhy(text: unknown): text is WhyPart {
  return parts.some((part) => part === text)
}

/** What a part of the policy stands on: the weights for the score; for the rest its formula says all. */
export function whyOf(part: WhyPart, draft: PolicyDraft, doc: PolicyDocument): Why {
  const inputs =
    part === 'weights'
      ? criteria.map((name) => ({
          name,
          value: Math.round(draft.policy.weights[name] * 1e4) / 100,
          unit: '%',
        }))
      : []
  return { formula: '', inputs, after: null, to: null, policy: doc.version, frozenOn: doc.frozenOn }
}

import type { PolicyDocument, PolicyPreview } from '../../../contract/policy.ts'
import { criteria, type Criterion, type Four } from '../../../domain/assess/criterion.ts'
import { percent } from '../../../language/message.ts'
import type { Reading } from '../../ui/reading.ts'
import type { PolicyDraft } from './draft.ts'

export function weightsInWords(
  { locale }: Pick<Reading, 'locale'>,
  weights: Four<number>,
  one: Criterion,
): string {
  return percent(locale, weights[one] ?? 0)
}

/** The answer of the screen: what holds, or what the draft would change. */
export function policySentence(
  { t }: Pick<Reading, 't'>,
  doc: PolicyDocument,
  draft: PolicyDraft,
  preview: PolicyPreview | undefined,
  running: boolean,
): string {
  if (draft.dirty) {
    if (draft.problem) return t('policy.says-wrong')
    if (!preview || running) return t('policy.says-working')
    const { changed, moved, keyBefore, keyAfter } = preview
    return changed.length === 0
      ? t('policy.says-draft-none', { n: moved })
      : t('policy.says-draft', { n: changed.length, before: keyBefore, after: keyAfter })
  }
  const { weights } = draft.live
  const words = criteria
    .toSorted((a, b) => weights[b] - weights[a])
    .map((one) => t('policy.weight', { name: t(`part.${one}`), share: weights[one] }))
    .join(t('policy.weight-comma'))
  return preview
    ? t('policy.says', { version: doc.version, weights: words, n: preview.keyBefore, all: preview.accounts })
    : t('policy.says-short', { version: doc.version, weights: words })
}

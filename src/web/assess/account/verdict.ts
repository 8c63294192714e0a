import type { AccountProfile } from '../../../contract/assess.ts'
import type { Reason } from '../../../domain/assess/criterion.ts'
import { criteria, type Criterion } from '../../../domain/assess/criterion.ts'
import { sentence, type Locale } from '../../../language/index.ts'
import { figure, percent } from '../../../language/message.ts'
import { whyOfReason } from './why-words.ts'

export type Test = { readonly criterion: Criterion; readonly passed: boolean | null }

/**
 * The four tests of a key account. Passed: the part is not below the mean of the market (its step in the score does not take
 * away), and profit is no loss. Null where nothing is known of it.
 */
export function testsOf(profile: Pick<AccountProfile, 'account' | 'scoreSteps'>): readonly Test[] {
  const { account, scoreSteps } = profile
  return criteria.map((criterion) => {
    const step = scoreSteps?.find(({ name }) => name === criterion)
    if (account.parts[criterion] === null || !step) return { criterion, passed: null }
    const loss = criterion === 'profit' && account.contribution !== null && account.contribution <= 0
    return { criterion, passed: !loss && step.kind !== 'minus' }
  })
}

/** The tests that a key account set by hand has failed: without a word on them its standing looks like a mistake. */
export function failedByHand(
  profile: Pick<AccountProfile, 'account' | 'scoreSteps' | 'override'>,
): readonly Criterion[] {
  if (profile.override?.standing !== 'key_account') return []
  return testsOf(profile).flatMap(({ criterion, passed }) => (passed === false ? [criterion] : []))
}

/** Numbers as they stand in a sentence: 41, 8.7%, 1,234. A number that is part of a word or a day is left alone. */
const FIGURE = /(?<![\w年月.-])[−-]?\d[\d,]*(?:\.\d+)?%?(?![\w年月日])/gu

/** One sentence of the verdict with its facts marked (a number of the wording itself, 近 12 个月, is none): `loss` where it is about what may be lost, `why` elsewhere, numbered by its place. */
export function markedReason(locale: Locale, reason: Reason, place: number): string {
  const numbers = Object.values(reason.facts).filter((fact) => typeof fact === 'number')
  const known = new Set(numbers.flatMap((fact) => [figure(locale, fact), percent(locale, fact)]))
  const bad = /^(loyalty|dormant|contribution\.loss|watch|tonnage\.shrank)/.test(reason.code)
  const tag = `${bad ? 'loss' : 'why'}${place}`
  return sentence(locale, reason).replaceAll(FIGURE, (found) =>
    known.has(found) ? `<${tag}>${found}</${tag}>` : found,
  )
}

/** What each mark of the verdict opens, by its tag. */
export function reasonKeys(
  reasons: readonly Reason[],
): readonly { tag: string; loss: boolean; why: string }[] {
  return reasons.flatMap((reason, place) => [
    { tag: `why${place}`, loss: false, why: whyOfReason(reason.code) },
    { tag: `loss${place}`, loss: true, why: whyOfReason(reason.code) },
  ])
}

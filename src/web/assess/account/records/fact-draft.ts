import type { AccountFact } from '../../../../contract/account.ts'
import { readFact } from '../../../../domain/assess/read-fact.ts'
import type { Key } from '../../../../language/index.ts'

/** As it is typed: money in whole units, the share of wallet in per cent; no expiry is an empty text. */
export type Draft = {
  readonly fact: AccountFact['fact']
  readonly value: string
  readonly day: string
  readonly expiresOn: string
  readonly source: string
}
type Words = Extract<Key, `records.wrong-${string}`>
export type Wrong = { readonly field: keyof Draft; readonly words: Words } | null

export function draftOf(old: AccountFact | null, today: string): Draft {
  if (!old) return { fact: 'working_capital', value: '', day: today, expiresOn: '', source: '' }
  const { fact, day, expiresOn, source } = old
  // A tenth of a per cent is what a share is known to.
  const value = fact === 'share_of_wallet' ? Math.round(old.value * 1000) / 10 : old.value
  return { fact, value: String(value), day, expiresOn: expiresOn ?? '', source }
}

/** 12,000 and 12 000 and 12，000 are the same number; an empty text and other signs are none. */
export function typedValue({ fact, value }: Pick<Draft, 'fact' | 'value'>): number {
  const bare = value.replaceAll(/[\s,，'%]/g, '')
  const number = bare === '' ? Number.NaN : Number(bare)
  return fact === 'share_of_wallet' ? number / 100 : number
}

/** The fact that a draft tells, by the rule that the server asks too; else the first field that is wrong, and why. */
export function readDraft(
  draft: Draft,
  today: string,
): { readonly told: AccountFact | null; readonly wrong: Wrong } {
  const asked = { ...draft, value: typedValue(draft), expiresOn: draft.expiresOn || null }
  const read = readFact(asked, today)
  if (read.ok) return { told: { ...asked, source: read.value.source }, wrong: null }
  const field = read.problem.facts['field'] as keyof Draft
  return { told: null, wrong: { field, words: wordsOf(field, draft) } }
}

function wordsOf(field: keyof Draft, { fact, value }: Draft): Words {
  if (field === 'expiresOn') return 'records.wrong-expires'
  if (field === 'day') return 'records.wrong-day'
  if (field === 'source') return 'records.wrong-source'
  if (fact === 'share_of_wallet') return 'records.wrong-value-share'
  return typedValue({ fact, value }) >= 0 && (fact === 'sales_people' || fact === 'vehicles')
    ? 'records.wrong-value-whole'
    : 'records.wrong-value'
}

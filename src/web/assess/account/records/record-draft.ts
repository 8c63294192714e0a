import type { AccountRecord, RecordChange } from '../../../../contract/account.ts'
import { readRecord, type RecordKind } from '../../../../domain/chain/account-record.ts'
import type { Key } from '../../../../language/index.ts'

/** As it is typed. An empty phone keeps the one that is there, unless it is dropped. */
export type Draft = {
  readonly name: string
  readonly role: string
  readonly phone: string
  readonly dropPhone: boolean
  readonly words: string
  readonly day: string
}
type Words = Extract<Key, `records.wrong-${string}`>
export type Wrong = { readonly field: keyof Draft; readonly words: Words } | null

export function draftOf(old: AccountRecord | null, today: string): Draft {
  return {
    name: old?.name ?? '',
    role: old?.role ?? '',
    phone: '',
    dropPhone: false,
    words: old?.words ?? '',
    day: old?.day ?? today,
  }
}

/** Without `phone` the one that is there stays. */
export type Change = Omit<RecordChange, 'phone'> & { readonly phone?: string | null }

/** What to send of a draft, by the rule that the server asks too; else the first field that is wrong, and why. */
export function readDraft(
  kind: RecordKind,
  { dropPhone, ...draft }: Draft,
  today: string,
): { readonly change: Change | null; readonly wrong: Wrong } {
  const typed = draft.phone.trim() === '' || kind !== 'contact' ? null : draft.phone
  const read = readRecord({ ...draft, kind, phone: dropPhone ? null : typed }, today)
  if (!read.ok) {
    const field = read.problem.facts['field'] as 'name' | 'role' | 'phone' | 'words' | 'day'
    return {
      change: null,
      wrong: { field, words: field === 'words' ? `records.wrong-words-${kind}` : `records.wrong-${field}` },
    }
  }
  const { phone, ...change } = read.value
  if (dropPhone) return { change: { ...change, phone: null }, wrong: null }
  return { change: phone === null ? change : { ...change, phone }, wrong: null }
}

import { isDay, type Day } from '../day.ts'
import { ok, refuse, type Result } from '../problem.ts'

/** What people write down about an account by hand. Files are received apart: their name is their `name`. */
export const recordKinds = ['note', 'contact', 'site'] as const
export type RecordKind = (typeof recordKinds)[number]

/** `role` is a contact's office or a site's use; `words` are a note's text, a site's address, a remark on a contact. */
export type RecordDraft = {
  readonly kind: RecordKind
  readonly day: Day
  readonly name: string
  readonly role: string
  /** Null: none. */
  readonly phone: string | null
  readonly words: string
}

const longest = { name: 100, role: 60, phone: 30, words: 2000 } as const
const PHONE = /^\+?[\d\s()/-]+$/

function wrong(field: keyof RecordDraft) {
  return refuse('account/record-invalid', { field })
}

/**
 * Texts trimmed and judged. Refused, with the field: a note or a site without words, a contact without a name, a phone that is
 * none or is not a contact's, a text that is too long, a day that is none or after `today`.
 */
export function readRecord(draft: RecordDraft, today: Day): Result<RecordDraft, 'account/record-invalid'> {
  const [name, role, words] = [draft.name.trim(), draft.role.trim(), draft.words.trim()]
  const phone = draft.phone === null || draft.phone.trim() === '' ? null : draft.phone.trim()
  if (!isDay(draft.day) || draft.day > today) return wrong('day')
  if (name.length > longest.name || (draft.kind === 'contact' && name === '')) return wrong('name')
  if (role.length > longest.role) return wrong('role')
  if (words.length > longest.words || (draft.kind !== 'contact' && words === '')) return wrong('words')
  if (phone !== null) {
    const digits = phone.replaceAll(/\D/g, '').length
    if (draft.kind !== 'contact' || phone.length > longest.phone || !PHONE.test(phone) || digits < 5)
      return wrong('phone')
  }
  return ok({ kind: draft.kind, day: draft.day, name, role, phone, words })
}

/** 138 •••• 4417: enough to recognise a number, not to call it. Short numbers are hidden whole but for the last two. */
export function maskedPhone(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '')
  return digits.length >= 8 ? `${digits.slice(0, 3)} •••• ${digits.slice(-4)}` : `•••• ${digits.slice(-2)}`
}

import { sql, type RawBuilder } from 'kysely'
import { codeKey } from '../../domain/chain/code.ts'

type Part = RawBuilder<unknown>

/**
 * Whether a name, or how it is said, may be what somebody typed; nothing typed fits everything, and one letter or digit (a Han
 * character says more) is looked for at the beginning alone. `name`: as `plainly` writes it; `sound`: syllables with blanks between them; `initials`: their first letters.
 */
export function saidLike(
  text: string,
  { name, sound, initials }: Readonly<Record<'name' | 'sound' | 'initials', Part>>,
): RawBuilder<boolean> {
  const wanted = codeKey(text)
  if (wanted === '') return sql<boolean>`true`
  const letters = wanted.replaceAll(' ', '')
  const latin = /^[a-z]+$/.test(letters)
  if (/^[a-z0-9]$/.test(letters))
    return sql<boolean>`(starts_with(${name}, ${letters}) OR ${latin} AND starts_with(${initials}, ${letters}))`
  const words = wanted.split(' ').map((word) => sql`strpos(${name}, ${word}) > 0`)
  const said = sql`strpos(${initials}, ${letters}) > 0 OR strpos(replace(${sound}, ' ', ''), ${letters}) > 0`
  return sql<boolean>`((${sql.join(words, sql` AND `)}) OR ${latin} AND (${said}))`
}

/** A text as what is typed is compared with it: in small letters, full-width signs as plain ones. */
export const plainly = (text: Part): Part => sql`lower(normalize(${text}, NFKC))`

/** Whether a telephone ends in the four digits that were typed; anything else is no end of one. */
export function phoneEnds(text: string, phone: Part): RawBuilder<boolean> {
  const end = /^\d{4}$/.test(text.trim()) ? text.trim() : null
  return sql<boolean>`coalesce(right(regexp_replace(${phone}, '\\D', '', 'g'), 4) = ${end}, false)`
}

import { codeKey, withoutZeros } from './code.ts'

/** What an account is recognised by. */
export type Traits = {
  readonly code: string
  readonly name: string
  readonly phone: string | null
  readonly address: string | null
}
export type Likeness = 'name' | 'phone' | 'code' | 'address'

const FORMS =
  /有限责任公司|股份有限公司|有限公司|公司|糖酒副食品|糖酒副食|副食品|糖酒|副食|商贸|贸易|批发部|经营部|商行|\b(?:co|ltd|inc|llc|limited|company|trading)\b/gu

function bare(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** A firm's name without spaces, marks and the words that say what sort of firm it is; never empty for a name that is not. */
export function firmKey(name: string): string {
  const plain = codeKey(name)
  return bare(plain.replaceAll(FORMS, ' ')) || bare(plain)
}

/** LJ-0107, lj0107 and LJ 107 are one code in different systems. */
function bareCode(code: string): string {
  const parts = codeKey(code).match(/\p{L}+|\d+/gu) ?? []
  return parts.map(withoutZeros).join('')
}

function digitsOf(phone: string | null): string {
  return (phone ?? '').replaceAll(/\D/g, '').slice(-11)
}

/** Why two accounts may be one firm; empty where nothing says so. A phone of fewer than seven digits says nothing. */
export function likeness(one: Traits, two: Traits): readonly Likeness[] {
  const found: Likeness[] = []
  const key = firmKey(one.name)
  if (key !== '' && key === firmKey(two.name)) found.push('name')
  const phone = digitsOf(one.phone)
  if (phone.length >= 7 && phone === digitsOf(two.phone)) found.push('phone')
  const code = bareCode(one.code)
  if (code !== '' && code === bareCode(two.code)) found.push('code')
  const address = firmKey(one.address ?? '')
  if (address.length >= 6 && address === firmKey(two.address ?? '')) found.push('address')
  return found
}

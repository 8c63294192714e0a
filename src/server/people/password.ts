import { hash, verify } from '@node-rs/argon2'
import { ok, refuse, type Result } from '../../domain/problem.ts'

/** Argon2id with 19 MiB, two passes, one lane: OWASP Password Storage Cheat Sheet, first row of its Argon2id list. */
export const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1, algorithm: 2 } as const

export const leastLength = 10
export const mostLength = 128

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

export async function isPassword(hashed: string, password: string): Promise<boolean> {
  return verify(hashed, password.normalize('NFKC'))
}

const common = [
  'password',
  '1234567890',
  '0123456789',
  'qwertyuiop',
  'woaini',
  'tonnage',
  '888888',
  '666666',
  '123456',
]

/**
 * Length does the work (NIST SP 800-63B); beside it only what is guessed first is refused: passwords that leaked and are common
 * (decision 0009), also with figures or signs put around them, and the person's own address.
 */
export async function strongEnough(
  password: string,
  email: string,
): Promise<Result<true, 'person/password-weak'>> {
  const text = password.normalize('NFKC')
  const weak = refuse('person/password-weak', { least: leastLength })
  const length = [...text].length
  if (length < leastLength || length > mostLength) return weak
  const low = text.toLowerCase()
  if (new Set(low).size < 5) return weak
  const name = email.split('@')[0]?.toLowerCase() ?? ''
  const rest = [...common, name].reduce((left, word) => (word === '' ? left : left.replaceAll(word, '')), low)
  if (rest.length < 5) return weak
  const listed = await leaked()
  return listed.has(low) || listed.has(low.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')) ? weak : ok(true)
}

/** 49,233 passwords of leaks, the commonest first, in small letters. Unpacked when the first password is chosen, which takes a moment. */
function leaked(): Promise<ReadonlySet<string>> {
  list ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'].map((one) => one.toLowerCase())),
  )
  return list
}
let list: Promise<ReadonlySet<string>> | undefined

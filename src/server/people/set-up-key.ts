import { newToken, hashOf, sameHash } from './token.ts'

/**
 * What whoever sets up an empty installation must show: it stands in the link that the program prints where it was started. Without it
 * the first stranger to find an open port would be the administrator. It is made anew at each start and kept nowhere.
 */
export type SetUpKey = { readonly text: string; opens(given: string): boolean }

export function makeSetUpKey(): SetUpKey {
  const text = newToken()
  const hash = hashOf(text)
  return { text, opens: (given) => sameHash(hash, hashOf(given)) }
}

/** Where nobody can read a printed link: nothing opens it. */
export const noSetUpKey: SetUpKey = { text: '', opens: () => false }

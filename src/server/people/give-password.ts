import type { Deps } from '../db/deps.ts'
import type { Tx } from '../db/transaction.ts'
import { hashPassword } from './password.ts'
import type { Person } from './person-store.ts'
import { setPassword } from './sign-in-store.ts'

/** Lets a person sign in with a password that nobody chose: for the demo company, whose sign-ins are shown to everybody. */
export async function givePassword(deps: Deps, tx: Tx, person: Person, password: string): Promise<void> {
  await setPassword(tx, person, await hashPassword(password), deps.newId, deps.now())
}

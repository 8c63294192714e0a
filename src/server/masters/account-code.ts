import { codeKey } from '../../domain/chain/code.ts'
import { nextCode, readCode, serial } from '../../domain/chain/naming.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { claimCode, holderOf, keysLike } from './account-write-store.ts'

/** The next free code of the same stem in the whole company: a code that somebody has out of one's reach is not free. */
export async function freeCode(deps: Deps, like: string): Promise<string> {
  const stem = serial(like)?.stem ?? like
  const taken = await inScope(deps.db, '*', (tx) => keysLike(tx, stem), { readOnly: true })
  return nextCode(like, taken, codeKey)
}

/** Takes a code for an account, or says whose it is and which is free. */
export async function take(
  tx: Tx,
  deps: Deps,
  text: string,
  account: { readonly market: string; readonly id: string },
): Promise<Result<string, 'code/empty' | 'code/too-long' | 'code/taken'>> {
  const code = readCode(text)
  if (!code.ok) return code
  if (await claimCode(tx, code.value, account.market, account.id)) return code
  const holder = await holderOf(tx, code.value)
  if (holder?.id === account.id) return ok(code.value)
  const free = await freeCode(deps, code.value)
  return refuse('code/taken', { code: code.value, free, ...(holder ? { account: holder.name } : {}) })
}

import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'

/** What is counted, and how many attempts at it cost nothing. */
export type Counter = { readonly key: string; readonly free: number }

/** Attempts that cost nothing: at one account, and from one network address, behind which many people may sit. */
export const free = { account: 5, address: 50 } as const

/** `email` as it is kept: in lower case. */
export function atAccount(email: string): Counter {
  return { key: `email:${email}`, free: free.account }
}

/** `door`: sign-in by the company's account is counted by itself. */
export function fromAddress(address: string, door: 'address' | 'company' = 'address'): Counter {
  return { key: `${door}:${address}`, free: free.address }
}

/** The longest wait between two attempts. */
export const longestWaitMinutes = 15
const minute = 60_000
const day = 24 * 60 * minute

/** Milliseconds to wait after so many failures in a row: so many cost nothing, then 1, 2, 4, 8 and at most 15 minutes. */
function waitAfter(failures: number, costless: number): number {
  return failures < costless ? 0 : Math.min(2 ** (failures - costless), longestWaitMinutes) * minute
}

/**
 * Takes one attempt of an account, or an address, or each of several, before the password is looked at, so that parallel guesses are
 * counted too. Refused while one is locked. A day without attempts forgets. Kept in the database: it survives a restart.
 */
export async function takeAttempt(
  deps: Deps,
  ...counters: readonly Counter[]
): Promise<Result<true, 'person/too-many-attempts'>> {
  for (const counter of counters) {
    const taken = await takeOne(deps, counter)
    if (!taken.ok) return taken
  }
  return ok(true)
}

async function takeOne(
  deps: Deps,
  { key, free: costless }: Counter,
): Promise<Result<true, 'person/too-many-attempts'>> {
  const now = deps.now()
  return inScope(deps.db, [], async ({ q }) => {
    // One statement finds, makes and locks the row: between two a success elsewhere could take it away.
    const row = await q
      .insertInto('sign_in_attempt')
      .values({ account: key, failures: 0, locked_until: now })
      .onConflict((on) =>
        on.column('account').doUpdateSet((e) => ({ failures: e.ref('sign_in_attempt.failures') })),
      )
      .returningAll()
      .executeTakeFirstOrThrow()
    const until = row.locked_until?.getTime() ?? 0
    const left = until - now.getTime()
    if (left > 0)
      return refuse('person/too-many-attempts', {
        minutes: Math.ceil(left / minute),
        retrySeconds: Math.ceil(left / 1000),
      })
    const failures = (-left > day ? 0 : row.failures) + 1
    await q
      .updateTable('sign_in_attempt')
      .set({ failures, locked_until: new Date(now.getTime() + waitAfter(failures, costless)) })
      .where('account', '=', key)
      .execute()
    return ok(true)
  })
}

export async function forgetAttempts(deps: Deps, { key }: Counter): Promise<void> {
  await inScope(deps.db, [], ({ q }) => q.deleteFrom('sign_in_attempt').where('account', '=', key).execute())
}

/** Takes back the attempt just taken, and the wait that it brought: what it tried was right, and nothing else is settled by it. */
export async function undoAttempt(deps: Deps, { key }: Counter): Promise<void> {
  await inScope(deps.db, [], ({ q }) =>
    q
      .updateTable('sign_in_attempt')
      .set((e) => ({ failures: e('failures', '-', 1), locked_until: deps.now() }))
      .where('account', '=', key)
      .where('failures', '>', 0)
      .execute(),
  )
}

/** For what counts many people together: a success takes back its own attempt only. */
export async function giveBackAttempt(deps: Deps, { key }: Counter): Promise<void> {
  await inScope(deps.db, [], ({ q }) =>
    q
      .updateTable('sign_in_attempt')
      .set((e) => ({ failures: e('failures', '-', 1) }))
      .where('account', '=', key)
      .where('failures', '>', 0)
      .execute(),
  )
}

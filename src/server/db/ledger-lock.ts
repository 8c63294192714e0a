import { Refused } from '../../domain/problem.ts'
import type { Tx } from './transaction.ts'

/** Two numbers of our own, so that no other use of advisory locks in the database meets them. */
const LOCK = [7_470, 1] as const

/** One import, undo or posting at a time. Held by the transaction: a crash lets go of it. False while another holds it. */
export async function takeLedgerLock(tx: Tx): Promise<boolean> {
  const found = await tx.client.query<{ taken: boolean }>(
    'SELECT pg_try_advisory_xact_lock($1, $2) AS taken',
    [...LOCK],
  )
  return found.rows[0]?.taken === true
}

/** Longer than a posting takes; an import may take longer, and is not waited for. */
const PATIENCE = '10s'
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * The same lock for what changes sums that lines are posted to (policies, merges): waits for others of its kind, and refuses while an
 * import takes longer. Before any other lock of the transaction, so that no two wait for each other.
 */
export async function waitForLedger(tx: Tx): Promise<void> {
  await tx.client.query(`SET LOCAL lock_timeout = '${PATIENCE}'`)
  try {
    await tx.client.query('SELECT pg_advisory_xact_lock($1, $2)', [...LOCK])
  } catch (error) {
    if ((error as { code?: string }).code === LOCK_NOT_AVAILABLE) throw new Refused('import/running', {})
    throw error
  }
  await tx.client.query('SET LOCAL lock_timeout = 0')
}

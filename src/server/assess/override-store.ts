import type { Day } from '../../domain/day.ts'
import type { Standing } from '../../domain/assess/criterion.ts'
import type { Tx } from '../db/transaction.ts'

export type OverrideRow = {
  readonly market: string
  readonly id: string
  readonly account: string
  readonly standing: Standing
  readonly reason: string
  readonly validFrom: Day
  readonly expiresOn: Day
  readonly madeBy: string
  readonly madeAt: Date
}

export async function insertOverride(tx: Tx, row: OverrideRow): Promise<void> {
  await tx.q
    .insertInto('standing_override')
    .values({
      market_id: row.market,
      id: row.id,
      account_id: row.account,
      standing: row.standing,
      reason: row.reason,
      valid_from: row.validFrom,
      expires_on: row.expiresOn,
      made_by: row.madeBy,
      made_at: row.madeAt,
    })
    .execute()
}

/** Ends what a person decided about an account and had not been taken back. Returns how many decisions that were. */
export async function withdrawOverrides(tx: Tx, market: string, account: string, at: Date): Promise<number> {
  const done = await tx.q
    .updateTable('standing_override')
    .set({ withdrawn_at: at })
    .where('market_id', '=', market)
    .where('account_id', '=', account)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

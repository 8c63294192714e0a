import type { AccountRecords } from '../../contract/account.ts'
import { maskedPhone } from '../../domain/chain/account-record.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { isDay } from '../../domain/day.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { loadFactRows } from './fact-store.ts'
import { saidFact } from './fact.ts'
import { loadRecords } from './record-store.ts'
import { withAccount } from './with-account.ts'

/**
 * What people know of an account, of any tier, up to a day (today unless said). A merged account shows the one it counts for.
 * Refused: see `withAccount`; a day that is none or lies ahead.
 */
export async function records(
  deps: Deps,
  caller: Caller,
  ask: { readonly account: string; readonly asOf?: string | undefined },
): Promise<Result<AccountRecords>> {
  return withAccount(
    deps,
    caller,
    'account.read',
    ask.account,
    async ({ tx, whose, today, digits }) => {
      const asOf = ask.asOf ?? today
      if (!isDay(asOf) || asOf > today) return refuse('assess/no-such-day', { day: asOf })
      const rows = await loadRecords(tx, whose, asOf)
      const facts = await loadFactRows(tx, whose, asOf)
      return ok({
        id: whose.id,
        account: whose.code,
        name: whose.name,
        tier: whose.tier,
        records: rows.map((row) => ({
          id: row.id,
          kind: row.kind,
          day: row.day,
          name: row.name,
          role: row.role,
          phoneMasked: row.phone === null ? null : maskedPhone(row.phone),
          words: row.words,
          bytes: row.bytes,
          media: row.media,
          by: row.by,
          at: row.at.toISOString(),
          account: whose.merged.get(row.account)?.code ?? null,
        })),
        facts: facts.map((row) => ({
          ...saidFact(row, digits),
          account: whose.merged.get(row.account)?.code ?? null,
        })),
      })
    },
    true,
  )
}

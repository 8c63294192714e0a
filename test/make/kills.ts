import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { replay } from '../../src/server/chain/check-store.ts'
import type { Deps } from '../../src/server/db/deps.ts'
import { inScope } from '../../src/server/db/transaction.ts'

/** A sales file of `lines` lines; the second of its kind corrects every fifth line and brings new ones. */
export function killFile(lines: number, changed: boolean): string {
  const rows = Array.from({ length: changed ? Math.floor(lines * 1.2) : lines }, (_, n) => {
    const units = 12 * (1 + (n % 9)) + (changed && n % 5 === 0 ? 12 : 0)
    const day = new Date(Date.UTC(2025, 0, 1 + (n % 360))).toISOString().slice(0, 10)
    return `${day},A${n % 40},Account ${n % 40},M${n % 4},S${n % 12},Beer,12,500,${units},${units * 4},${units * 2},D${Math.floor(n / 5)},${n % 5}`
  })
  return `date,buyer_code,buyer_name,market_code,sku_code,sku_name,pack_units,unit_ml,units,amount,cost,doc,line\n${rows.join('\n')}\n`
}

/** Everything that a reading rests on, as one digest; and whether replaying the ledger gives it. */
export async function stateOf(deps: Deps): Promise<string> {
  return inScope(
    deps.db,
    '*',
    async (tx) => {
      const { outOfStep } = await replay(tx)
      if (outOfStep.length > 0) return `out of step: ${JSON.stringify(outOfStep)}`
      const found = await tx.client.query<{ state: string }>(`
        SELECT md5(concat(
          (SELECT string_agg(concat_ws(',', a.code, s.code, r.kind, r.month, r.millilitres, r.amount_minor, r.cost_minor, r.lines), ';'
            ORDER BY a.code, s.code, r.kind, r.month)
            FROM rollup_month r JOIN account a ON a.market_id = r.market_id AND a.id = r.account_id JOIN sku s ON s.id = r.sku_id),
          (SELECT string_agg(concat_ws(',', a.code, r.kind, r.day, r.millilitres, r.lines), ';' ORDER BY a.code, r.kind, r.day)
            FROM rollup_day r JOIN account a ON a.market_id = r.market_id AND a.id = r.account_id),
          (SELECT string_agg(code || name, ';' ORDER BY code) FROM account WHERE withdrawn_at IS NULL),
          (SELECT count(*) FROM line_key))) AS state`)
      return found.rows[0]?.state ?? ''
    },
    { snapshot: true },
  )
}

export type Victim = { readonly app: pg.PoolConfig; readonly folder: string; readonly text: string }

/**
 * Brings the file in in a process of its own, and calls `kill` `after` milliseconds from its start (null: lets it finish). Answers how
 * long it ran, when its last connection is gone.
 */
export async function runVictim(
  deps: Deps,
  victim: Victim,
  after: number | null,
  kill: (pid: number) => Promise<void> | void = (pid) => void process.kill(pid, 'SIGKILL'),
): Promise<{ ran: number; said: string }> {
  const file = path.join(victim.folder, 'victim.csv')
  writeFileSync(file, victim.text)
  const ask = JSON.stringify({ app: victim.app, folder: victim.folder, file })
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, 'import-child.ts'), ask],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await once(child.stdout, 'data')
  const from = performance.now()
  const closed = once(child, 'close')
  if (after !== null) {
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, after))])
    if (child.exitCode === null) await kill(child.pid ?? 0)
  }
  await closed
  const ran = performance.now() - from
  for (;;) {
    const left = await connections(deps)
    if (left === 0) return { ran, said }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Connections of the victim; a server that is recovering from the kill says nothing yet. */
async function connections(deps: Deps): Promise<number> {
  const query =
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'victim' AND datname = current_database()"
  try {
    return (await deps.db.pool.query<{ n: number }>(query)).rows[0]?.n ?? 0
  } catch {
    return -1
  }
}

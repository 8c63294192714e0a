import type { Writable } from 'node:stream'
import type { AuditEntry } from '../../contract/audit.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { actionWords, actorWords, fieldWords, valueWords } from '../../language/audit-words.ts'
import { translator, type Locale } from '../../language/index.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { companyZone, entriesAfter, type Cursor } from './audit-store.ts'
import { filterOf, spelled, type AuditAsk } from './entries.ts'

type Cell = string | number | null
type TableWriter = { write(rows: readonly (readonly Cell[])[]): Promise<void>; end(): Promise<void> }

/** Writes a table as csv or xlsx, safe against formulas; the slice that reads and writes files gives it. */
export type TableWriterOf = (format: 'csv' | 'xlsx', out: Writable, head: readonly string[]) => TableWriter

const LOT = 1000

/** Everything of the audit that passes, as a table; times are the company's. Never the whole of it in memory. */
export async function writeAudit(
  deps: Deps,
  caller: Caller,
  ask: AuditAsk,
  locale: Locale,
  open: (head: readonly string[]) => TableWriter,
): Promise<void> {
  const t = translator(locale)
  const file = open(
    (['at', 'by', 'email', 'from', 'place', 'action', 'subject', 'said'] as const).map((key) =>
      t(`audit.col-${key}`),
    ),
  )
  await inScope(
    deps.db,
    caller.scope,
    async (tx) => {
      const filter = await filterOf(tx, ask)
      const moment = momentIn(await companyZone(tx))
      let after: Cursor | null = null
      for (;;) {
        const rows: Awaited<ReturnType<typeof entriesAfter>> = await entriesAfter(tx, filter, after, LOT)
        const entries = await spelled(tx, rows)
        await file.write(
          entries.map((entry) => [
            moment(entry.at),
            actorWords(locale, entry.by),
            entry.byEmail,
            entry.from,
            entry.market?.name ?? t('audit.company'),
            actionWords(locale, entry.action),
            entry.subject?.name ?? null,
            saidWords(locale, entry),
          ]),
        )
        const last = rows.at(-1)
        if (!last || rows.length < LOT) break
        after = { at: last.cursorAt, market: last.market, seq: last.seq }
      }
    },
    { readOnly: true, snapshot: true },
  )
  await file.end()
}

function saidWords(locale: Locale, { said }: AuditEntry): string {
  return said
    .map(({ field, before, after }) => {
      const value = (text: string | null) => (text === null ? '—' : valueWords(locale, field, text))
      const words = fieldWords(locale, field)
      return before === null ? `${words}: ${value(after)}` : `${words}: ${value(before)} → ${value(after)}`
    })
    .join('; ')
}

function momentIn(timeZone: string): (at: string) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  return (at) => format.format(new Date(at))
}

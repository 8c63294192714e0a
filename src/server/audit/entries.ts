import {
  AUDIT_PAGE,
  auditKinds,
  type AuditEntry,
  type AuditKind,
  type AuditPage,
} from '../../contract/audit.ts'
import { saidIn } from '../../domain/chain/audit-detail.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { isDay } from '../../domain/day.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import {
  accountsCalled,
  actorsCalled,
  companyZone,
  countEntries,
  entriesAfter,
  namesFor,
  placesOf,
  sealedOf,
  type Cursor,
  type EntryRow,
  type Filter,
  type Named,
} from './audit-store.ts'

type Sealed = { readonly from?: string; readonly said?: object }

export type AuditAsk = {
  /** Id, code or a part of the name; '' is all. */
  readonly account: string
  /** E-mail or a part of the name; '' is everybody. */
  readonly person: string
  readonly kind?: AuditKind | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/**
 * A page of the audit, latest first: entries of the markets in reach, and of the company only for who reaches all of it. Refused: a
 * day that is none, a period that ends before it begins, an `after` that no page gave.
 */
export async function auditPage(
  deps: Deps,
  caller: Caller,
  ask: AuditAsk,
  after: string | undefined,
): Promise<Result<AuditPage>> {
  const days = daysOf(ask)
  if (!days.ok) return days
  const cursor = after === undefined ? null : cursorOf(after)
  if (cursor === undefined) return refuse('request/invalid', { field: 'after', why: 'custom' })
  return inScope(
    deps.db,
    caller.scope,
    async (tx) => {
      const filter = await filterOf(tx, ask)
      const rows = await entriesAfter(tx, filter, cursor, AUDIT_PAGE + 1)
      const shown = rows.slice(0, AUDIT_PAGE)
      const last = rows.length > AUDIT_PAGE ? shown.at(-1) : undefined
      return ok({
        entries: await spelled(tx, shown),
        next: last ? textOf({ at: last.cursorAt, market: last.market, seq: last.seq }) : null,
        count: cursor === null ? await countEntries(tx, filter) : null,
        whole: caller.scope === '*',
      })
    },
    { readOnly: true, snapshot: true },
  )
}

/** Refused: as `auditPage` refuses days. */
export function daysOf({ from, to }: Pick<AuditAsk, 'from' | 'to'>): Result<true> {
  for (const day of [from, to])
    if (day !== undefined && !isDay(day)) return refuse('period/day-invalid', { day })
  if (from !== undefined && to !== undefined && to < from) return refuse('period/ends-before', { from, to })
  return ok(true)
}

export async function filterOf(tx: Tx, ask: AuditAsk): Promise<Filter> {
  const [account, person] = [ask.account.trim(), ask.person.trim()]
  return {
    accounts: account === '' ? null : await accountsCalled(tx, account),
    actors: person === '' ? null : await actorsCalled(tx, person),
    prefixes: ask.kind === undefined ? null : auditKinds[ask.kind],
    from: ask.from ?? null,
    to: ask.to ?? null,
    timeZone: await companyZone(tx),
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Entries as people read them: names in place of ids, what differs in place of the whole detail. */
export async function spelled(tx: Tx, rows: readonly EntryRow[]): Promise<AuditEntry[]> {
  const sealed = rows.length === 0 ? new Map<string, Sealed>() : await sealedOf(tx, rows)
  const said = rows.map(({ id, detail }) => saidIn({ ...(detail as object), ...sealed.get(id)?.said }))
  const ids = new Set<string>()
  const note = (text: string | null | undefined) => {
    if (text && UUID.test(text)) ids.add(text)
  }
  for (const { actor, subject } of rows) {
    note(personIn(actor))
    note(subject)
  }
  for (const one of said.flat()) {
    note(one.before)
    note(one.after)
  }
  const names = await namesFor(tx, [...ids])
  const places =
    rows.length === 0 ? new Map() : await placesOf(tx, [...new Set(rows.map(({ market }) => market))])
  const name = (text: string | null) => (text === null ? null : (names.get(text)?.name ?? text))
  return rows.map((row, at) => {
    const person = names.get(personIn(row.actor) ?? '')
    const place = places.get(row.market)
    return {
      id: row.id,
      at: row.at.toISOString(),
      by: person?.name ?? row.actor,
      byEmail: person?.email ?? null,
      from: tx.scope === '*' ? (sealed.get(row.id)?.from ?? null) : null,
      market: !place || place.kind === 'hq' ? null : { code: place.code, name: place.name },
      action: row.action,
      subject: subjectOf(row.subject, names),
      said: (said[at] ?? []).map(({ field, before, after }) => ({
        field,
        before: name(before),
        after: name(after),
      })),
    }
  })
}

/** An id that has no name here says nothing: it is gone, or out of reach. */
function subjectOf(subject: string | null, names: ReadonlyMap<string, Named>): AuditEntry['subject'] {
  if (subject === null) return null
  const named = names.get(subject)
  if (named) return { name: named.name, account: named.account ? subject : null }
  return UUID.test(subject) ? null : { name: subject, account: null }
}

function personIn(actor: string): string | undefined {
  return actor.startsWith('person:') ? actor.slice('person:'.length) : undefined
}

function textOf({ at, market, seq }: Cursor): string {
  return Buffer.from(JSON.stringify([at, market, seq])).toString('base64url')
}

/** Undefined: no page gave that. */
function cursorOf(text: string): Cursor | undefined {
  const [at, market, seq] = parsed(text)
  if (typeof at !== 'string' || !/^\d{4}-\d\d-\d\d [\d:.]+[+-][\d:]+$/.test(at)) return undefined
  if (typeof market !== 'string' || !UUID.test(market) || !Number.isSafeInteger(seq)) return undefined
  return { at, market, seq: seq as number }
}

function parsed(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

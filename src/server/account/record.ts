import type { RecordChange, RecordSaved } from '../../contract/account.ts'
import { readRecord } from '../../domain/chain/account-record.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { findRecord, insertRecord, setWithdrawn, withdrawReplacements } from './record-store.ts'
import { withAccount } from './with-account.ts'

/** Writes down a note, a contact or a site. Refused: see `withAccount` and `readRecord`. */
export async function addRecord(
  deps: Deps,
  caller: Caller,
  account: string,
  change: RecordChange,
): Promise<Result<RecordSaved>> {
  return withAccount(deps, caller, 'account.note', account, async ({ tx, whose, today, at, note }) => {
    const read = readRecord({ ...change, phone: change.phone ?? null }, today)
    if (!read.ok) return read
    const id = deps.newId()
    const record = { ...read.value, id, account: whose.id, replaces: null }
    await insertRecord(tx, whose.market, record, { actor: caller.actor, at })
    await note('account.record', { kind: read.value.kind, record: id, day: read.value.day })
    return ok({ id, before: null })
  })
}

/** Puts a new row in the place of one; the old one stays withdrawn, so that it can come back. A file cannot be changed. */
export async function changeRecord(
  deps: Deps,
  caller: Caller,
  account: string,
  record: string,
  change: RecordChange,
): Promise<Result<RecordSaved>> {
  return withAccount(deps, caller, 'account.note', account, async ({ tx, whose, today, at, note }) => {
    const old = await findRecord(tx, whose, record)
    if (!old || old.withdrawn || old.kind !== change.kind) return refuse('account/record-missing')
    const read = readRecord(
      { ...change, phone: change.phone === undefined ? old.phone : change.phone },
      today,
    )
    if (!read.ok) return read
    const id = deps.newId()
    await setWithdrawn(tx, whose, old.id, at)
    const next = { ...read.value, id, account: old.account, replaces: old.id }
    await insertRecord(tx, whose.market, next, { actor: caller.actor, at })
    await note('account.record-changed', { kind: read.value.kind, record: id, before: old.id })
    return ok({ id, before: old.id })
  })
}

/** Takes a row away. It stays in the table until somebody brings it back. */
export async function removeRecord(
  deps: Deps,
  caller: Caller,
  account: string,
  record: string,
): Promise<Result<RecordSaved>> {
  return withAccount(deps, caller, 'account.note', account, async ({ tx, whose, at, note }) => {
    const old = await findRecord(tx, whose, record)
    if (!old || old.withdrawn) return refuse('account/record-missing')
    await setWithdrawn(tx, whose, old.id, at)
    await note('account.record-withdrawn', { kind: old.kind, record: old.id })
    return ok({ id: old.id, before: null })
  })
}

/** Brings a row back as it was, in the place of whatever took its place. */
export async function restoreRecord(
  deps: Deps,
  caller: Caller,
  account: string,
  record: string,
): Promise<Result<RecordSaved>> {
  return withAccount(deps, caller, 'account.note', account, async ({ tx, whose, at, note }) => {
    const old = await findRecord(tx, whose, record)
    if (!old) return refuse('account/record-missing')
    await withdrawReplacements(tx, whose, old.id, at)
    await setWithdrawn(tx, whose, old.id, null)
    await note('account.record-restored', { kind: old.kind, record: old.id })
    return ok({ id: old.id, before: null })
  })
}

/** A contact's whole phone, to call it. The look is kept in the audit. */
export async function seePhone(
  deps: Deps,
  caller: Caller,
  account: string,
  record: string,
): Promise<Result<{ readonly phone: string }>> {
  return withAccount(deps, caller, 'account.note', account, async ({ tx, whose, note }) => {
    const found = await findRecord(tx, whose, record)
    if (!found?.phone || found.withdrawn) return refuse('account/record-missing')
    await note('account.phone-seen', { record: found.id })
    return ok({ phone: found.phone })
  })
}

import type { Edited } from '../../contract/masters.ts'
import type { AccountChange, NewAccount } from '../../contract/masters-accounts.ts'
import { readDays } from '../../domain/chain/account-edit.ts'
import type { Tier } from '../../domain/chain/line.ts'
import { readName } from '../../domain/chain/naming.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { ok, Refused, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { take } from './account-code.ts'
import { accountForms } from './account-form-store.ts'
import { mustHang, mustOwn, mustTakeAccounts } from './account-place.ts'
import { insertAccount, updateAccount, type AccountFields } from './account-write-store.ts'
import { auditEach, recorded, type Edit } from './edit-store.ts'
import { groundIn, must, sameVersion, type MasterGround } from './ground.ts'

const NOTHING: AccountFields = {
  code: '',
  name: '',
  tier: 'wholesaler',
  parent: null,
  owner: null,
  channel: null,
  address: null,
  city: null,
  phone: null,
  contact: null,
  opened: null,
  closed: null,
}
const BLANKS = ['channel', 'address', 'city', 'phone', 'contact', 'opened', 'closed'] as const

/** The fields as they will stand: what is not named stays, blanks are nothing. */
function fieldsOf(old: AccountFields, change: Partial<Record<keyof AccountFields, unknown>>): AccountFields {
  const said = (name: keyof AccountFields) => (change[name] === undefined ? old[name] : change[name])
  const fields = Object.fromEntries(
    (Object.keys(NOTHING) as (keyof AccountFields)[]).map((name) => [name, said(name)]),
  ) as AccountFields
  return { ...fields, ...Object.fromEntries(BLANKS.map((name) => [name, fields[name]?.trim() || null])) }
}

type At = {
  readonly caller: Caller
  readonly ground: MasterGround
  readonly market: string
  readonly id: string
}

async function checked(
  tx: Tx,
  { caller, ground, market, id }: At,
  old: AccountFields,
  fields: AccountFields,
): Promise<AccountFields> {
  const name = must(readName(fields.name))
  must(readDays(fields.opened, fields.closed))
  if (fields.owner !== null && fields.owner !== old.owner) await mustOwn(tx, ground, caller, fields.owner)
  if (fields.parent !== old.parent || fields.tier !== old.tier)
    await mustHang(tx, [{ id, market, tier: fields.tier as Tier, parent: fields.parent }])
  return { ...fields, name }
}

function touchedBy(id: string) {
  return [
    { subject: 'account', by: 'id', values: [id] },
    { subject: 'account_key', by: 'account_id', values: [id] },
  ] as const
}

/** What the audit keeps of a change: the fields, and what they were where that is no personal data. */
function trace(old: AccountFields, now: AccountFields): Record<string, unknown> {
  const shown = ['code', 'name', 'tier', 'parent', 'owner', 'channel', 'opened', 'closed'] as const
  const hidden = ['address', 'city', 'phone', 'contact'] as const
  return Object.fromEntries([
    ...shown.flatMap((name) => (old[name] === now[name] ? [] : [[name, { from: old[name], to: now[name] }]])),
    ...hidden.flatMap((name) => (old[name] === now[name] ? [] : [[name, 'changed']])),
  ])
}

/**
 * A new account in an open market of the scope. Refused: no name or a name too long, a code that somebody has, a parent of another market
 * or no nearer to the brewery, an owner who is not active there.
 */
export async function createAccount(deps: Deps, caller: Caller, wanted: NewAccount): Promise<Result<Edited>> {
  return inScope(deps.db, caller.scope, async (tx) =>
    ok(await createAccountIn(tx, deps, caller, { id: deps.newId(), wanted })),
  )
}

/** The same in a transaction that is open already; refuses by throwing, so that nothing of it is half done. */
export async function createAccountIn(
  tx: Tx,
  deps: Deps,
  caller: Caller,
  { id, wanted }: { readonly id: string; readonly wanted: NewAccount },
): Promise<Edited> {
  const edit: Edit = { id: deps.newId(), action: 'account.create', caller, at: deps.now() }
  const { market } = wanted
  const ground = must(await groundIn(tx, deps))
  mustTakeAccounts(ground, caller, market)
  const fields = await checked(tx, { caller, ground, market, id }, NOTHING, fieldsOf(NOTHING, wanted))
  await recorded(tx, deps, edit, ground.hq, touchedBy(id), async () => {
    const code = must(await take(tx, deps, fields.code, { market, id }))
    await insertAccount(tx, { market, id, today: ground.today }, { ...fields, code })
  })
  const detail = { code: fields.code, name: fields.name, tier: fields.tier }
  await auditEach(tx, deps, edit, new Map([[market, { subject: id, detail }]]))
  return { edit: edit.id, id, count: 1 }
}

/**
 * Other fields of an account of the scope; refused as when it is made, and where somebody changed it since it was read. A former code
 * stays the account's: files that still say it are understood.
 */
export async function changeAccount(
  deps: Deps,
  caller: Caller,
  id: string,
  { version, ...change }: AccountChange,
): Promise<Result<Edited>> {
  const edit: Edit = { id: deps.newId(), action: 'account.change', caller, at: deps.now() }
  return inScope(deps.db, caller.scope, async (tx) => {
    const ground = must(await groundIn(tx, deps))
    const [old] = await accountForms(tx, [id], { lock: true })
    if (!old) throw new Refused('account/missing')
    await sameVersion(tx, old, version)
    const { market } = old
    const fields = await checked(tx, { caller, ground, market, id }, old, fieldsOf(old, change))
    await recorded(tx, deps, edit, ground.hq, touchedBy(id), async () => {
      const code =
        fields.code === old.code ? old.code : must(await take(tx, deps, fields.code, { market, id }))
      await updateAccount(tx, { market, id, today: ground.today }, { ...fields, code })
    })
    await auditEach(tx, deps, edit, new Map([[market, { subject: id, detail: trace(old, fields) }]]))
    return ok({ edit: edit.id, id, count: 1 })
  })
}

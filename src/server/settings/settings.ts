import type { CompanyChange, CompanySettings } from '../../contract/settings.ts'
import { roles as fixedRoles, type Caller, noRight } from '../../domain/chain/reach.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import {
  headquarters,
  loadSettings,
  nameHeadquarters,
  ownRoles,
  saveSettings,
  type Stored,
} from './settings-store.ts'

/** A ledger that the asker does not see is there all the same: whether there is one is told to everybody, and nothing of it. */
export async function settingsOf(deps: Deps, may: boolean): Promise<Result<CompanySettings>> {
  return inScope(
    deps.db,
    '*',
    async (tx) => {
      const found = await loadSettings(tx)
      return found ? ok(await told(tx, found, may)) : refuse('company/missing')
    },
    { readOnly: true },
  )
}

/** Which roles the company has made is for who may change people or these. */
async function told(tx: Tx, stored: Stored, may: boolean): Promise<CompanySettings> {
  return { ...stored, ownRoles: may ? await ownRoles(tx) : [], may }
}

/**
 * Changes the company's name, time zone, unit, VAT rate or which roles need a second factor, with an entry in the company's audit; what stays the same writes nothing.
 * The top of the territory follows the name while it is called like the company.
 * Refused: who does not reach all of it, an empty name, a time zone or a role that there is not.
 */
export async function changeSettings(
  deps: Deps,
  caller: Caller,
  change: CompanyChange,
): Promise<Result<CompanySettings>> {
  if (caller.scope !== '*') return noRight('company.change')
  const name = change.name?.normalize('NFKC').trim()
  if (name === '') return refuse('company/name-empty')
  const { timeZone } = change
  if (timeZone !== undefined && !isTimeZone(timeZone))
    return refuse('company/time-zone-unknown', { timeZone })
  return inScope(deps.db, '*', async (tx) => {
    const before = await loadSettings(tx, true)
    const hq = await headquarters(tx)
    if (!before || hq === undefined) return refuse('company/missing')
    const known = [...fixedRoles, ...(await ownRoles(tx)).map(({ code }) => code)]
    const strange = change.secondFactorRoles?.find((role) => !known.includes(role))
    if (strange !== undefined) return refuse('person/role-unknown', { role: strange })
    const after: Stored = {
      ...before,
      name: name ?? before.name,
      timeZone: timeZone ?? before.timeZone,
      unit: change.unit ?? before.unit,
      vatRate: change.vatRate === undefined ? before.vatRate : rounded(change.vatRate),
      secondFactorRoles: change.secondFactorRoles
        ? known.filter((role) => change.secondFactorRoles?.includes(role))
        : before.secondFactorRoles,
    }
    const fields = (['name', 'timeZone', 'unit', 'vatRate', 'secondFactorRoles'] as const).filter(
      (field) => String(before[field]) !== String(after[field]),
    )
    if (fields.length === 0) return ok(await told(tx, before, true))
    await saveSettings(tx, after)
    if (after.name !== before.name) await nameHeadquarters(tx, before.name, after.name)
    const only = (of: Stored) => Object.fromEntries(fields.map((field) => [field, of[field]]))
    await audit(
      tx,
      deps.newId,
      { actor: caller.actor, at: deps.now() },
      { market: hq, action: 'company.change', detail: { before: only(before), after: only(after) } },
    )
    return ok(await told(tx, after, true))
  })
}

/** As the column keeps it: five decimals. */
function rounded(rate: number | null): number | null {
  return rate === null ? null : Number(rate.toFixed(5))
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

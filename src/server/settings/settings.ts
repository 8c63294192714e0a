import type { CompanyChange, CompanySettings } from '../../contract/settings.ts'
import { rolesWith, type Caller } from '../../domain/chain/reach.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { headquarters, loadSettings, nameHeadquarters, saveSettings, type Stored } from './settings-store.ts'

/** A ledger that the asker does not see is there all the same: whether there is one is told to everybody, and nothing of it. */
export async function settingsOf(deps: Deps, may: boolean): Promise<Result<CompanySettings>> {
  const found = await inScope(deps.db, '*', (tx) => loadSettings(tx), { readOnly: true })
  return found ? ok({ ...found, may }) : refuse('company/missing')
}

/**
 * Changes the company's name, time zone, unit or VAT rate, with an entry in the company's audit; what stays the same writes nothing.
 * The top of the territory follows the name while it is called like the company.
 * Refused: who does not reach all of it, an empty name, a time zone that there is not.
 */
export async function changeSettings(
  deps: Deps,
  caller: Caller,
  change: CompanyChange,
): Promise<Result<CompanySettings>> {
  if (caller.scope !== '*')
    return refuse('person/no-right', {
      right: 'company.change',
      roles: rolesWith('company.change').join(', '),
    })
  const name = change.name?.normalize('NFKC').trim()
  if (name === '') return refuse('company/name-empty')
  const { timeZone } = change
  if (timeZone !== undefined && !isTimeZone(timeZone))
    return refuse('company/time-zone-unknown', { timeZone })
  return inScope(deps.db, '*', async (tx) => {
    const before = await loadSettings(tx, true)
    const hq = await headquarters(tx)
    if (!before || hq === undefined) return refuse('company/missing')
    const after: Stored = {
      ...before,
      name: name ?? before.name,
      timeZone: timeZone ?? before.timeZone,
      unit: change.unit ?? before.unit,
      vatRate: change.vatRate === undefined ? before.vatRate : rounded(change.vatRate),
    }
    const fields = (['name', 'timeZone', 'unit', 'vatRate'] as const).filter(
      (field) => before[field] !== after[field],
    )
    if (fields.length === 0) return ok({ ...before, may: true })
    await saveSettings(tx, after)
    if (after.name !== before.name) await nameHeadquarters(tx, before.name, after.name)
    const only = (of: Stored) => Object.fromEntries(fields.map((field) => [field, of[field]]))
    await audit(
      tx,
      deps.newId,
      { actor: caller.actor, at: deps.now() },
      { market: hq, action: 'company.change', detail: { before: only(before), after: only(after) } },
    )
    return ok({ ...after, may: true })
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

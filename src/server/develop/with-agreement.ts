import type { AgreementSaved } from '../../contract/agreement.ts'
import { covers, noRight, type Caller, type Right } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import { beyondLimit, type Given } from '../../domain/develop/agreement/deal-limit.ts'
import {
  agreementWhyNot,
  stateOf,
  type AgreementAct,
  type AgreementEvent,
  type AgreementState,
} from '../../domain/develop/agreement/way.ts'
import { ok, refuse, Refused, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import { companyNow, type CompanyDay } from '../db/company-day.ts'
import type { Deps } from '../db/deps.ts'
import { waitForLedger } from '../db/ledger-lock.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import {
  appendEvent,
  loadEvents,
  loadVersionsOf,
  lockAgreement,
  type AgreementRow,
  type EventRow,
} from './agreement-store.ts'
import { limitOf } from './agreement-limit.ts'
import type { Helpers } from './with-prospect.ts'

/** Where a version stands on a day. */
export function standingOn(row: AgreementRow, today: Day): AgreementState {
  return stateOf(row.last, { from: row.from, to: row.ended ?? row.to }, today)
}

export function givenBy({ perCaseMinor, totalMinor }: AgreementRow): Given {
  return { perCase: BigInt(perCaseMinor), total: BigInt(totalMinor) }
}

/** By how much a version goes beyond what its author may give in its markets. */
export async function beyondOf(tx: Tx, helpers: Pick<Helpers, 'tree'>, row: AgreementRow, today: Day) {
  const limit = await limitOf(tx, helpers, row.author, { markets: row.draft.markets, today })
  return beyondLimit(givenBy(row), limit)
}

/** Why an act cannot be done with a version on a day. */
export function whyNotOf(
  row: AgreementRow,
  act: AgreementAct,
  { beyond, today }: { readonly beyond: boolean; readonly today: Day },
) {
  return agreementWhyNot(act, standingOn(row, today), { beyond, over: row.last === 'terminated' })
}

export type OnAgreement = {
  readonly tx: Tx
  /** All versions, the newest first; and that one. */
  readonly rows: readonly AgreementRow[]
  readonly newest: AgreementRow
  readonly events: readonly EventRow[]
  readonly today: Day
  readonly company: CompanyDay
  readonly stamp: { readonly actor: string; readonly at: Date }
  /** Why an act cannot be done with the newest version now. */
  readonly whyNot: (act: AgreementAct) => Promise<ReturnType<typeof agreementWhyNot>>
  /** Appends what happened to a version (the newest), with an audit entry beside it. Never with words that may have to be erased. */
  readonly happened: (
    kind: AgreementEvent,
    action: string,
    more?: { readonly words?: string; readonly version?: number; readonly detail?: Record<string, unknown> },
  ) => Promise<void>
  readonly note: (action: string, detail: Record<string, unknown>) => Promise<void>
  readonly saved: (version?: number, account?: string | null) => Result<AgreementSaved>
}

type Ask = {
  readonly id: string
  readonly seq: number
  readonly right: Right
  /** It changes what lines of the ledger earn, and waits for who changes the ledger. */
  readonly atLedger?: true
}

/**
 * One act on an agreement, in one transaction that does all or nothing. Refused: the right is missing, here or in one of its markets; no
 * such agreement in the scope; somebody did something with it since the caller read it.
 */
export async function onAgreement(
  deps: Deps,
  caller: Caller,
  helpers: Pick<Helpers, 'tree'>,
  { id, seq, right, atLedger }: Ask,
  work: (here: OnAgreement) => Promise<Result<AgreementSaved>>,
): Promise<Result<AgreementSaved>> {
  if (!caller.rights.has(right)) return noRight(right)
  const stamp = { actor: caller.actor, at: deps.now() }
  return inScope(deps.db, caller.scope, async (tx) => {
    if (atLedger) await waitForLedger(tx)
    const company = await companyNow(tx, stamp.at)
    if (!company) return refuse('company/missing')
    if (!(await lockAgreement(tx, id))) return refuse('agreement/missing')
    const rows = await loadVersionsOf(tx, id)
    const [newest] = rows
    if (!newest) return refuse('agreement/missing')
    if (!rows.every(({ draft }) => covers(caller.scope, draft.markets))) return noRight(right)
    const events = await loadEvents(tx, newest)
    const [last] = events
    if (!last || last.seq !== seq)
      return refuse(
        'edit/changed-meanwhile',
        last ? { who: last.by, when: last.at.toISOString().slice(0, 16).replace('T', ' ') } : {},
      )
    const { today } = company
    let next = seq
    const note = (action: string, detail: Record<string, unknown>) =>
      audit(tx, deps.newId, stamp, {
        market: newest.market,
        action,
        subject: id,
        detail: { code: newest.code, ...detail },
      })
    const done = await work({
      tx,
      rows,
      newest,
      events,
      today,
      company,
      stamp,
      note,
      whyNot: async (act) => {
        const beyond = await beyondOf(tx, helpers, newest, today)
        return whyNotOf(newest, act, { beyond: beyond.length > 0, today })
      },
      happened: async (kind, action, { words = '', version = newest.version, detail = {} } = {}) => {
        next += 1
        await appendEvent(tx, { ...newest, version }, { seq: next, kind, day: today, words }, stamp)
        await note(action, { version, ...detail })
      },
      saved: (version = newest.version, account = newest.account) => ok({ id, version, seq: next, account }),
    })
    // What was written before a refusal must not stay.
    if (!done.ok) throw new Refused(done.problem.code, done.problem.facts)
    return done
  })
}

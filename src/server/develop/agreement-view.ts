import { Agreements, AgreementView } from '../../contract/agreement.ts'
import { noRight, type Caller } from '../../domain/chain/reach.ts'
import { approvalWhyNot } from '../../domain/develop/agreement/deal-limit.ts'
import { agreementActs, endsSoon } from '../../domain/develop/agreement/way.ts'
import type { Day } from '../../domain/day.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { companyNow } from '../db/company-day.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { meetingsOf } from './agreement-activate.ts'
import { namesOn } from './agreement-ground-store.ts'
import { limitOf } from './agreement-limit.ts'
import {
  loadEvents,
  loadSignatures,
  loadVersionsOf,
  type AgreementRow,
  type EventRow,
  type SignatureRow,
} from './agreement-store.ts'
import { beyondOf, givenBy, standingOn, whyNotOf } from './with-agreement.ts'
import type { Helpers } from './with-prospect.ts'

const MOST = 500

function looking<T>(
  deps: Deps,
  caller: Caller,
  work: (tx: Tx, today: Day) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!caller.rights.has('agreement.read')) return Promise.resolve(noRight('agreement.read'))
  const read = { readOnly: true, snapshot: true }
  return inScope(
    deps.db,
    caller.scope,
    async (tx) => {
      const company = await companyNow(tx, deps.now())
      return company ? work(tx, company.today) : refuse('company/missing')
    },
    read,
  )
}

const lastDay = ({ to, ended }: AgreementRow) => ended ?? to

/** The version by which an agreement is shown: the newest, or the one in force where the newest was ended before it began. */
function shownBy(newest: AgreementRow, rows: readonly AgreementRow[], today: Day): AgreementRow {
  if (lastDay(newest) >= newest.from) return newest
  return rows.find((row) => row.id === newest.id && standingOn(row, today) === 'in-force') ?? newest
}

/** An agreement in a list: one version. One whose next version is under way does not end unseen. */
function listed(row: AgreementRow, today: Day) {
  const state = standingOn(row, today)
  const { id, code, party, version, from } = row
  const to = lastDay(row)
  const market = { id: row.market, code: row.marketCode, name: row.marketName }
  // One that was terminated is not proposed for renewal.
  const soon = row.last !== 'terminated' && endsSoon(state, { from, to }, today)
  return { id, code, party, market, version, state, from, to, endsSoon: soon }
}

/** Agreements in the caller's markets: those that end soon first, then by their last day. */
export async function listAgreements(deps: Deps, caller: Caller): Promise<Result<Agreements>> {
  return looking(deps, caller, async (tx, today) => {
    const seen = new Set<string>()
    const rows = await loadVersionsOf(tx, null)
    const all = rows
      .filter(({ id }) => !seen.has(id) && seen.add(id))
      .map((newest) => listed(shownBy(newest, rows, today), today))
      .toSorted(
        (a, b) =>
          Number(b.endsSoon) - Number(a.endsSoon) || a.to.localeCompare(b.to) || a.code.localeCompare(b.code),
      )
    return ok(Agreements.parse({ today, agreements: all.slice(0, MOST), more: all.length > MOST }))
  })
}

/** One agreement with its versions, what happened to it, and why not for each act. */
export async function oneAgreement(
  deps: Deps,
  caller: Caller,
  helpers: Pick<Helpers, 'tree'>,
  id: string,
): Promise<Result<AgreementView>> {
  return looking(deps, caller, async (tx, today) => {
    const rows = await loadVersionsOf(tx, id)
    const [newest] = rows
    if (!newest) return refuse('agreement/missing')
    const [events, signatures] = [
      await loadEvents(tx, newest),
      await loadSignatures(tx, newest, { bytes: false }),
    ]
    const beyond = await beyondOf(tx, helpers, newest, today)
    const inForce = rows.find((row) => standingOn(row, today) === 'in-force')
    const decide = await decideWhyNot(tx, helpers, caller.actor, { newest, events, today })
    const meetings =
      newest.last === 'activated' || newest.last === 'terminated' ? [] : await meetingsOf(tx, newest)
    const markets = [...rows.flatMap(({ draft }) => draft.markets), ...meetings.flatMap((one) => one.markets)]
    const names = await namesOn(
      tx,
      markets,
      rows.flatMap(({ draft }) => draft.products ?? []),
    )
    const { name } = await tx.q.selectFrom('company').select('name').executeTakeFirstOrThrow()
    return ok(
      AgreementView.parse({
        ...listed(shownBy(newest, rows, today), today),
        company: name,
        prospect: newest.prospect,
        account: newest.account,
        seq: events[0]?.seq ?? 0,
        today,
        beyond: beyond.map(({ what, by }) => ({ what, byMinor: Number(by) })),
        acts: agreementActs.map((act) => {
          const of = act === 'terminate' ? (inForce ?? newest) : newest
          const why = whyNotOf(of, act, { beyond: beyond.length > 0, today })
          return { act, why: why ?? (act === 'decide' ? decide : null) }
        }),
        overlaps: meetings.map(({ code, markets: at, from, to, waived }) => ({
          code,
          markets: at.map((market) => names.markets[market] ?? ''),
          from,
          to,
          waived,
        })),
        versions: rows.map((row) => versionShown(row, today, signatures)),
        events: events.map(({ at: _at, actor: _actor, ...event }) => event),
        names,
      }),
    )
  })
}

async function decideWhyNot(
  tx: Tx,
  helpers: Pick<Helpers, 'tree'>,
  actor: string,
  { newest, events, today }: { newest: AgreementRow; events: readonly EventRow[]; today: Day },
) {
  const limit = await limitOf(tx, helpers, actor, { markets: newest.draft.markets, today })
  return approvalWhyNot(givenBy(newest), limit, actor === newest.author || actor === events[0]?.actor)
}

function versionShown(row: AgreementRow, today: Day, signatures: readonly SignatureRow[]) {
  const signed = signatures.find(({ version }) => version === row.version)
  const { version, kind, draft, perCaseMinor, totalMinor } = row
  return {
    version,
    kind,
    state: standingOn(row, today),
    draft,
    to: lastDay(row),
    author: row.authorName,
    given: { perCaseMinor, totalMinor },
    policy: row.policyCode,
    signature: signed
      ? {
          kind: signed.kind,
          signer: signed.signer,
          day: signed.day,
          digest: signed.digest.toString('hex'),
          textDigest: signed.textDigest.toString('hex'),
        }
      : null,
  }
}

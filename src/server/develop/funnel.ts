import type { Funnel, FunnelQuery } from '../../contract/prospect-funnel.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { addMonths, isDay } from '../../domain/day.ts'
import { costPerWon, funnel, furthestOf } from '../../domain/develop/funnel.ts'
import { leadTime } from '../../domain/develop/lead-time.ts'
import { sources, type ReferrerKind } from '../../domain/develop/prospect.ts'
import { broughtBy } from '../../domain/develop/referral.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { loadCampaigns } from './campaign-store.ts'
import { companyNow } from '../db/company-day.ts'
import { placeAsked, wayOf } from './list.ts'
import { loadProspects, type ProspectRow } from './prospect-store.ts'
import { referrerNames } from './referral-store.ts'
import type { Helpers } from './with-prospect.ts'

const MOST_REFERRERS = 20
const isWon = ({ stage }: ProspectRow) => stage === 'signed' || stage === 'ordered'

/**
 * What became of those found in a period: funnel, lead times by way of finding, rep or market, cost of an account won, and who brought
 * whom. Refused: days that are none or crossed; a place out of reach.
 */
export async function funnelOf(
  deps: Deps,
  caller: Caller,
  helpers: Helpers,
  ask: FunnelQuery,
): Promise<Result<Funnel>> {
  return inScope(
    deps.db,
    caller.scope,
    async (tx) => {
      const company = await companyNow(tx, deps.now())
      if (!company) return refuse('company/missing')
      const { today } = company
      const to = ask.to ?? today
      if (!isDay(to) || to > today) return refuse('assess/no-such-day', { day: to })
      const from = ask.from ?? addMonths(to, -12)
      if (!isDay(from) || from > to) return refuse('assess/no-such-day', { day: from })
      const place = await placeAsked(tx, helpers, caller, ask.node)
      if (!place.ok) return place
      const all = await loadProspects(tx, place.value)
      const rows = all.filter(({ found }) => found >= from && found <= to)
      const travelled = rows.map((row) => ({
        furthest: furthestOf(row.reached, row.firstOrder !== null),
        lost: row.stage === 'lost',
      }))
      const spends = (await loadCampaigns(tx, place.value)).filter((one) => one.from <= to && one.to >= from)
      const won = (source: string) => rows.filter((row) => row.source === source && isWon(row)).length
      return ok({
        from,
        to,
        found: rows.length,
        steps: [...funnel(travelled)],
        leadTime: leadTime(rows.map((row) => wayOf(row, today))),
        groups: grouped(rows, ask.by).map(({ key, name, of }) => ({
          key,
          name,
          found: of.length,
          signed: of.filter(isWon).length,
          leadTime: leadTime(of.map((row) => wayOf(row, today))),
        })),
        costs: caller.rights.has('contribution.read')
          ? sources.map((source) =>
              costPerWon(
                source,
                won(source),
                spends.map((one) => ({ source: one.source, minor: one.spend })),
              ),
            )
          : null,
        referrers: await referrersOf(tx, caller, all),
      })
    },
    { readOnly: true, snapshot: true },
  )
}

/** The five ways always; reps and markets as there are any, the most first. `name` of a way is empty: the screen has words for it. */
function grouped(rows: readonly ProspectRow[], by: FunnelQuery['by']) {
  if (by === 'source')
    return sources.map((key) => ({ key, name: '', of: rows.filter(({ source }) => source === key) }))
  const named = (row: ProspectRow): readonly [string, string] =>
    by === 'owner' ? [row.ownerId ?? '', row.ownerName ?? ''] : [row.market, row.marketName]
  const groups = new Map<string, { key: string; name: string; of: ProspectRow[] }>()
  for (const row of rows) {
    const [key, name] = named(row)
    const group = groups.get(key) ?? { key, name, of: [] }
    group.of.push(row)
    groups.set(key, group)
  }
  return [...groups.values()].toSorted((a, b) => b.of.length - a.of.length || (a.name < b.name ? -1 : 1))
}

/** Who brought it, as a key; null: nobody is named. */
function referrerKey(row: ProspectRow): string | null {
  if (row.referrerKind === null) return null
  return `${row.referrerKind}:${row.referrerKind === 'trader' ? row.referrerName : (row.referrerId ?? '')}`
}

async function referrersOf(
  tx: Tx,
  caller: Caller,
  all: readonly ProspectRow[],
): Promise<Funnel['referrers']> {
  const edges = all.flatMap((row) => {
    const from = referrerKey(row)
    return from ? [{ from, to: `prospect:${row.id}`, won: isWon(row) }] : []
  })
  const same = new Map(
    all.flatMap((row) =>
      row.account === null ? [] : [[`account:${row.account}`, `prospect:${row.id}`] as const],
    ),
  )
  const brought = broughtBy(edges, same).slice(0, MOST_REFERRERS)
  const parts = brought.map((one) => {
    const at = one.referrer.indexOf(':')
    return { ...one, kind: one.referrer.slice(0, at) as ReferrerKind, id: one.referrer.slice(at + 1) }
  })
  const asked = parts.filter(
    ({ kind }) => kind !== 'trader' && (kind !== 'account' || caller.rights.has('account.read')),
  )
  const names = await referrerNames(tx, asked)
  return parts.map(({ kind, id, referrer, direct, won, all: every, allWon }) => {
    const name = kind === 'trader' ? id : (names.get(referrer) ?? '')
    const known = kind !== 'trader' && name !== ''
    return { kind, id: known ? id : null, name, direct, won, all: every, allWon }
  })
}

import type { ProspectQuery, Prospects } from '../../contract/prospect.ts'
import { marketsUnder, within, noRight, type Caller, type Scope } from '../../domain/chain/reach.ts'
import { codeKey } from '../../domain/chain/code.ts'
import { addMonths, type Day } from '../../domain/day.ts'
import { leadTime, type Way } from '../../domain/develop/lead-time.ts'
import { isOpen } from '../../domain/develop/stage.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { companyNow } from '../db/company-day.ts'
import { countProspects, prospectFacts, prospectPage, type ProspectFact } from './prospect-list-store.ts'
import { isOverdue } from './view.ts'
import type { Helpers } from './with-prospect.ts'

const PAGE = 200

/** The markets of a place (its code) as far as the caller reaches; refused where they reach none of it. */
export async function placeAsked(
  tx: Tx,
  { tree }: Pick<Helpers, 'tree'>,
  caller: Caller,
  code: string | undefined,
): Promise<Result<Scope, 'market/missing'>> {
  if (code === undefined || code === '') return ok(caller.scope)
  const nodes = await tree(tx)
  const node = nodes.find((one) => codeKey(one.code) === codeKey(code))
  if (!node) return refuse('market/missing')
  const markets = within(caller.scope, marketsUnder(nodes, node.id))
  return markets === '*' || markets.length > 0 || caller.scope === '*'
    ? ok(markets)
    : refuse('market/missing')
}

/** A prospect as a way from finding to first order, watched until today or until it was lost. */
export function wayOf(row: ProspectFact, today: Day): Way {
  const lost = row.stage === 'lost'
  return { found: row.found, firstOrder: row.firstOrder, until: lost ? row.lastDay : today, lost }
}

/**
 * One page of the prospects of a place that the caller reaches, those first whose next step is due first; beside them how many there are
 * of each. A page beyond the last answers the last.
 */
export async function listProspects(
  deps: Deps,
  caller: Caller,
  helpers: Helpers,
  ask: ProspectQuery,
): Promise<Result<Prospects>> {
  if (!caller.rights.has('prospect.read')) return noRight('prospect.read')
  return inScope(
    deps.db,
    caller.scope,
    async (tx) => {
      const company = await companyNow(tx, deps.now())
      if (!company) return refuse('company/missing')
      const place = await placeAsked(tx, helpers, caller, ask.node)
      if (!place.ok) return place
      const { today } = company
      const owner = ask.owner === 'all' ? ask.owner : { id: caller.personId }
      const among = { markets: place.value, source: ask.source, owner }
      const all = await prospectFacts(tx, among)
      const which = { ...among, state: ask.state, q: ask.q }
      const total = await countProspects(tx, which)
      const page = Math.max(1, Math.min(Number(ask.page), Math.ceil(total / PAGE)))
      const rows = await prospectPage(tx, which, { from: (page - 1) * PAGE, count: PAGE })
      const open = all.filter(({ stage }) => isOpen(stage))
      const yearAgo = addMonths(today, -12)
      return ok({
        today,
        rows: rows.map(({ ownerName, ...row }) => ({
          ...row,
          owner: ownerName,
          overdue: isOverdue(row, today),
        })),
        page,
        pageSize: PAGE,
        total,
        open: open.length,
        overdue: open.filter((one) => isOverdue(one, today)).length,
        signed: all.filter(({ stage }) => stage === 'signed' || stage === 'ordered').length,
        lost: all.filter(({ stage }) => stage === 'lost').length,
        leadTime: leadTime(all.filter(({ found }) => found > yearAgo).map((one) => wayOf(one, today))),
      })
    },
    { readOnly: true, snapshot: true },
  )
}

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
import { loadProspects, type ProspectRow } from './prospect-store.ts'
import { isOverdue } from './view.ts'
import type { Helpers } from './with-prospect.ts'

const MOST_ROWS = 500

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
export function wayOf(row: ProspectRow, today: Day): Way {
  const lost = row.stage === 'lost'
  return { found: row.found, firstOrder: row.firstOrder, until: lost ? row.lastDay : today, lost }
}

/** Prospects of a place that the caller reaches, those first whose next step is due first; beside them how many there are of each. */
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
      const mine = (row: ProspectRow) => ask.owner === 'all' || row.ownerId === caller.personId
      const of = (row: ProspectRow) => ask.source === undefined || row.source === ask.source
      const all = (await loadProspects(tx, place.value)).filter((row) => mine(row) && of(row))
      const states = {
        open: (row: ProspectRow) => isOpen(row.stage),
        signed: ({ stage }: ProspectRow) => stage === 'signed' || stage === 'ordered',
        lost: ({ stage }: ProspectRow) => stage === 'lost',
        all: () => true,
      }
      const words = codeKey(ask.q)
      const shown = all.filter((row) => states[ask.state](row) && isFound(row, words))
      const yearAgo = addMonths(today, -12)
      return ok({
        today,
        rows: shown.slice(0, MOST_ROWS).map((row) => ({
          id: row.id,
          name: row.name,
          market: row.market,
          marketName: row.marketName,
          source: row.source,
          stage: row.stage,
          owner: row.ownerName,
          found: row.found,
          nextStep: row.nextStep,
          nextOn: row.nextOn,
          overdue: isOverdue(row, today),
          firstOrder: row.firstOrder,
        })),
        total: shown.length,
        open: all.filter(states.open).length,
        overdue: all.filter((row) => isOpen(row.stage) && isOverdue(row, today)).length,
        signed: all.filter(states.signed).length,
        lost: all.filter(states.lost).length,
        leadTime: leadTime(all.filter(({ found }) => found > yearAgo).map((row) => wayOf(row, today))),
      })
    },
    { readOnly: true, snapshot: true },
  )
}

/** By name, pinyin, initials, or the last four of the phone. */
function isFound(row: ProspectRow, words: string): boolean {
  if (words === '') return true
  const letters = words.replaceAll(' ', '')
  const end = (row.phone ?? '').replaceAll(/\D/g, '').slice(-4)
  return (
    codeKey(row.name).includes(words) ||
    (/^[a-z]+$/.test(letters) &&
      (row.initials.includes(letters) || row.sound.replaceAll(' ', '').includes(letters))) ||
    (/^\d{4}$/.test(letters) && end === letters)
  )
}

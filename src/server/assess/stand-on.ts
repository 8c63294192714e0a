import { createHash } from 'node:crypto'
import { defaultPolicy } from '../../domain/assess/policy.ts'
import { readPolicy, type PolicyRefusal } from '../../domain/assess/read-policy.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Day } from '../../domain/day.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import type { Ground } from './ground.ts'
import { loadCompany, loadHeads, loadKnown, loadNodes, loadSpan } from './ground-store.ts'
import { memoOf } from './memo.ts'
import { loadMoves } from './moved-store.ts'
import { linksOf } from './moved.ts'
import { inForce, loadPolicies, loadReferences } from './policy-store.ts'

/**
 * Reads the ground, or takes it from memory while no audit chain has moved: everything that is written moves one.
 * Refused while there is no company.
 */
export async function standOn(deps: Deps): Promise<Result<Ground, 'company/missing' | PolicyRefusal>> {
  const memo = memoOf(deps.db)
  return inScope(
    deps.db,
    '*',
    async (tx) => {
      const heads = await loadHeads(tx)
      const signed = (today: Day) => JSON.stringify([today, ...heads])
      const remembered = memo.ground
      if (remembered && memo.signature === signed(dayIn(remembered.company.zone, deps.now())))
        return ok(remembered)
      // What is remembered may be of another company, or of another time zone: its day is not today's.
      const fresh = await loadCompany(tx)
      if (!fresh) return refuse('company/missing')
      const today = dayIn(fresh.zone, deps.now())
      const nodes = await loadNodes(tx)
      const markets = nodes.filter((node) => node.kind === 'market').map((node) => node.id)
      const moves = await loadMoves(tx)
      const spans = await loadSpan(tx, markets, today)
      const hq = nodes.find((node) => node.kind === 'hq')?.id ?? fresh.id
      const known = await loadKnown(tx, markets, hq)
      const latest = inForce(await loadPolicies(tx), today)
      const body = latest ? readPolicy(latest.body) : ok(defaultPolicy)
      if (!body.ok) return body
      const version = latest?.version ?? 1
      const references = await loadReferences(tx, version)
      const ground: Ground = {
        company: fresh,
        hq,
        nodes,
        markets,
        heads,
        today,
        moves,
        links: linksOf(moves),
        spans,
        firstDay: [...spans.values()].map((span) => span.first).toSorted()[0] ?? null,
        lastDay:
          [...spans.values()]
            .map((span) => span.last)
            .toSorted()
            .at(-1) ?? null,
        knownSpend: known.spend,
        knownExcise: known.excise,
        knownMeasures: known.measures,
        policy: { version, body: body.value, stored: latest !== undefined },
        references,
        inputs: [
          createHash('sha256')
            .update(JSON.stringify([fresh, nodes]))
            .digest('base64'),
          known.spend.join(),
          known.rates,
          known.months,
          version,
          latest !== undefined,
          references.map((row) => row.frozenAt).join(),
        ].join('|'),
      }
      memo.ground = ground
      memo.signature = signed(today)
      return ok(ground)
    },
    { readOnly: true, snapshot: true },
  )
}

/** The calendar day of an instant in the company's time zone. */
function dayIn(zone: string, at: Date): Day {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at)
}

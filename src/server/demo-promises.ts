import type { TradePolicyDraft } from '../contract/trade-policy.ts'
import type { Right } from '../domain/chain/reach.ts'
import { addMonths, monthEnd, monthStart, type Day } from '../domain/day.ts'
import { periodOf } from '../domain/develop/trade-policy.ts'
import { Refused, type Result } from '../domain/problem.ts'
import { treeNodes } from './chain/tree-store.ts'
import { companyNow } from './db/company-day.ts'
import type { Deps } from './db/deps.ts'
import { inScope } from './db/transaction.ts'
import { listClaimable } from './develop/claim-view.ts'
import { decideClaim, sendClaim, settleClaim } from './develop/claims.ts'
import { addPolicy } from './develop/policy.ts'
import { listPolicies } from './develop/policy-view.ts'
import { callerAs } from './people/identify.ts'

const helpers = { tree: treeNodes }

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result.problem.code, result.problem.facts)
  return result.value
}

/**
 * What the demo company has promised and paid: policies made by HQ, claims sent by the rep, decided by the manager, paid by finance,
 * each through the door that people use. Does nothing where there are policies already.
 */
export async function makePromises(deps: Deps): Promise<void> {
  const as = async (role: 'hq' | 'manager' | 'rep' | 'finance', right: Right) =>
    done(await callerAs(deps, `${role}@lanjiang.example`, right))
  const hq = await as('hq', 'trade_policy.change')
  if (done(await listPolicies(deps, hq, helpers, {})).policies.length > 0) return
  const { today, node, sku } = await ground(deps)
  for (const draft of draftsOf(today, node, sku)) done(await addPolicy(deps, hq, helpers, draft))

  const rep = await as('rep', 'claim.change')
  const manager = await as('manager', 'claim.approve')
  const finance = await as('finance', 'settlement.run')
  const { units } = done(await listClaimable(deps, rep, helpers, {}))
  // Of quarters that are over, as people do: the largest first.
  const due = units.filter(
    (unit) => unit.periodKind === 'quarter' && unit.period < periodOf('quarter', today),
  )
  const sent: { readonly id: string; readonly asked: number }[] = []
  for (const { policy, account, period, leftMinor } of due.slice(0, 7)) {
    const asked = Math.min(leftMinor, LIMIT)
    const claim = { policy, account, period, askedMinor: asked, records: [], words: '' }
    sent.push({ id: done(await sendClaim(deps, rep, claim)).id, asked })
  }
  for (const [at, { id, asked }] of sent.slice(0, 5).entries()) {
    const decision =
      at === 3
        ? { approvedMinor: Math.round(asked / 200) * 100, reason: '有两张单据还没到，先批一半' }
        : at === 4
          ? { approvedMinor: 0, reason: '这家退过货，对完再报' }
          : { approvedMinor: asked, reason: '' }
    done(await decideClaim(deps, manager, id, decision))
  }
  for (const { id, asked } of sent.slice(0, 2)) {
    const paid = { how: 'credit' as const, amountMinor: asked, sku: null, cases: null }
    done(await settleClaim(deps, finance, id, paid))
  }
}

/** Fen: what a manager approves in one claim. */
const LIMIT = 2_000_000

async function ground(deps: Deps) {
  return inScope(
    deps.db,
    '*',
    async (tx) => {
      const company = await companyNow(tx, deps.now())
      const nodes = await treeNodes(tx)
      const found = await tx.q.selectFrom('sku').select(['id', 'code']).where('code', '=', 'YS01').execute()
      return {
        today: company?.today ?? '',
        node: (code: string) => nodes.find((one) => one.code === code)?.id ?? '',
        sku: found[0]?.id ?? '',
      }
    },
    { readOnly: true },
  )
}

function draftsOf(today: Day, node: (code: string) => string, sku: string): readonly TradePolicyDraft[] {
  const quarter = periodOf('quarter', today)
  const to = monthEnd(addMonths(quarter, 5))
  const always = {
    tiers: ['wholesaler' as const],
    accounts: null,
    skus: null,
    stacking: 'stackable' as const,
    priority: 100,
    component: 'rebate' as const,
    approveUpToMinor: LIMIT,
  }
  return [
    {
      ...always,
      name: '一批商进货返利',
      from: addMonths(quarter, -3),
      to,
      nodes: [node('HQ')],
      period: 'quarter',
      terms: {
        kind: 'tiers',
        measure: 'cases',
        mode: 'marginal',
        tiers: [
          { from: 0, rate: 30 },
          { from: 5000, rate: 50 },
          { from: 20_000, rate: 80 },
        ],
      },
      budgetMinor: 400_000_000,
    },
    {
      ...always,
      name: '比去年多卖奖',
      from: addMonths(quarter, -3),
      to,
      nodes: [node('R1')],
      period: 'quarter',
      terms: { kind: 'growth', measure: 'cases', above: 5, rate: 150 },
      budgetMinor: 60_000_000,
    },
    {
      ...always,
      name: '雅士上市搭赠',
      from: addMonths(monthStart(today), -1),
      to: monthEnd(addMonths(monthStart(today), 1)),
      nodes: [node('R1')],
      skus: [sku],
      period: 'month',
      component: 'free_goods',
      terms: { kind: 'free_goods', buy: 20, get: 1, valueMinor: 6000 },
      budgetMinor: 20_000_000,
    },
    {
      ...always,
      name: '旺铺陈列',
      from: addMonths(monthStart(today), -1),
      to,
      nodes: [node('O01')],
      tiers: ['outlet'],
      period: 'month',
      component: 'display',
      terms: { kind: 'display', amountMinor: 30_000 },
      budgetMinor: 15_000_000,
    },
  ]
}

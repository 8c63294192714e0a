import type { TradePolicyDraft } from '../contract/trade-policy.ts'
import { addDays, addMonths, monthEnd, monthStart, type Day } from '../domain/day.ts'
import { treeNodes } from './chain/tree-store.ts'
import { done, type Year } from './demo-days.ts'
import { yearBegins } from './demo/lines.ts'
import { addPolicy, changePolicy } from './develop/policy.ts'

const helpers = { tree: treeNodes }
const HQ = 'hq@lanjiang.example'

/** Fen: what a manager approves in one claim. */
export const LIMIT = 5_000_000
export const DISPLAY = '旺铺陈列'

/**
 * What the demo company promised in its year, each made by HQ on the day before it begins: the rebate on volume anew for each quarter (in one
 * region, since this quarter everywhere), growth, caps, free goods in summer and now, display. The summer's free goods are raised
 * after it, from their first day on, so that differences are posted.
 */
export function policiesOfYear(year: Year): void {
  const { today } = year
  for (const draft of draftsOf(year)) {
    const made = addDays(draft.from, -1)
    year.on(made, async (at) => {
      const hq = await year.as(HQ, 'trade_policy.change')
      const { id, version } = done(await addPolicy(at, hq, helpers, draft))
      if (draft.name !== SUMMER || draft.terms.kind !== 'free_goods') return
      const better = { ...draft, terms: { ...draft.terms, valueMinor: 7200 }, version }
      const later = addDays(draft.to, 20)
      year.on(later < today ? later : today, async (then) => {
        done(await changePolicy(then, hq, helpers, id, better))
      })
    })
  }
}

const SUMMER = '雅士夏季搭赠'

function draftsOf({ today, world, places }: Year): readonly TradePolicyDraft[] {
  const first = yearBegins(today)
  const node = (code: string) => places.node.get(code) ?? ''
  const sku = (code: string) => places.skus[world.skus.findIndex((one) => one.code === code)] ?? ''
  const always = {
    nodes: [node('R1')],
    tiers: ['wholesaler' as const],
    accounts: null,
    skus: null,
    stacking: 'stackable' as const,
    priority: 100,
    component: 'rebate' as const,
    approveUpToMinor: LIMIT,
  }
  const quarters = [0, 3, 6, 9, 12].map((months) => addMonths(first, months))
  return [
    ...quarters.map((from, at) => ({
      ...always,
      ...daysOf(from, 3),
      name: `一批商进货返利 ${from.slice(0, 4)} 年${'一二三四'[Math.floor(monthOf(from) / 3)] ?? ''}季度`,
      nodes: [node(at < 4 ? 'R1' : 'HQ')],
      period: 'quarter' as const,
      terms: volume(at),
      budgetMinor: at < 4 ? 250_000_000 : 800_000_000,
    })),
    {
      ...always,
      ...daysOf(addMonths(first, 3), 12),
      name: '比去年多卖奖',
      period: 'quarter',
      terms: { kind: 'growth', measure: 'cases', above: 5, rate: 150 },
      budgetMinor: 120_000_000,
    },
    {
      ...always,
      ...daysOf(addMonths(first, 1), 17),
      name: '瓶盖兑奖补贴',
      nodes: [node('O01')],
      skus: [sku('LJ01'), sku('LQ01')],
      period: 'month',
      component: 'cap_prize',
      terms: { kind: 'rate', measure: 'cases', rate: 12 },
      budgetMinor: 30_000_000,
    },
    {
      ...always,
      ...daysOf(addMonths(first, 6), 4),
      name: SUMMER,
      skus: [sku('YS01'), sku('YS02')],
      period: 'month',
      component: 'free_goods',
      terms: { kind: 'free_goods', buy: 20, get: 1, valueMinor: 6000 },
      budgetMinor: 20_000_000,
    },
    {
      ...always,
      from: addMonths(monthStart(today), -1),
      to: monthEnd(addMonths(monthStart(today), 1)),
      name: '原浆冬季搭赠',
      skus: [sku('LY01')],
      period: 'month',
      component: 'free_goods',
      terms: { kind: 'free_goods', buy: 30, get: 1, valueMinor: 9000 },
      budgetMinor: 20_000_000,
    },
    {
      ...always,
      ...daysOf(addMonths(first, 2), 16),
      name: DISPLAY,
      nodes: [node('O01')],
      tiers: ['outlet'],
      period: 'month',
      component: 'display',
      terms: { kind: 'display', amountMinor: 30_000 },
      budgetMinor: 15_000_000,
    },
  ]
}

/** Each quarter asks for a little more. */
function volume(at: number): TradePolicyDraft['terms'] {
  return {
    kind: 'tiers',
    measure: 'cases',
    mode: 'marginal',
    tiers: [
      { from: 0, rate: 30 },
      { from: 4600 + 100 * at, rate: 50 },
      { from: 19_000 + 500 * at, rate: 80 },
    ],
  }
}

function daysOf(from: Day, months: number): { readonly from: Day; readonly to: Day } {
  return { from, to: addDays(addMonths(from, months), -1) }
}

function monthOf(day: Day): number {
  return Number(day.slice(5, 7)) - 1
}

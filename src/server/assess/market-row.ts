import type { MarketRow } from '../../contract/market.ts'
import { concentrationOf } from '../../domain/assess/concentration.ts'
import { standings } from '../../domain/assess/criterion.ts'
import { fromMinor } from '../../domain/money.ts'
import { casesOf, litresOf, tonnesOf } from '../../domain/volume.ts'
import type { Assessed } from './assessed.ts'
import type { Ground } from './ground.ts'
import { round } from './ranked-account.ts'
import { sleepersOf } from './sleepers.ts'

/** The nodes above a node, from the top, without headquarters. */
export function pathAbove(ground: Ground, id: string): readonly string[] {
  const byId = new Map(ground.nodes.map((node) => [node.id, node]))
  const names: string[] = []
  let at = byId.get(byId.get(id)?.parentId ?? '')
  for (let steps = 0; at && at.kind !== 'hq' && steps < 50; steps += 1) {
    names.unshift(at.name)
    at = byId.get(at.parentId ?? '')
  }
  return names
}

/** A market at a glance, from what was assessed anyway: no query of its own. `open`: whether contributions may be seen. */
export function marketRow(ground: Ground, id: string, assessed: Assessed, open: boolean): MarketRow {
  const { verdicts } = assessed.verdict
  const { accounts, categoryMillilitres } = assessed.load.figures
  const listed = [...assessed.load.listed.values()]
  const node = ground.nodes.find((one) => one.id === id)
  const ml = accounts.reduce((sum, one) => sum + one.millilitres, 0)
  const mlOf = new Map(accounts.map((one) => [one.id, one.millilitres]))
  const lastYear = accounts.reduce<number | null>(
    (sum, one) => (sum === null || one.lastYearMillilitres === null ? null : sum + one.lastYearMillilitres),
    0,
  )
  const milliCases = listed.reduce<number | null>(
    (sum, one) => (sum === null || one.milliCases === null ? null : sum + one.milliCases),
    0,
  )
  const money = (minor: number) => round(fromMinor(minor, ground.company.digits), 2)
  const worth = verdicts.flatMap(({ account, contribution: { minor } }) =>
    minor === null ? [] : [{ minor, ml: mlOf.get(account) ?? 0 }],
  )
  const contribution = worth.reduce((sum, one) => sum + one.minor, 0)
  const tonnes = tonnesOf(worth.reduce((sum, one) => sum + one.ml, 0))
  const losing = worth.filter(({ minor }) => minor < 0)
  const known = open && worth.some((one) => one.ml !== 0 || one.minor !== 0)
  return {
    code: node?.code ?? id,
    name: node?.name ?? id,
    path: [...pathAbove(ground, id)],
    litres: litresOf(ml),
    lastYearLitres: lastYear === null || accounts.length === 0 ? null : litresOf(lastYear),
    cases: milliCases === null ? null : casesOf(milliCases),
    accounts: accounts.length,
    selling: accounts.filter((one) => one.millilitres > 0).length,
    concentration: concentrationOf(accounts.map((one) => one.millilitres)),
    sleepsBig: sleepersOf(assessed).size,
    byStanding: standings.flatMap((standing) => {
      const those = verdicts.filter((one) => one.standing === standing)
      const litres = those.reduce((sum, one) => sum + litresOf(mlOf.get(one.account) ?? 0), 0)
      return those.length === 0 ? [] : [{ standing, accounts: those.length, litres: round(litres, 3) }]
    }),
    categoryShare: categoryMillilitres === null ? null : ml / categoryMillilitres,
    contribution: known ? money(contribution) : null,
    contributionPerTonne: known && tonnes > 0 ? money(contribution / tonnes) : null,
    costUnknown: open ? verdicts.length - worth.length : null,
    losing: known
      ? { members: losing.length, amount: money(losing.reduce((sum, one) => sum + one.minor, 0)) }
      : null,
  }
}

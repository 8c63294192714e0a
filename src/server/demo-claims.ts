import { addDays, addMonths, monthStart, type Day } from '../domain/day.ts'
import { periodOf } from '../domain/develop/trade-policy.ts'
import { addFile } from './account/file.ts'
import { treeNodes } from './chain/tree-store.ts'
import { DISPLAY, LIMIT } from './demo-promises.ts'
import { done, type Year } from './demo-days.ts'
import { pictureOf } from './demo/picture.ts'
import { listClaimable } from './develop/claim-view.ts'
import { decideClaim, sendClaim, settleClaim } from './develop/claims.ts'
import { confirmUnit } from './develop/policy-confirm.ts'
import { listPolicies } from './develop/policy-view.ts'

const helpers = { tree: treeNodes }
const REP = 'rep@lanjiang.example'
const [A_TIME, OUTLETS] = [4, 3]

/** What was asked of policies, month by month: the largest rests of periods that are over; decided in the week after, paid in the next. */
export function claimsOfYear(year: Year): void {
  const { today } = year
  let nth = 0
  const ask = (rep: string, day: Day) =>
    year.on(day, async (now) => {
      const caller = await year.as(rep, 'claim.change')
      const { units } = done(await listClaimable(now, caller, helpers, {}))
      const over = units.filter(({ period, periodKind: kind, waits, needsFile }) => {
        return !waits && !needsFile && kind !== 'term' && period < periodOf(kind, day)
      })
      for (const { policy, policyName, account, period, leftMinor } of inTurn(over).slice(0, A_TIME)) {
        const asked = Math.min(leftMinor, LIMIT)
        const claim = { policy, account, period, askedMinor: asked, records: [], words: '' }
        const { id } = done(await sendClaim(now, caller, claim))
        nth += 1
        answered(year, { id, asked, nth, day, goods: policyName.includes('搭赠') })
      }
    })
  for (let month = addMonths(monthStart(today), -11); month <= today; month = addMonths(month, 1)) {
    displaysOf(year, month)
    for (const [at, rep] of repsOf(year).entries()) ask(rep, addDays(month, 6 + at * 2))
  }
  // The last ones are on the desk: approved and not paid, waiting.
  for (const ago of [9, 2]) ask(REP, addDays(today, -ago))
}

/** Those of the first region, where the policies are. */
function repsOf({ world }: Year): readonly string[] {
  const offices = world.territory.nodes.filter(({ kind, parent }) => kind === 'office' && parent === 'R1')
  return offices.map(({ code }) => (code === 'O01' ? REP : `rep.${code.toLowerCase()}@lanjiang.example`))
}

type Sent = {
  readonly id: string
  readonly asked: number
  readonly nth: number
  readonly day: Day
  readonly goods: boolean
}

/** One in eight is refused (it asks for papers twice), one in five approved in half; what was approved is paid, cash for every fourth. */
function answered(year: Year, { id, asked, nth, day, goods }: Sent, cash = nth % 4 === 1): void {
  const decidedOn = addDays(day, 3 + (nth % 4))
  const half = Math.round(asked / 200) * 100
  const decision =
    nth % 8 === 3
      ? { approvedMinor: 0, reason: '有三张单报了两遍，多报了，核对后重报' }
      : nth % 5 === 2 && half > 0
        ? { approvedMinor: half, reason: '有两张单据还没到，先批一半' }
        : { approvedMinor: asked, reason: '' }
  year.on(decidedOn, async (now) => {
    done(await decideClaim(now, await year.as('manager@lanjiang.example', 'claim.approve'), id, decision))
  })
  if (decision.approvedMinor === 0) return
  year.on(addDays(decidedOn, 7 + (nth % 5)), async (now) => {
    const finance = await year.as('finance@lanjiang.example', 'settlement.run')
    const amountMinor = decision.approvedMinor
    const [how, sku] = goods
      ? (['goods', year.places.skus[0] ?? ''] as const)
      : ([cash ? 'cash' : 'credit', null] as const)
    const cases = goods ? Math.max(1, Math.round(amountMinor / PRICE)) : null
    done(await settleClaim(now, finance, id, { how, amountMinor, sku, cases }))
  })
}

/** Fen a case of what is given in goods. */
const PRICE = 6000

/** Of several policies in turn, so that a month is not of one alone. */
function inTurn<T extends { readonly policyCode: string }>(units: readonly T[]): readonly T[] {
  const by = new Map<string, T[]>()
  for (const unit of units) by.set(unit.policyCode, [...(by.get(unit.policyCode) ?? []), unit])
  const most = Math.max(0, ...[...by.values()].map(({ length }) => length))
  return Array.from({ length: most }, (_, n) => [...by.values()].flatMap((of) => of[n] ?? [])).flat()
}

/** Displays that stand: seen by HQ at the end of the month before, pictured, claimed and paid in cash. */
function displaysOf(year: Year, month: Day): void {
  const before = addMonths(month, -1)
  const outlets = year.world.outlets.filter(({ market }) => market.office === 'O01').slice(0, OUTLETS)
  const day = addDays(month, 4)
  year.on(day, async (now) => {
    const hq = await year.as('hq@lanjiang.example', 'trade_policy.change')
    const { policies } = done(await listPolicies(now, hq, helpers, {}))
    const policy = policies.find(({ draft }) => draft.name === DISPLAY)
    if (!policy || policy.draft.from > before) return
    const [rep, note] = [await year.as(REP, 'claim.change'), await year.as(REP, 'account.note')]
    for (const [at, { code }] of outlets.entries()) {
      const account = year.places.account.get(code)?.id ?? ''
      const unit = { account, period: before }
      done(await confirmUnit(now, hq, policy.id, { ...unit, confirmed: true }))
      const bytes = pictureOf(`${code} ${before}`)
      const name = `${before.slice(0, 7)} 陈列.png`
      const file = done(
        await addFile(now, note, account, {
          name,
          body: new Blob([new Uint8Array(bytes)]).stream(),
          declared: bytes.length,
        }),
      )
      const asked = { policy: policy.id, ...unit, askedMinor: 30_000, records: [file.id], words: '' }
      const { id } = done(await sendClaim(now, rep, asked))
      // Numbers that are neither refused nor halved.
      answered(year, { id, asked: 30_000, nth: at * 40, day, goods: false }, true)
    }
  })
}

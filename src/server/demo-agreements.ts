import type { AgreementDraft } from '../contract/agreement.ts'
import type { Caller, Right } from '../domain/chain/reach.ts'
import { addDays, addMonths, monthEnd, monthStart, type Day } from '../domain/day.ts'
import { Refused, type Result } from '../domain/problem.ts'
import { companyNow } from './db/company-day.ts'
import type { Deps } from './db/deps.ts'
import { inScope } from './db/transaction.ts'
import { activateAgreement } from './develop/agreement-activate.ts'
import { sendAgreement, signAgreement } from './develop/agreement-acts.ts'
import { draftAgreement } from './develop/agreement-draft.ts'
import { setLimit } from './develop/agreement-limit.ts'
import { printAgreement } from './develop/agreement-print.ts'
import { listAgreements } from './develop/agreement-view.ts'
import { developing } from './developing.ts'
import { callerAs } from './people/identify.ts'

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result.problem.code, result.problem.facts)
  return result.value
}

/** Fen, a case and in an agreement in all. */
const limits = [
  { role: 'rep', perCaseMinor: 900, totalMinor: 30_000_000 },
  { role: 'regional_manager', perCaseMinor: 2000, totalMinor: 200_000_000 },
  { role: 'hq', perCaseMinor: 6000, totalMinor: 1_000_000_000 },
]

/**
 * Agreements of the demo company in each state, each through the door that people use: one that ends soon, an exclusive one, one beyond
 * the rep's limits that waits, a signed one that stands on the ground of the exclusive one, a draft. Does nothing where there are some.
 */
export async function makeAgreements(deps: Deps): Promise<void> {
  const as = async (role: 'admin' | 'rep', right: Right) =>
    done(await callerAs(deps, `${role}@lanjiang.example`, right))
  const admin = await as('admin', 'company.change')
  const rep = await as('rep', 'agreement.change')
  if (done(await listAgreements(deps, rep)).agreements.length > 0) return
  for (const limit of limits) done(await setLimit(deps, admin, limit))
  const { today, accounts } = await ground(deps, rep)
  const [soon, sole, beyond, meets, early] = accounts
  const draft = async (of: Account | undefined, over: Partial<AgreementDraft>) => {
    if (!of) return null
    const wish = { with: { kind: 'account' as const, id: of.id }, draft: draftOf(today, of.market, over) }
    return done(await draftAgreement(deps, rep, developing, wish))
  }
  const signed = async (of: Account | undefined, over: Partial<AgreementDraft>) => {
    const made = await draft(of, over)
    if (!of || !made) return null
    // What was printed stands for the scan of it.
    const { bytes } = done(
      await printAgreement(deps, rep, developing, made.id, { version: undefined, words: 'zh' }),
    )
    const scan = { kind: 'scan' as const, signer: '店主', day: today, content: bytes.toString('base64') }
    return done(await signAgreement(deps, rep, developing, made.id, { seq: made.seq, ...scan }))
  }
  const active = async (of: Account | undefined, over: Partial<AgreementDraft>) => {
    const made = await signed(of, over)
    if (made) done(await activateAgreement(deps, rep, developing, made.id, { seq: made.seq }))
  }
  await active(soon, { from: addDays(today, -320), to: addDays(today, 44), targets: [], rebate: null })
  await active(sole, {
    exclusive: true,
    exclusivityWords:
      '协议期内，甲方在本协议约定的区域内，不再把约定的产品供给其他批发商。乙方可以经销其他品牌，转卖价格由乙方自己定。',
  })
  const wide = await draft(beyond, { support: { perCaseMinor: 1200, onceMinor: 500_000 } })
  if (wide) done(await sendAgreement(deps, rep, developing, wide.id, { seq: wide.seq }))
  if (sole && meets) await signed(meets, { markets: [sole.market] })
  await draft(early, { rebate: null })
}

function draftOf(today: Day, market: string, over: Partial<AgreementDraft>): AgreementDraft {
  const from = addDays(monthEnd(today), 1)
  const months = [0, 1, 2].map((n) => monthStart(addMonths(from, n)).slice(0, 7))
  return {
    from,
    to: addDays(addMonths(from, 12), -1),
    markets: [market],
    products: null,
    targets: months.map((month) => ({ month, cases: 2400 })),
    rebate: {
      kind: 'tiers',
      measure: 'cases',
      mode: 'all',
      tiers: [
        { from: 0, rate: 50 },
        { from: 5000, rate: 100 },
      ],
    },
    support: { perCaseMinor: 300, onceMinor: 0 },
    payDays: 30,
    visitEveryDays: null,
    exclusive: false,
    exclusivityWords: '',
    otherWords: '',
    ...over,
  }
}

type Account = { readonly id: string; readonly market: string }

/** Wholesalers of the rep, one a market as far as there are markets, then others. */
async function ground(deps: Deps, { scope }: Caller) {
  return inScope(
    deps.db,
    scope,
    async (tx) => {
      const company = await companyNow(tx, deps.now())
      const rows = await tx.q
        .selectFrom('account')
        .select(['id', 'market_id', 'code'])
        .where('tier', '=', 'wholesaler')
        .where('merged_into', 'is', null)
        .where('closed_on', 'is', null)
        .orderBy('code')
        .limit(40)
        .execute()
      const accounts = rows.map(({ id, market_id }): Account => ({ id, market: market_id }))
      const first = accounts.filter(
        ({ market }, at) => accounts.findIndex((one) => one.market === market) === at,
      )
      const rest = accounts.filter((one) => !first.includes(one))
      return { today: company?.today ?? '', accounts: [...first, ...rest] }
    },
    { readOnly: true },
  )
}

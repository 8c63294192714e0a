import type { AgreementDraft, AgreementSaved, NewAgreement } from '../contract/agreement.ts'
import { addDays, addMonths, monthStart, type Day } from '../domain/day.ts'
import { dayIn } from './db/company-day.ts'
import type { Deps } from './db/deps.ts'
import { done, TIME_ZONE, type Year } from './demo-days.ts'
import { yearBegins } from './demo/lines.ts'
import { signatureOf } from './demo/picture.ts'
import { activateAgreement } from './develop/agreement-activate.ts'
import {
  decideAgreement,
  sendAgreement,
  signAgreement,
  terminateAgreement,
} from './develop/agreement-acts.ts'
import { amendAgreement, draftAgreement } from './develop/agreement-draft.ts'
import { setLimit } from './develop/agreement-limit.ts'
import { developing } from './developing.ts'

/** Fen, a case and in an agreement in all. */
const limits = [
  { role: 'rep', perCaseMinor: 900, totalMinor: 30_000_000 },
  { role: 'regional_manager', perCaseMinor: 2000, totalMinor: 200_000_000 },
  { role: 'hq', perCaseMinor: 6000, totalMinor: 1_000_000_000 },
]
const REP = 'rep@lanjiang.example'
const MANAGER = 'manager@lanjiang.example'
const ALONE =
  '协议期内，甲方在本协议约定的区域内，不再把约定的产品供给其他批发商。乙方可以经销其他品牌，转卖价格由乙方自己定。'
const GENEROUS = { support: { perCaseMinor: 1200, onceMinor: 500_000 } }

/**
 * Agreements of the year in each state, in days before today: one ends soon, one ended, one was renewed, one amended, one terminated, one
 * is exclusive and one signed on its ground, one went beyond the rep's limits and was approved, one was sent back, one waits, one is a draft.
 */
export function agreementsOfYear(year: Year): void {
  const { today } = year
  const day = (ago: number) => addDays(today, -ago)
  year.on(yearBegins(today), async (at) => {
    const admin = await year.as('admin@lanjiang.example', 'company.change')
    for (const limit of limits) done(await setLimit(at, admin, limit))
  })
  const firms = firmsOf(year)
  const [soon, renewed, amended, ended, approved, beyond, back, early] = firms.others
  const [sole, meets] = firms.alone
  inForce(year, soon, { from: day(320), to: day(-44) }, { targets: [], rebate: null })
  inForce(year, ended, { from: day(330), to: day(60) })
  inForce(
    year,
    sole,
    { from: day(150), to: day(-214) },
    { exclusive: true, exclusivityWords: ALONE, visitEveryDays: 14 },
  )
  if (renewed)
    inForce(year, renewed, { from: day(340), to: day(160) }, {}, (made) => {
      next(year, made, day(172), 'renewal', termsOf(renewed, day(159), { to: day(-205) }))
    })
  if (amended)
    inForce(year, amended, { from: day(250), to: day(-114) }, {}, (made) => {
      const more = { to: day(-114), support: { perCaseMinor: 600, onceMinor: 0 } }
      next(year, made, day(100), 'amendment', termsOf(amended, day(92), more))
    })
  inForce(year, firms.leaves, { from: day(290), to: day(-74) }, {}, (made) => {
    year.on(day(60), async (at) => {
      const rep = await year.as(REP, 'agreement.change')
      const reason = '把货卖到了隔壁县，说过两次没有改'
      done(await terminateAgreement(at, rep, developing, made.id, { seq: made.seq, day: day(45), reason }))
    })
  })
  asked(year, approved, day(126), GENEROUS, async (at, sent) => {
    const yes = await decided(year, at, sent, '量在这里，给')
    year.on(day(120), async (then) => {
      await activated(year, then, await signed(year, then, yes, '店主', REP), REP)
    })
  })
  asked(year, back, day(14), GENEROUS, async (at, sent) => {
    await decided(year, at, sent, null)
  })
  asked(year, beyond, day(3), GENEROUS)
  draftedOn(year, meets, day(2), {}, async (at, made) => {
    await signed(year, at, made, '店主', REP)
  })
  draftedOn(year, early, day(1), { rebate: null })
}

type Firm = { readonly id: string; readonly market: string; readonly casesAMonth: number }
type Made = Pick<AgreementSaved, 'id' | 'seq' | 'account'>

const LITRES_A_CASE = 6

/**
 * Wholesalers of the first prefecture that buy all the year, those of middling size first: what a rep may promise is enough for them. Those of
 * its last market apart, one of whom was promised to be alone there.
 */
function firmsOf({ world, places }: Year) {
  const firms = world.wholesalers
    .filter(
      ({ market, story, behaviour }) =>
        market.office === 'O01' && story === null && behaviour.silentFor === null && behaviour.began === null,
    )
    .toSorted((a, b) => far(a.litresADay) - far(b.litresADay))
  const last = world.territory.markets.findLast(({ office }) => office === 'O01')
  const placed = (of: typeof firms): Firm[] =>
    of.flatMap(({ code, litresADay }) => {
      const place = places.account.get(code)
      return place
        ? [{ ...place, casesAMonth: Math.round((litresADay * 30) / LITRES_A_CASE / 100) * 100 + 100 }]
        : []
    })
  const [leaves, ...others] = placed(firms.filter(({ market }) => market !== last))
  return { leaves, others, alone: placed(firms.filter(({ market }) => market === last)) }
}

const far = (litresADay: number) => Math.abs(Math.log(litresADay / 500))

export async function drafted(
  year: Year,
  at: Deps,
  party: NewAgreement['with'],
  draft: AgreementDraft,
  rep = REP,
): Promise<Made> {
  const caller = await year.as(rep, 'agreement.change')
  return done(await draftAgreement(at, caller, developing, { with: party, draft }))
}

export async function signed(
  year: Year,
  at: Deps,
  { id, seq }: Made,
  signer: string,
  rep: string,
): Promise<Made> {
  const day = dayIn(TIME_ZONE, at.now())
  const content = signatureOf(`${signer} ${day}`).toString('base64')
  const ask = { seq, kind: 'drawn' as const, signer, day, content }
  return done(await signAgreement(at, await year.as(rep, 'agreement.change'), developing, id, ask))
}

export async function activated(year: Year, at: Deps, { id, seq }: Made, rep: string): Promise<Made> {
  return done(await activateAgreement(at, await year.as(rep, 'agreement.change'), developing, id, { seq }))
}

async function decided(year: Year, at: Deps, { id, seq }: Made, yes: string | null): Promise<Made> {
  const words = yes ?? '一次性支持太高，先谈到三千以内'
  const manager = await year.as(MANAGER, 'agreement.approve')
  return done(await decideAgreement(at, manager, developing, id, { seq, approve: yes !== null, words }))
}

function draftedOn(
  year: Year,
  firm: Firm | undefined,
  day: Day,
  over: Partial<AgreementDraft>,
  then: (at: Deps, made: Made) => Promise<void> = async () => undefined,
): void {
  if (!firm) return
  year.on(day, async (at) => {
    const terms = termsOf(firm, addDays(day, 7), over)
    await then(at, await drafted(year, at, { kind: 'account', id: firm.id }, terms))
  })
}

/** Drafted five days before it begins, signed and put into force the day before. */
function inForce(
  year: Year,
  firm: Firm | undefined,
  { from, to }: { readonly from: Day; readonly to: Day },
  over: Partial<AgreementDraft> = {},
  then: (made: Made) => void = () => undefined,
): void {
  if (!firm) return
  year.on(addDays(from, -5), async (at) => {
    const made = await drafted(
      year,
      at,
      { kind: 'account', id: firm.id },
      termsOf(firm, from, { to, ...over }),
    )
    year.on(addDays(from, -1), async (now) => {
      then(await activated(year, now, await signed(year, now, made, '店主', REP), REP))
    })
  })
}

/** Beyond the rep's limits: sent on the day it was drafted, answered two days later. */
function asked(
  year: Year,
  firm: Firm | undefined,
  day: Day,
  over: Partial<AgreementDraft>,
  then: (at: Deps, made: Made) => Promise<void> = async () => undefined,
): void {
  draftedOn(year, firm, day, over, async (at, { id, seq }) => {
    const rep = await year.as(REP, 'agreement.change')
    const sent = done(await sendAgreement(at, rep, developing, id, { seq }))
    if (then.length > 0) year.on(addDays(day, 2), (now) => then(now, sent))
  })
}

/** The next version of one in force, signed and activated four days after it was drafted. */
function next(
  year: Year,
  { id, seq }: Made,
  day: Day,
  kind: 'renewal' | 'amendment',
  draft: AgreementDraft,
): void {
  year.on(day, async (at) => {
    const rep = await year.as(REP, 'agreement.change')
    const made = done(await amendAgreement(at, rep, developing, id, { seq, kind, draft }))
    year.on(addDays(day, 4), async (now) => {
      await activated(year, now, await signed(year, now, made, '店主', REP), REP)
    })
  })
}

/** A target for each month of the term; the better rate from three quarters of them on. */
export function termsOf(
  { market, casesAMonth }: Pick<Firm, 'market' | 'casesAMonth'>,
  from: Day,
  over: Partial<AgreementDraft>,
): AgreementDraft {
  const to = over.to ?? addDays(addMonths(from, 12), -1)
  const months: string[] = []
  for (let month = monthStart(from); month <= to; month = addMonths(month, 1)) months.push(month.slice(0, 7))
  return {
    from,
    to,
    markets: [market],
    products: null,
    targets: months.map((month) => ({ month, cases: casesAMonth })),
    rebate: {
      kind: 'tiers',
      measure: 'cases',
      mode: 'all',
      tiers: [
        { from: 0, rate: 50 },
        { from: Math.round((casesAMonth * months.length * 3) / 400) * 100, rate: 100 },
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

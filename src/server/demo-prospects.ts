import { addDays, type Day } from '../domain/day.ts'
import type { Source } from '../domain/develop/prospect.ts'
import { activated, drafted, signed as signedBy, termsOf } from './demo-agreements.ts'
import { developing } from './developing.ts'
import { done, type Year } from './demo-days.ts'
import { prospectsOf, type DemoProspect, type WayStep } from './demo/prospects.ts'
import { addCampaign } from './develop/campaign.ts'
import { addProspect } from './develop/card.ts'
import { addPerson, addServed, talk, tellBrand } from './develop/parts.ts'
import { planFirstOrder } from './develop/first-order.ts'
import { signProspect } from './develop/sign.ts'
import { takeStep } from './develop/step.ts'
import { setCadence } from './develop/visit-cadence.ts'
import { addVisit } from './develop/visits.ts'

/** What was done to find somebody, by prefecture: days from today, for how many, yuan. The last one has not brought anybody yet. */
const campaigns: readonly (readonly [Source, string, number, number, number])[] = [
  ['advertising', '批发市场广告牌', -363, 340, 12_000],
  ['media', '短视频招商', -362, 350, 9000],
  ['media', '年底招商直播', -12, 30, 4000],
]

/** What is promised after each step. */
const next: Readonly<Record<WayStep | 'found', string>> = {
  found: '打电话约老板见面',
  contact: '问清他卖什么、怕什么',
  talk: '带方案上门谈',
  offer: '带协议去签',
  sign: '盯首单，约好到货日',
  revive: '换个方案再谈一次',
  lose: '',
}

/** Prospects of the year, each taken by the rep of its market from day to day. */
export function prospectsOfYear(year: Year): void {
  const { today, world } = year
  const found = new Map<string, string>()
  const markets = world.territory.markets.filter(({ region, urban }) => region === 'R1' && urban)
  for (const { code, office, city } of markets)
    for (const [source, what, from, days, spend] of campaigns)
      year.on(addDays(today, from), async (at) => {
        const hq = await year.as('hq@lanjiang.example', 'prospect.change')
        const market = year.places.node.get(code) ?? ''
        const name = `${city}${what}`
        const draft = { name, source, from: addDays(today, from), to: addDays(today, from + days), spend }
        const { id } = done(await addCampaign(at, hq, { market, ...draft }))
        if (!found.has(`${source} ${office}`)) found.set(`${source} ${office}`, id)
      })
  for (const one of prospectsOf(world, today)) livesOf(year, one, found)
}

const repOf = (office: string) =>
  office === 'O01' ? 'rep@lanjiang.example' : `rep.${office.toLowerCase()}@lanjiang.example`

/** One prospect: found, and each step on its day with the next one promised. `found`: campaigns and prospects that are known by then. */
function livesOf(year: Year, one: DemoProspect, found: Map<string, string>): void {
  const market = year.places.node.get(one.market.code) ?? ''
  const rep = repOf(one.market.office)
  let [id, version, person] = ['', 0, '']
  /** What is promised after a step, for the day of the next one. */
  const promised = (step: WayStep | 'found', at: number, day: Day) => {
    const nextOn = one.way[at]?.on ?? one.stalledOn ?? addDays(day, 6)
    return { nextStep: next[step], nextOn }
  }
  year.on(one.found, async (at) => {
    const caller = await year.as(rep, 'prospect.change')
    const { name, source, phone, address, outlets, subDistributors } = one
    const wish = {
      market,
      name,
      source,
      phone,
      address,
      city: `${one.market.city}市`,
      outlets,
      subDistributors,
    }
    const referrer = referrerOf(year, one, found)
    const made = await addProspect(at, caller, developing, {
      ...wish,
      referrer,
      ...promised('found', 0, one.found),
    })
    ;({ id, version } = done(made))
    found.set(name, id)
    done(await tellBrand(at, caller, id, { ...one.brand, certainty: 'heard', source: '门店老板' }))
  })
  for (const [at, { step, on: day }] of one.way.entries()) {
    if (one.fresh && step === 'sign') continue
    year.on(day, async (now) => {
      const caller = await year.as(rep, 'prospect.change')
      if (step === 'contact') {
        const { name, role } = one.person
        person = done(await addPerson(now, caller, id, { name, role, phone: one.phone, words: '' })).id
      }
      if (step === 'offer') done(await talk(now, caller, id, person, { answers: one.answers }))
      if (step === 'sign') return signs(now)
      const lost = { reason: one.lost.reason, lostTo: one.lost.to }
      const ask = step === 'lose' ? lost : promised(step, at + 1, day)
      version = done(await takeStep(now, caller, developing, id, { step, version, ...ask })).version
    })
  }
  if (one.fresh) {
    const sign = one.way.find(({ step }) => step === 'sign')?.on ?? year.today
    year.on(addDays(sign, -1), async (now) => {
      const from = sign
      const made = await drafted(
        year,
        now,
        { kind: 'prospect', id },
        termsOf({ market, casesAMonth: 600 }, from, {
          support: { perCaseMinor: 500, onceMinor: 300_000 },
          firstOrder: { cases: FIRST_CASES, dueOn: one.firstOrder },
        }),
        rep,
      )
      year.on(sign, async (then) => {
        const { account } = await activated(
          year,
          then,
          await signedBy(year, then, made, one.person.name, rep),
          rep,
        )
        await opened(year, one, { now: then, id, account: account ?? '', market, rep })
      })
    })
  }

  async function signs(now: Parameters<typeof signProspect>[0]): Promise<void> {
    const manager = await year.as('manager@lanjiang.example', 'account.change')
    const signed = done(await signProspect(now, manager, developing, id, { version, code: codeOf(one) }))
    version = signed.version
    const caller = await year.as(rep, 'prospect.change')
    const nextOn = one.firstOrder ?? addDays(year.today, 5)
    const plan = { step: 'plan' as const, version, nextStep: next.sign, nextOn }
    version = done(await takeStep(now, caller, developing, id, plan)).version
    await opened(year, one, { now, id, account: signed.account, market, rep })
  }
}

type Opened = {
  readonly now: Parameters<typeof signProspect>[0]
  readonly id: string
  readonly account: string
  readonly market: string
  readonly rep: string
}

const [SERVED, FIRST_CASES] = [5, 100]

const codeOf = ({ index }: DemoProspect) => `N${String(index + 1).padStart(4, '0')}`

/** What begins with signing: whom it serves, when the first order is due, its orders, its visits. */
async function opened(
  year: Year,
  one: DemoProspect,
  { now, id, account, market, rep }: Opened,
): Promise<void> {
  const caller = await year.as(rep, 'prospect.change')
  const outlets = year.world.outlets
    .filter((outlet) => outlet.market === one.market)
    .filter((_, at) => at % 4 === one.index % 4)
    .slice(0, SERVED)
    .map(({ code }) => code)
  for (const code of outlets) done(await addServed(now, caller, id, year.places.account.get(code)?.id ?? ''))
  const { firstOrder, litresADay, fresh } = one
  const dueOn = firstOrder ?? addDays(year.today, 5)
  // An agreement has said so itself.
  if (!fresh) done(await planFirstOrder(now, caller, account, { dueOn, cases: FIRST_CASES }))
  if (firstOrder !== null)
    year.buys({ id: account, market, code: codeOf(one), firstOrder, litresADay, outlets, slow: fresh })
  const visits = await year.as(rep, 'visit.change')
  done(await setCadence(now, visits, account, { everyDays: 30, weekdays: [1, 2, 3, 4, 5] }))
  for (let day = addDays(dueOn, 3), n = 0; day < year.today; day = addDays(day, 30), n += 1)
    year.on(day, async (then) => {
      const seen = n % 3 === 2 ? ['sold_out' as const] : ['on_shelf' as const, 'display' as const]
      const said = n % 3 === 2 ? ['order', '补 40 箱，后天送到'] : ['care', '动销正常，陈列在']
      const words = said[1] ?? ''
      const aim = said[0] === 'order' ? ('order' as const) : ('care' as const)
      const visit = { state: 'done' as const, aim, met: true, seen: [...seen], cases: null, words }
      done(await addVisit(then, visits, account, visit))
    })
}

function referrerOf(year: Year, one: DemoProspect, found: ReadonlyMap<string, string>) {
  const { referrer, source, market } = one
  if (referrer === null) return null
  if (referrer.kind === 'trader') return { kind: referrer.kind, id: null, name: referrer.name }
  const id =
    referrer.kind === 'campaign'
      ? found.get(`${source} ${market.office}`)
      : referrer.kind === 'account'
        ? year.places.account.get(referrer.of)?.id
        : found.get(referrer.of)
  return id === undefined ? null : { kind: referrer.kind, id, name: '' }
}

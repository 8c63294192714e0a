/**
 * Pictures of every screen of a running demo company in both languages, on a desk and on a phone, light and dark:
 * `npx tsx scripts/screenshots.ts http://127.0.0.1:3000 FOLDER [part of a name]`. They are for looking at, and for the README.
 * Under each picture it prints what a machine can see: axe, a page wider than the window, small targets, text cut without a "…".
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { Ranking } from '../src/contract/assess.ts'
import type { Claims } from '../src/contract/claim.ts'
import type { Markets } from '../src/contract/market.ts'
import type { Session, StartState } from '../src/contract/people.ts'
import type { Changed, Prospects } from '../src/contract/prospect.ts'
import type { Visits } from '../src/contract/visit.ts'
import { openBrowser } from '../test/e2e/browser.ts'
import { visitor } from '../test/e2e/visitor.ts'

const [address = 'http://127.0.0.1:3000', folder = 'screenshots', only = ''] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })

const start = (await (await fetch(`${address}/api/start`)).json()) as StartState
const person = start.demoPeople.find(({ role }) => role === 'admin')
if (person === undefined) throw new Error('only the demo company can be photographed: npm start -- --demo')

/** A screen: its name, its address, and what is done there before the picture. */
type Stop = { readonly name: string; readonly at: string; readonly act?: (page: Page) => Promise<void> }

const browser = await openBrowser()
for (const locale of ['zh', 'en'] as const)
  for (const phone of [false, true]) {
    const guest = await visitor(browser, address, { locale, phone })
    const { page } = guest
    await page.addInitScript({ content: `localStorage.setItem('tonnage.locale', '${locale}')` })
    const look = async ({ name, at, act }: Stop): Promise<void> => {
      const full = `${name}-${locale}-${phone ? '390' : '1440'}`
      if (!full.includes(only)) return
      await page.emulateMedia({ colorScheme: 'light' })
      try {
        await page.goto(at)
        await settled(page)
        await act?.(page)
      } catch (error) {
        console.log(full, 'NOT REACHED', String(error).split('\n')[0])
      }
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme })
        await settled(page)
        // A long list is looked at from its top: its rows are there only where the window is.
        const fullPage = ((await page.evaluate('document.documentElement.scrollHeight')) as number) < 6000
        await page.screenshot({ path: path.join(folder, `${full}-${theme}.png`), fullPage })
        const seen = [...(await guest.axe()), ...(theme === 'light' ? await measured(page, phone) : [])]
        console.log(full, theme, seen.length === 0 ? 'nothing' : seen.join('\n    '))
      }
    }
    await look({ name: 'sign-in', at: `/sign-in?lang=${locale}` })
    await page.request.post('/api/sign-in', {
      data: { email: person.email, password: person.password },
      headers: { origin: address },
    })
    for (const stop of await stops(page)) await look(stop)
    if (guest.faults.length > 0) console.log('faults:', guest.faults)
    await guest.close()
  }
await browser.close()

/** Every screen, with the ids of the company that is there. */
async function stops(page: Page): Promise<readonly Stop[]> {
  const ranking = (await (await page.request.get('/api/ranking')).json()) as Ranking
  const { markets } = (await (await page.request.get('/api/markets')).json()) as Markets
  const first = new Map<string, string>()
  for (const { standing, id } of ranking.accounts) if (!first.has(standing)) first.set(standing, id)
  const [one = ''] = first.values()
  const ids = (n: number) =>
    ranking.accounts
      .slice(0, n)
      .map(({ id }) => id)
      .join(',')
  const market = markets[0]?.code ?? ''
  const place = markets[0]?.name ?? ''
  const prospect = await aProspect(page, market)
  const visits = (await (await page.request.get('/api/visits?who=all')).json()) as Visits
  const rep = visits.people.find(({ id }) => id !== null)?.id ?? 'nobody'
  const { claims } = (await (await page.request.get('/api/claims')).json()) as Claims
  const claimant = claims.at(-1)?.account ?? one
  return [
    { name: 'key-accounts', at: '/accounts' },
    { name: 'finder', at: '/accounts', act: (on) => on.keyboard.press('ControlOrMeta+k') },
    ...[...first].map(([standing, id]) => ({ name: `account-${standing}`, at: `/accounts/${id}` })),
    { name: 'account-why', at: `/accounts/${one}?why=score` },
    { name: 'compare', at: `/accounts/compare?ids=${ids(4)}` },
    { name: 'markets', at: '/markets' },
    { name: 'market', at: `/markets?node=${market}` },
    { name: 'prospects', at: '/prospects' },
    { name: 'prospects-new', at: '/prospects?new=1' },
    { name: 'prospects-funnel', at: '/prospects?tab=funnel' },
    { name: 'prospect', at: `/prospects/${prospect}` },
    { name: 'prospect-step', at: `/prospects/${prospect}`, act: planned },
    { name: 'prospect-sheet', at: `/prospects/${prospect}/sheet` },
    { name: 'visits', at: '/visits' },
    { name: 'visits-of', at: `/visits?tab=week&who=${rep}` },
    { name: 'visits-said', at: `/visits?tab=week&who=${rep}`, act: openFirst },
    { name: 'visits-people', at: '/visits?tab=people' },
    { name: 'visits-new', at: '/visits?new=1' },
    { name: 'deal', at: '/trade/deal' },
    { name: 'deal-rival', at: '/trade/deal', act: withRival },
    { name: 'deal-ours', at: '/trade/deal', act: withOurs },
    { name: 'agreements-one', at: '/trade/agreements', act: openTop },
    { name: 'trade-policies', at: '/trade/policies' },
    { name: 'trade-policies-new', at: '/trade/policies?new=1' },
    { name: 'trade-policies-one', at: '/trade/policies', act: openTop },
    { name: 'trade-policies-why', at: '/trade/policies', act: openWhy },
    ...(['ask', 'decide', 'pay', 'done'] as const).flatMap((tab) => [
      { name: `claims-${tab}`, at: `/trade/claims?tab=${tab}` },
      { name: `claims-${tab}-one`, at: `/trade/claims?tab=${tab}`, act: openTop },
    ]),
    { name: 'statement', at: `/accounts/${claimant}/statement` },
    { name: 'policy', at: '/data/policy' },
    { name: 'import', at: '/data/import' },
    { name: 'import-columns', at: '/data/import', act: (on) => drop(on, 'columns.csv', sales('数')) },
    { name: 'import-asks', at: '/data/import', act: (on) => drop(on, 'asks.csv', sales('箱数')) },
    { name: 'import-trial', at: '/data/import', act: (on) => drop(on, 'trial.csv', sales('箱数', place)) },
    { name: 'import-done', at: '/data/import', act: (on) => done(on, sales('箱数', place)) },
    ...(['markets', 'products', 'accounts'] as const).flatMap((tab) => [
      { name: `masters-${tab}`, at: `/data/masters?tab=${tab}` },
      { name: `masters-${tab}-new`, at: `/data/masters?tab=${tab}&open=new` },
      { name: `masters-${tab}-form`, at: `/data/masters?tab=${tab}`, act: openFirst },
    ]),
    { name: 'people', at: '/data/people' },
    { name: 'people-new', at: '/data/people?person=new' },
    { name: 'people-form', at: '/data/people', act: openFirst },
    { name: 'roles', at: '/data/people/roles' },
    { name: 'roles-new', at: '/data/people/roles?role=new' },
    { name: 'roles-form', at: '/data/people/roles', act: openFirst },
    { name: 'activity', at: '/data/activity' },
    { name: 'activity-entry', at: '/data/activity', act: openFirst },
    { name: 'settings', at: '/data/settings' },
    { name: 'own-account', at: '/me' },
    { name: 'unknown', at: '/no-such-page' },
    { name: 'unknown-account', at: '/accounts/00000000-0000-7000-8000-000000000000' },
  ]
}

/** A prospect with a long name whose owner was asked what they care about, in a market of the company. */
async function aProspect(page: Page, market: string): Promise<string> {
  const name = '临江新城金穗糖业烟酒副食品批发总公司第二经营部'
  const send = async (at: string, data: object) =>
    (await (
      await page.request.post(`/api/prospects${at}`, { data, headers: { origin: address } })
    ).json()) as Changed
  const there = (await (await page.request.get('/api/prospects')).json()) as Prospects
  const known = there.rows.find((row) => row.name === name)
  if (known) return known.id
  const { nodes } = (await (await page.request.get('/api/session')).json()) as Session
  const next = { nextStep: '带样品去，约老板看账', nextOn: there.today }
  const { id } = await send('', {
    ...next,
    name,
    phone: '13912342086',
    market: nodes.find(({ code }) => code === market)?.id,
    source: 'peer',
    referrer: { kind: 'trader', id: null, name: '湖湾白酒' },
  })
  await send(`/${id}/brands`, { brand: '北麓', cases: 1200, certainty: 'seen', source: '看了仓库' })
  const owner = await send(`/${id}/people`, {
    name: '周建国',
    role: 'owner',
    phone: '13912342086',
    words: '',
  })
  await send(`/${id}/people/${owner.id}/talks`, {
    answers: { 'asked-first': 'sales', 'took-last': 'profit' },
  })
  await send(`/${id}/steps`, { ...next, step: 'contact', version: 1 })
  return id
}

/** The form of a step is open. */
async function planned(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(改下一步|Change next step)$/ }).click()
}

function field(page: Page, zh: string, en: string) {
  return page.getByLabel(new RegExp(`^(${zh}|${en})$`))
}

/** What is really kept is said, a rival stands beside it, and two scenarios are put aside. */
async function withRival(page: Page): Promise<void> {
  await field(page, '空箱收得回', 'Empties back').fill('70')
  await field(page, '瓶盖留得下', 'Prizes kept').fill('50')
  await field(page, '叫什么', 'Name').fill('北麓')
  await field(page, '他们说的', 'What they say').fill('11')
  await field(page, '真到手', 'What is kept').fill('9.2')
  const keep = page.getByRole('button', { name: /^(留作方案|Keep as scenario)$/ })
  await keep.click()
  await field(page, '价差', 'Price spread').fill('4')
  await page.getByRole('radio', { name: /^(按档返|By tiers)$/ }).check({ force: true })
  await keep.click()
}

/** Our side: behind a tap on a phone. */
async function withOurs(page: Page): Promise<void> {
  const tap = page.getByRole('radio', { name: /^(我们的账|Ours)$/ })
  if ((await tap.count()) > 0) await tap.check({ force: true })
  for (const [zh, en, value] of [
    ['出厂价目', 'List price', '20'],
    ['成本', 'Cost', '6.3'],
    ['消费税', 'Excise', '1.2'],
  ] as const)
    await field(page, zh, en).fill(value)
}

/** Opens the third row of the list: the desk has rows, the phone has cards. */
async function openFirst(page: Page, at = 2): Promise<void> {
  const rows = page.locator('main tbody tr, main [role=listitem], main li')
  await rows.nth(at).waitFor()
  const phone = rows.nth(at).locator('button, a').first()
  await ((await phone.count()) > 0 ? phone : rows.nth(at).locator('td').nth(1)).click()
}

function openTop(page: Page): Promise<void> {
  return openFirst(page, 0)
}

/** Why an account is owed a sum under the last policy. */
async function openWhy(page: Page): Promise<void> {
  await openFirst(page, 3)
  await page.locator('.trade-units button').first().click()
}

/** As a hand does it: the file is let go over the page; then the trial is waited for. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(`{
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}))
    for (const kind of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }))
  }`)
  await page.locator('.step').nth(2).waitFor()
  await page.waitForTimeout(2500)
}

/** The file is tried and goes in; who takes pictures of a demo takes it as it is after that. */
async function done(page: Page, text: string): Promise<void> {
  // Lines that have not gone in for the picture before.
  await drop(page, 'done.csv', text.replaceAll(',Y', `,Z${Date.now()}-`))
  await page.locator('.step').nth(2).locator('.ant-btn-primary').click()
  await page.waitForTimeout(4000)
}

/** A month of a wholesaler's export with one row that must come back; the head of the quantity is clear, or not; with its market, or not. */
function sales(quantity: string, market?: string): string {
  const place = market === undefined ? ['', ''] : [',区域市场', `,${market}`]
  const head = `日期,单号,客户编码,客户名称,产品编码,产品名称,规格,${quantity},金额（不含税）${place[0] ?? ''}`
  const rows = Array.from({ length: 14 }, (_, i) => {
    const day = i === 13 ? '十月三十二号' : `2026/10/${String(i + 1).padStart(2, '0')}`
    return `${day},Y${String(i + 1)},C${String((i % 3) + 1)},永盛${String((i % 3) + 1)}号店,P500,经典,500ml*12,${String((i + 1) * 12)},${String((i + 1) * 480)}.00${place[1] ?? ''}`
  })
  return [head, ...rows].join('\n')
}

/** What a ruler can find: a page wider than its window, targets under 44 px on a phone, text cut without a "…". */
async function measured(page: Page, phone: boolean): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const found = []
    const wide = document.documentElement.scrollWidth - innerWidth
    if (wide > 0) found.push('wider than the window by ' + wide)
    const name = (el) => el.tagName.toLowerCase() + '.' + String(el.className.baseVal ?? el.className).trim().split(/\\s+/).join('.')
    const words = (el) => (el.getAttribute('aria-label') ?? el.textContent ?? '').trim().slice(0, 30)
    const seen = (el) => el.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    const once = new Map()
    const note = (key, text) => once.set(key, once.has(key) ? [once.get(key)[0], once.get(key)[1] + 1] : [text, 1])
    for (const el of document.querySelectorAll('main *')) {
      if (!seen(el)) continue
      const style = getComputedStyle(el)
      const own = [...el.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim() !== '')
      if (own && style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis' && el.scrollWidth > el.clientWidth + 1 && el.clientWidth > 4)
        note('cut ' + name(el), 'cut: ' + name(el) + ' "' + words(el) + '"')
    }
    if (${String(phone)})
      for (const el of document.querySelectorAll('button, a, input, select, [role=radio], [role=switch], summary')) {
        if (!seen(el) || el.closest('[inert], .skip') || el.matches('.visually-hidden')) continue
        const target = el.matches('input') ? (el.closest('label, .ant-input-affix-wrapper, .ant-select, .ant-input') ?? el) : el
        if (getComputedStyle(el).display === 'inline' || target.getBoundingClientRect().height === 0) continue
        target.scrollIntoView({ block: 'center' })
        const box = target.getBoundingClientRect()
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
        const taken = [-21, 21].every((by) => {
          const hit = document.elementFromPoint(x, y + by)
          return hit !== null && (target.contains(hit) || hit.contains(target) && hit.closest('a, button, label, li') !== null)
        })
        if (box.height < 44 && !taken) note('small ' + name(el), 'small: ' + name(el) + ' ' + Math.round(box.width) + '×' + Math.round(box.height) + ' "' + words(el) + '"')
      }
    return [...found, ...[...once.values()].map(([text, n]) => text + (n > 1 ? ' ×' + n : ''))]
  })()`)
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(500)
}

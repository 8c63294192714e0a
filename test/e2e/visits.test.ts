import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { inScope } from '../../src/server/db/transaction.ts'
import { brought, salesFile } from '../make/import.ts'
import { aMarketOfSix } from '../make/market-of-six.ts'
import { webOn } from '../make/people.ts'
import { openBrowser } from './browser.ts'
import { enter } from './enter.ts'
import { serveEmpty, type ServedApp } from './served-app.ts'
import type { Visitor } from './visitor.ts'

/** Accounts are visited on fixed dates (2.6): a rep on a phone sets them and says what came of them, a manager at a desk sees how far each is. */
let served: ServedApp
let browser: Browser
let rep: Visitor
let manager: Visitor
let fresh = ''

vi.setConfig({ testTimeout: 90_000 })

beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEmpty(), openBrowser()])
  served.setNow(new Date('2026-01-05T04:00:00Z'))
  await webOn(served.deps)
  await aMarketOfSix(served.deps, 'First')
  const who = (role: string, email: string) => ({ role, email, scope: 'First' })
  rep = await enter(browser, served, who('rep', 'zhao@example.com'), { locale: 'zh', phone: true })
  manager = await enter(browser, served, who('regional_manager', 'lin@example.com'), { locale: 'en' })
  // One that ordered 2,400 cases eight days ago, of which 1,200 have moved; two outlets of its network have none.
  const line = (day: string, from: string, to: string, tier: string, cases: number) =>
    `${day},${from === '' ? 'sell_in' : 'sell_through'},${from},${to},${to},${tier},First,LAGER,Lager,12,500,${String(cases * 12)},${String(cases * 36)},${day}-${to},1`
  const head =
    'date,kind,seller_code,buyer_code,buyer_name,buyer_tier,market_code,sku_code,sku_name,pack_units,unit_ml,units,amount,doc,line'
  const lines = [
    ...['P1', 'P2', 'P3'].map((outlet) => line('2025-12-01', 'W9', outlet, 'outlet', 10)),
    line('2025-12-28', '', 'W9', 'wholesaler', 2400),
    line('2025-12-30', 'W9', 'P1', 'outlet', 1200),
  ]
  await brought(served.deps, salesFile(lines, head))
  await inScope(served.deps.db, '*', async ({ q }) => {
    const one = await q
      .selectFrom('person')
      .select('id')
      .where('email', '=', 'zhao@example.com')
      .executeTakeFirst()
    const found = await q.selectFrom('account').select('id').where('code', '=', 'W9').executeTakeFirst()
    fresh = found?.id ?? ''
    await q
      .updateTable('account')
      .set({ owner_id: one?.id ?? null })
      .where('code', 'in', ['W1', 'W2'])
      .execute()
  })
}, 120_000)
afterAll(async () => {
  await rep?.close()
  await manager?.close()
  await browser?.close()
  await served?.stop()
})

const state = async (who: Visitor) => [await who.axe(), who.faults]
const saves = async ({ page, t }: Visitor) => page.getByRole('button', { name: t('app.save') }).click()

describe('fixed dates', () => {
  it('are set and answered by a rep on a phone, in Chinese', async () => {
    const { page, t } = rep
    await page.goto('/accounts')
    await page.getByRole('link', { name: t('menu.visits-group') }).click()
    await page.getByRole('heading', { level: 1, name: t('visit.says-free') }).waitFor()
    expect(await state(rep)).toEqual([[], []])
    // W1 gets a date each week from today, and W2 keeps none.
    await page.getByRole('button', { name: `${t('visit.set')} W1` }).click()
    await page.getByRole('radio', { name: t('visit.cadence-days', { n: 7 }) }).check({ force: true })
    expect(await state(rep)).toEqual([[], []])
    await saves(rep)
    await page.getByRole('heading', { level: 1, name: /今天要去 1 家/ }).waitFor()
    await page
      .getByRole('list', { name: t('visit.list') })
      .getByRole('button', { name: /W1/ })
      .click()
    await page.getByRole('radio', { name: t('visit.aim-order') }).check({ force: true })
    await page.getByRole('checkbox', { name: t('visit.seen-sold_out') }).check({ force: true })
    await page.getByLabel(t('visit.words')).fill('断货两天，补 60 箱')
    expect(await state(rep)).toEqual([[], []])
    await saves(rep)
    await page.getByText(t('visit.saved-done', { name: 'W1' })).waitFor()
    await page.getByText('断货两天，补 60 箱').waitFor()
    await page.getByRole('heading', { level: 1, name: t('visit.says-free') }).waitFor()
    // Next week's is moved by a day.
    await page.getByRole('radio', { name: t('visit.tab-next') }).check({ force: true })
    await page
      .getByRole('list', { name: t('visit.list') })
      .getByRole('button', { name: /W1/ })
      .click()
    await page.getByLabel(t('visit.day')).fill('2026-01-13')
    await saves(rep)
    await page.getByText(/原定 1月12日/).waitFor()
    expect(await state(rep)).toEqual([[], []])
    // One that no date announced, and taken back.
    await page.getByRole('button', { name: t('visit.add') }).click()
    await page.getByRole('combobox', { name: t('visit.account'), exact: true }).fill('W2')
    await page.getByTitle(/^W2/).click()
    await page.getByLabel(t('visit.words')).fill('路过')
    await saves(rep)
    await page.getByText(t('visit.saved-done', { name: 'W2' })).waitFor()
    await page.getByRole('button', { name: t('undo.undo') }).click()
    await page.getByText(t('undo.done', { what: t('visit.saved-done', { name: 'W2' }) })).waitFor()
    expect(await state(rep)).toEqual([[], []])
  })

  it('stand in the rep’s own calendar, under an address that can be ended', async () => {
    const { page, t } = rep
    await page.goto('/visits')
    await page.getByRole('link', { name: t('visit.calendar') }).click()
    const part = page.getByRole('region', { name: t('own.calendar'), exact: true })
    await part.getByRole('button', { name: t('own.calendar-go') }).click()
    const address = (await part.locator('code').textContent()) ?? ''
    const read = async () => (await page.request.get(address)).text()
    expect(await read()).toContain('DTSTART;VALUE=DATE:20260113')
    await part.getByRole('button', { name: t('own.calendar-end') }).click()
    await part.getByRole('button', { name: t('own.calendar-end-yes') }).click()
    await part.getByText(t('own.calendar-ended')).waitFor()
    expect(await read()).toContain('calendar/missing')
    expect(await state(rep)).toEqual([[], []])
  })

  it('are seen by who leads others, at a desk in English, and on the account’s page', async () => {
    const { page, t } = manager
    await page.goto('/visits')
    await page.getByText(t('visit.none-today')).waitFor()
    await page.getByRole('radio', { name: t('visit.tab-people') }).check({ force: true })
    await page.getByRole('heading', { level: 1, name: /1 visits? of 1/ }).waitFor()
    expect(await state(manager)).toEqual([[], []])
    await page.getByRole('main').getByText('赵磊').first().click()
    await page.getByText(t('visit.note-of', { name: '赵磊' })).waitFor()
    await page
      .getByRole('list', { name: t('visit.list') })
      .getByRole('button', { name: /W1/ })
      .click()
    await page.getByRole('link', { name: t('visit.see-account') }).click()
    const part = page.getByRole('region', { name: t('visit.part'), exact: true })
    await part.getByText(/Every 7 days/).waitFor()
    await part.getByText('断货两天，补 60 箱').waitFor()
    await part.getByRole('button', { name: t('visit.set') }).click()
    await page.getByRole('radio', { name: t('visit.cadence-stop') }).check({ force: true })
    await saves(manager)
    await part.getByText(t('visit.cadence-over')).waitFor()
    expect(await state(manager)).toEqual([[], []])
  })

  it('a first order that moves slowly is told with the outlets to try next, and a visit there counts (2.2)', async () => {
    const { page, t } = rep
    await page.goto(`/accounts/${fresh}`)
    const part = page.getByRole('region', { name: t('first.title'), exact: true })
    await part.getByText(/1,200 \/ 2,400 箱，到了 1 家终端，慢了/).waitFor()
    expect(await state(rep)).toEqual([[], []])
    await part.getByRole('button', { name: `${t('first.go')} P2` }).click()
    await page.getByRole('checkbox', { name: t('visit.seen-on_shelf') }).check({ force: true })
    await page.getByLabel(t('visit.cases')).fill('100')
    await saves(rep)
    await part.getByText(/1,300 \/ 2,400 箱，到了 2 家终端，赶得上/).waitFor()
    expect(await state(rep)).toEqual([[], []])
  })
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { webOn } from '../make/people.ts'
import { openBrowser } from './browser.ts'
import { enter } from './enter.ts'
import { serveEmpty, type ServedApp } from './served-app.ts'
import type { Visitor } from './visitor.ts'

/** The article's deal is told across a counter (2.4): by a manager at a desk, and by a rep with one thumb and no signal. */
let served: ServedApp
let browser: Browser
let manager: Visitor
let rep: Visitor

vi.setConfig({ testTimeout: 90_000 })

beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEmpty(), openBrowser()])
  await webOn(served.deps)
  manager = await enter(
    browser,
    served,
    { role: 'regional_manager', email: 'lin@example.com', scope: 'HQ' },
    { locale: 'zh' },
  )
  rep = await enter(
    browser,
    served,
    { role: 'rep', email: 'zhao@example.com', scope: 'HQ' },
    { locale: 'en', phone: true },
  )
}, 120_000)
afterAll(async () => {
  await manager?.close()
  await rep?.close()
  await browser?.close()
  await served?.stop()
})

const state = async (who: Visitor) => [await who.axe(), who.faults]
const slipOf = ({ page, t }: Visitor) => page.getByRole('region', { name: t('desk.theirs') })
/** The one number that is huge. */
const total = (who: Visitor) => slipOf(who).locator('.slip-total output').textContent()

describe('at a desk', () => {
  it('the article’s 15 stand there in both readings, and what is kept is a range until it is said', async () => {
    const { page, t } = manager
    await page.getByRole('link', { name: t('menu.deal') }).click()
    await page.getByRole('heading', { level: 1, name: '他到手在6.00到15.00元之间' }).waitFor()
    expect(await total(manager)).toBe('15.00 元')
    await page.getByText('第12天').first().waitFor()
    await page.getByLabel(t('desk.reading')).selectOption('B')
    // 3 of spread + 3 of exchange + 6 of prizes + 3 of rebate
    expect(await total(manager)).toBe('15.00 元')
    expect(await page.getByLabel(t('deal.component.rebate'), { exact: true }).inputValue()).toBe('3.00')
    await page.getByLabel(t('desk.reading')).selectOption('A')
    expect(await state(manager)).toEqual([[], []])
  })

  it('shares by the slider: 7 empties of 10 back and half of the prizes leave 11.10; a rival is compared kept with kept', async () => {
    const { page, t } = manager
    await page.getByLabel(t('desk.returned'), { exact: true }).first().fill('70')
    await page.getByLabel(t('desk.staying'), { exact: true }).first().fill('50')
    await page.getByRole('heading', { level: 1, name: '他真到手11.10元' }).waitFor()
    await page.getByLabel(t('desk.rival-name')).fill('北麓')
    await page.getByLabel(t('desk.rival-said')).fill('十一')
    await page.getByRole('alert').getByText(t('desk.no-number')).waitFor()
    await page.getByLabel(t('desk.rival-said')).fill('11')
    await page.getByText(t('desk.rival-kept-open', { name: '北麓' })).waitFor()
    await page.getByLabel(t('desk.rival-kept')).fill('９.２')
    await page.getByText(t('desk.rival-break', { name: '北麓', at: '4.10' })).waitFor()
    expect(await state(manager)).toEqual([[], []])
  })

  it('our side comes from what is typed: 20 of list leave 9.90 in the pocket, and with a cost a contribution', async () => {
    const { page, t } = manager
    const ours = page.getByRole('region', { name: t('desk.ours') })
    await ours.getByLabel(t('desk.path.price.list')).fill('20')
    // 20 − 2 to the price in of 18 − 6 prizes in full − 0.7 × 3 exchange
    await ours.getByRole('row', { name: `${t('deal.step.pocket')} 9.90` }).waitFor()
    await ours.getByText(t('desk.ours-cost')).waitFor()
    await ours.getByLabel(t('desk.path.price.cost')).fill('6.3')
    await ours.getByRole('row', { name: `${t('deal.step.contribution')} 3.60` }).waitFor()
    expect(await state(manager)).toEqual([[], []])
  })

  it('tiers show their cliff; what cannot be is said in place, and clears', async () => {
    const { page, t } = manager
    await page.getByRole('radio', { name: t('desk.rebate-tiers') }).check({ force: true })
    await page.getByText(t('desk.cliff', { from: 5000, last: '2,500.50' })).waitFor()
    await page.getByLabel(t('desk.tier-from', { n: 3 })).fill('1000')
    await slipOf(manager).getByRole('alert').getByText('从小到大').waitFor()
    await page.getByRole('button', { name: t('desk.put-aside'), disabled: true }).waitFor()
    await page.getByLabel(t('desk.tier-from', { n: 3 })).fill('5000')
    await slipOf(manager).getByRole('alert').waitFor({ state: 'detached' })
    await page.getByRole('radio', { name: t('desk.rebate-case') }).check({ force: true })
    expect(await state(manager)).toEqual([[], []])
  })

  it('up to three scenarios are kept on the device, compared, renamed, taken back; what was typed survives a reload', async () => {
    const { page, t } = manager
    const aside = page.getByRole('button', { name: t('desk.put-aside') })
    await aside.click()
    await page.getByLabel(t('deal.component.spread'), { exact: true }).fill('4')
    await aside.click()
    await aside.click()
    await page.getByRole('button', { name: t('desk.full'), disabled: true }).waitFor()
    await page.getByLabel(t('desk.scenario-name')).first().fill('老价差')
    await page.reload()
    expect(await page.getByLabel(t('desk.scenario-name')).first().inputValue()).toBe('老价差')
    expect(await page.getByLabel(t('deal.component.spread'), { exact: true }).inputValue()).toBe('4.00')
    await page.getByRole('row', { name: `${t('desk.said')} 13.00 15.00 13.00 13.00` }).waitFor()
    await page
      .getByRole('button', { name: t('desk.take') })
      .first()
      .click()
    expect(await total(manager)).toBe('15.00 元')
    await page
      .getByRole('button', { name: t('desk.drop') })
      .last()
      .click()
    await page.getByRole('button', { name: t('undo.undo') }).click()
    expect(await page.getByLabel(t('desk.scenario-name')).count()).toBe(3)
    expect(await state(manager)).toEqual([[], []])
  })
})

describe('on a phone', () => {
  it('a rep has the slip without our side, in English, with targets for a thumb', async () => {
    const { page, t } = rep
    await page.getByRole('link', { name: t('menu.trade') }).click()
    await page.getByText(t('desk.ours-whom')).waitFor()
    expect(await total(rep)).toBe('¥15.00 ')
    expect(await page.getByRole('radio', { name: t('desk.ours') }).count()).toBe(0)
    expect(await page.getByText(t('deal.step.pocket')).count()).toBe(0)
    const more = page.getByRole('button', {
      name: t('desk.more', { name: t('deal.component.spread'), by: 0.5 }),
    })
    const box = await more.boundingBox()
    expect([(box?.width ?? 0) >= 44, (box?.height ?? 0) >= 44]).toEqual([true, true])
    expect(await state(rep)).toEqual([[], []])
  })

  it('answers without a signal: presses change the sum at once, and nothing is asked of the server', async () => {
    const { page, t } = rep
    await page.waitForLoadState('networkidle')
    await page.context().setOffline(true)
    const press = (name: string, way: 'desk.more' | 'desk.less') =>
      page.getByRole('button', { name: t(way, { name, by: 0.5 }) }).click()
    await press(t('deal.component.spread'), 'desk.less')
    await press(t('deal.component.spread'), 'desk.less')
    await press(t('deal.component.rebate'), 'desk.more')
    await press(t('deal.component.emptyExchange'), 'desk.more')
    // 15 − 1 + 0.50 + 0.50
    expect(await total(rep)).toBe('¥15.00 ')
    await press(t('deal.component.delivery'), 'desk.more')
    expect(await total(rep)).toBe('¥14.50 ')
    await page.getByRole('button', { name: t('desk.put-aside') }).click()
    await page.getByRole('region', { name: t('desk.compare') }).waitFor()
    expect(rep.faults).toEqual([])
    await page.context().setOffline(false)
  })

  it('there is no menu on the slip; the way back is at the top', async () => {
    const { page, t } = rep
    const menu = page.getByRole('navigation', { name: t('menu.label') })
    expect(await menu.isVisible()).toBe(false)
    await page.getByRole('button', { name: t('desk.back-link') }).click()
    await menu.waitFor()
    expect(await state(rep)).toEqual([[], []])
  })

  it('opens where no server answers: on a new page, with what was typed; other screens say so', async () => {
    const { page: before, t } = rep
    await before.getByRole('link', { name: t('menu.trade') }).click()
    await before.getByRole('textbox', { name: t('deal.component.spread'), exact: true }).fill('4')
    const worker = () =>
      before.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state)
    await expect.poll(worker, { timeout: 30_000 }).toBe('activated')
    await served.goAway()
    const page = await before.context().newPage()
    await before.close()
    const late = { ...rep, page }
    await page.goto(`${served.address}/trade/deal`)
    await page.getByText(t('desk.ours-whom')).waitFor()
    expect(await total(late)).toBe('¥13.50 ')
    await page
      .getByRole('button', { name: t('desk.more', { name: t('deal.component.spread'), by: 0.5 }) })
      .click()
    await page.reload()
    await page.getByText(t('desk.ours-whom')).waitFor()
    expect(await total(late)).toBe('¥14.00 ')
    await page.getByRole('link', { name: t('desk.back-link') }).click()
    await page.getByText(t('state.no-file')).first().waitFor()

    // Who leaves where nobody hears it is out here all the same.
    await page.getByRole('button', { name: t('bar.person') }).click()
    await page.getByRole('button', { name: t('bar.sign-out') }).click()
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage).join())).not.toContain('session')
    await page.goto(`${served.address}/trade/deal`)
    await page.getByText(t('state.offline')).first().waitFor()
    expect(await page.locator('.slip').count()).toBe(0)
  })
})

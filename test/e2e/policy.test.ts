import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBrowser } from './browser.ts'
import { bringSales, ownCompany } from './own-company.ts'
import { serveEmpty, type ServedApp } from './served-app.ts'
import { visitor, type Visitor } from './visitor.ts'

/** A policy is drafted, seen to change somebody's standing, put in force and taken back. */
let served: ServedApp
let browser: Browser
let at: Visitor

vi.setConfig({ testTimeout: 120_000 })

beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEmpty(), openBrowser()])
  at = await visitor(browser, served.address, { locale: 'zh' })
  await ownCompany(at)
  await bringSales(at)
}, 120_000)
afterAll(async () => {
  await at?.close()
  await browser?.close()
  await served?.stop()
})

const sentence = () => at.page.getByRole('heading', { level: 1 })

describe('the policy', () => {
  it('says what holds, and keeps the button that would put nothing in force out of reach', async () => {
    const { page, t } = at
    await page.getByRole('link', { name: t('menu.policy') }).click()
    await sentence().getByText('3位大客户').waitFor()
    await page.getByText(t('policy.apply-same')).waitFor()
    expect(await page.getByRole('button', { name: t('policy.apply-go', { version: 2 }) }).isDisabled()).toBe(
      true,
    )
    expect([await at.axe(), at.faults]).toEqual([[], []])
  })

  it('puts the four in order by the keyboard, and the weights follow', async () => {
    const { page, t } = at
    await page.getByRole('radio', { name: t('policy.by-ranking') }).check({ force: true })
    // To look is no change.
    await page.getByText(t('policy.by-look', { method: t('policy.by-direct') })).waitFor()
    await page.getByText(t('policy.apply-same')).waitFor()
    await page.getByRole('button', { name: /^潜力/ }).focus()
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowUp')
    await page.getByText(t('policy.order-moved', { name: t('part.potential'), place: 1 })).waitFor()
    // rank-order centroid of the first of four: (1 + 1/2 + 1/3 + 1/4) / 4
    expect(await page.locator('.order-row').first().textContent()).toContain('52.1%')
  })

  it('refuses comparisons that contradict, says which one to mend, and mends it', async () => {
    const { page, t } = at
    await page.getByRole('radio', { name: t('policy.by-pairwise') }).check({ force: true })
    const pair = (a: 'volume' | 'profit', b: 'profit' | 'potential') =>
      page.getByLabel(t('policy.pair', { a: t(`part.${a}`), b: t(`part.${b}`) }))
    await pair('volume', 'profit').fill('-8')
    await pair('profit', 'potential').fill('-8')
    await pair('volume', 'potential').fill('8')
    await page.getByText(t('policy.apply-fix')).waitFor()
    await page.getByText(t('policy.says-wrong')).waitFor()
    for (let i = 0; i < 6; i++) {
      const mend = page.getByRole('button', { name: t('policy.mend-do') })
      if (await mend.isVisible()) await mend.click()
    }
    await page.getByText(t('policy.apply-fix')).waitFor({ state: 'detached' })
    expect(at.faults).toEqual([])
  })

  it('names who would change, and keeps the draft over a reload', async () => {
    const { page, t } = at
    await page.getByRole('button', { name: t('policy.drop') }).click()
    await page.getByText(t('policy.apply-same')).waitFor()
    await page.getByRole('radio', { name: t('policy.k-fixed') }).check({ force: true })
    await page.getByLabel(t('policy.f.k.k')).fill('0')
    await page.getByText(t('policy.wrong.k.k')).waitFor()
    await page.getByLabel(t('policy.f.k.k')).fill('6')
    // a new one needs rank 0.9 × 6 = 5 or better: the fourth and the fifth come in
    await sentence().getByText('大客户3→5位').waitFor()
    await page.reload()
    await sentence().getByText('大客户3→5位').waitFor()
    await page.getByRole('rowheader', { name: '青石宏昌副食' }).waitFor()
    expect([await at.axe(), at.faults]).toEqual([[], []])
  })

  it('is put in force, shows in the ranking, and can be undone; both versions stand side by side', async () => {
    const { page, t } = at
    await page.getByLabel(t('policy.apply-note')).fill('一个市场抓六位')
    await page.keyboard.press('Enter')
    await page.getByText(t('policy.applied', { version: 2 })).waitFor()
    await sentence().getByText('5位大客户').waitFor()
    expect(await page.getByText(t('policy.note-unfrozen')).count()).toBe(0)
    await page.getByRole('button', { name: t('undo.undo') }).click()
    await sentence().getByText('3位大客户').waitFor()
    await page.getByText(t('policy.undo-note', { version: 2 })).waitFor()
    const row = page.getByRole('row').filter({ hasText: '一个市场抓六位' })
    await row.getByRole('button', { name: t('policy.version-compare') }).click()
    await page.getByRole('heading', { name: t('policy.compare', { a: 2, b: 3 }) }).waitFor()
    expect(new URL(page.url()).searchParams.get('compare')).toBe('2-3')
    await page.getByRole('rowheader', { name: '青石宏昌副食' }).waitFor()
    expect([await at.axe(), at.faults]).toEqual([[], []])
  })

  it('goes back to an older version by one press and a reason that is there already', async () => {
    const { page, t } = at
    const row = page.getByRole('row').filter({ hasText: '一个市场抓六位' })
    await row.getByRole('button', { name: t('policy.version-back') }).click()
    await page.getByText(t('policy.back-says', { n: 2, before: 3, after: 5 })).waitFor()
    expect([await at.axe(), at.faults]).toEqual([[], []])
    await page.keyboard.press('Enter')
    await sentence().getByText('5位大客户').waitFor()
    await page.getByRole('cell', { name: t('policy.back-note', { version: 2 }) }).waitFor()
    expect(at.faults).toEqual([])
  })
})

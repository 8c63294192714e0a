import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBrowser } from './browser.ts'
import { admin, bringSales, ownCompany } from './own-company.ts'
import { jpegOfPhone, pdf } from '../make/pictures.ts'
import { serveEmpty, type ServedApp } from './served-app.ts'
import { visitor, type Visitor } from './visitor.ts'

/** What people know of an account, kept on its page: from an empty one to a merge that is taken back. */
let served: ServedApp
let browser: Browser
let at: Visitor

vi.setConfig({ testTimeout: 120_000 })

beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEmpty(), openBrowser()])
  at = await visitor(browser, served.address, { locale: 'zh' })
}, 120_000)
afterAll(async () => {
  await at?.close()
  await browser?.close()
  await served?.stop()
})

async function clean(name: string, of: Visitor = at): Promise<void> {
  expect([name, await of.axe(), of.faults]).toEqual([name, [], []])
}

/** One more account, that is another's double by its name. */
async function bringDouble({ page, t }: Visitor): Promise<void> {
  const text =
    '单据日期,单号,客户编码,客户名称,产品编码,产品名称,箱数,每箱瓶数,单瓶毫升,金额（不含税）,成本\n' +
    '2025/9/5,Y1,K77,港口顺达有限公司,P500,经典500ml*12,10,12,500,380.00,260.00\n'
  await page
    .getByRole('link', { name: t('menu.import') })
    .first()
    .click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '补单.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}`) })
  await page.getByRole('button', { name: t('import.go-rows', { n: 1 }) }).click()
  await page.getByRole('button', { name: t('import.undo') }).waitFor()
}

describe('an account', () => {
  it('says what its empty parts are for', async () => {
    await ownCompany(at)
    await bringSales(at)
    await bringDouble(at)
    const { page, t } = at
    await page.goto('/accounts')
    await page.getByRole('link', { name: '港口顺达贸易' }).first().click()
    await page.getByText(t('records.contact-none')).waitFor()
    await page.getByText(t('records.fact-none')).waitFor()
    await page.getByText(t('timeline.first-order')).waitFor()
    await clean('empty')
    expect(new URL(page.url()).searchParams.get('open')).toBeNull()
  })

  it('keeps a contact, shows the number to one who asks, and takes the contact away and back', async () => {
    const { page, t } = at
    await page.getByRole('button', { name: t('records.contact-add') }).click()
    const form = page.getByRole('dialog')
    await page.keyboard.press('Enter')
    await form.getByText(t('records.wrong-name')).waitFor()
    await page.keyboard.type('周永盛')
    await form.getByLabel(t('records.role-contact')).fill('老板')
    await form.getByLabel(t('records.phone'), { exact: true }).fill('138 0013 4417')
    await clean('contact')
    await page.keyboard.press('Enter')
    await page.getByText('138 •••• 4417').waitFor()
    await page.getByRole('button', { name: `${t('records.see-phone')} 周永盛` }).click()
    const call = page.getByRole('link', { name: t('records.call', { phone: '138 0013 4417' }) })
    expect(await call.getAttribute('href')).toBe('tel:13800134417')
    await page.getByRole('button', { name: `${t('records.remove')} 周永盛` }).click()
    await page.getByText(t('records.contact-none')).waitFor()
    await page.getByRole('button', { name: t('undo.undo') }).click()
    await page.getByText('138 •••• 4417').waitFor()
  })

  it('keeps a fact of strength, and says when it stopped counting', async () => {
    const { page, t } = at
    await page.getByRole('button', { name: t('records.fact-add') }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel(t('records.fact'), { exact: true }).selectOption('vehicles')
    await form.getByLabel(t('records.fact-value', { unit: t('records.unit-vehicles') })).fill('9')
    await form.getByLabel(t('records.fact-day')).fill('2025-06-30')
    await form.getByLabel(t('records.fact-expires')).fill('2025-07-30')
    await form.getByLabel(t('records.fact-source')).fill('实地数的')
    await page.keyboard.press('Enter')
    await page.getByText(t('records.stale', { day: '2025-07-30' })).waitFor()
    await page.getByText(t('timeline.fact', { words: t('fact.vehicles') })).waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await clean('fact')
    expect(new URL(page.url()).searchParams.get('open')).toBeNull()
  })

  it('keeps files, says of a wrong one why not, gives them back, and takes all of them back', async () => {
    const { page, t } = at
    const section = page.getByRole('region', { name: t('records.file'), exact: true })
    await section.getByText(t('records.file-none')).waitFor()
    const choose = section.locator('input[type=file]')
    await choose.setInputFiles([
      { name: '营业执照.pdf', mimeType: 'application/pdf', buffer: pdf },
      { name: '程序.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ') },
      { name: '门头.jpg', mimeType: 'image/jpeg', buffer: jpegOfPhone() },
    ])
    await page.getByText(t('records.file-kept', { n: 2 })).waitFor()
    await section.getByRole('alert').waitFor()
    await clean('files')
    await section.getByRole('button', { name: t('records.file-drop') }).click()
    const saved = page.waitForEvent('download')
    await section.getByRole('link', { name: '营业执照.pdf' }).click()
    expect((await saved).suggestedFilename()).toBe('营业执照.pdf')
    await page.getByText(t('timeline.file', { words: '门头.jpg' })).waitFor()
    await page.getByRole('button', { name: t('undo.undo') }).click()
    await section.getByText(t('records.file-none')).waitFor()
    await choose.setInputFiles({ name: '营业执照.pdf', mimeType: 'application/pdf', buffer: pdf })
    await section.getByRole('link', { name: '营业执照.pdf' }).waitFor()
    await section.getByRole('button', { name: `${t('records.remove')} 营业执照.pdf` }).click()
    await section.getByText(t('records.file-none')).waitFor()
  })

  it('is merged with its double after a look at what moves, and parted again', async () => {
    const { page, t } = at
    await page.getByRole('button', { name: t('double.look') }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('columnheader', { name: t('double.col-after') }).waitFor()
    await clean('merge')
    await drawer.getByRole('button', { name: t('double.go', { name: 'C003' }) }).click()
    await page.getByText(t('double.merged', { n: 1 })).waitFor()
    await page.getByRole('button', { name: t('undo.undo') }).click()
    await page.getByRole('button', { name: t('double.look') }).waitFor()
    expect(at.faults).toEqual([])
  })

  it('reads as well on an English phone', async () => {
    const phone = await visitor(browser, served.address, { locale: 'en', phone: true })
    await phone.page.addInitScript({ content: "localStorage.setItem('tonnage.locale', 'en')" })
    await phone.page.goto('/sign-in')
    const data = { email: admin.email, password: admin.password }
    await phone.page.request.post('/api/sign-in', { data, headers: { origin: served.address } })
    await phone.page.goto(new URL(at.page.url()).pathname)
    await phone.page.getByText('周永盛').first().waitFor()
    await clean('phone', phone)
    expect(await phone.page.getByText('138 •••• 4417').count()).toBe(1)
    await phone.close()
  })
})

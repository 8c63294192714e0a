import { readFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openBrowser } from './browser.ts'
import { ownCompany } from './own-company.ts'
import { serveEmpty, type ServedApp } from './served-app.ts'
import { visitor, type Visitor } from './visitor.ts'

let served: ServedApp
let browser: Browser
let at: Visitor

vi.setConfig({ testTimeout: 120_000 })

beforeAll(async () => {
  ;[served, browser] = await Promise.all([serveEmpty(), openBrowser()])
  at = await visitor(browser, served.address, { locale: 'zh' })
  await ownCompany(at)
}, 120_000)
afterAll(async () => {
  await at?.close()
  await browser?.close()
  await served?.stop()
})

/** Nothing for axe to complain of, no fault on the console; a picture where JOURNEY_PICTURES names a folder. */
async function look(name: string): Promise<void> {
  const folder = process.env['JOURNEY_PICTURES']
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true })
    await at.page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
  }
  expect([name, await at.axe()]).toEqual([name, []])
  expect([name, at.faults]).toEqual([name, []])
}

/** As a hand does it: the file is let go over the page. */
async function drop(name: string, text: string): Promise<void> {
  await at.page.evaluate(`{
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}))
    for (const kind of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }))
  }`)
}

async function paste(text: string): Promise<void> {
  await at.page.evaluate(`{
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', ${JSON.stringify(text)})
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }`)
}

const head = '日期,单号,客户编码,客户名称,产品编码,产品名称,规格,数,金额（不含税）'
const lines = Array.from(
  { length: 12 },
  (_, i) =>
    `2026/10/${String(i + 1).padStart(2, '0')},Y${i + 1},C${(i % 3) + 1},永盛${(i % 3) + 1}号店,P500,经典,500ml*12,${(i + 1) * 12},${(i + 1) * 40}.00`,
)
const bad = '十月三十二号,Y13,C1,永盛1号店,P500,经典,500ml*12,24,80.00'

it('corrects one column, tries, goes, brings the refused row back, and takes all back', async () => {
  const { page, t } = at
  await page.goto('/data/import')
  await page.getByText(t('import.history-none')).waitFor()
  await drop('永盛_出库.csv', [head, ...lines, bad].join('\n'))
  const doubt = page.getByRole('radiogroup', { name: /数/ })
  await doubt.getByText(t('wizard.we-guess')).waitFor()
  // Each guess says what the whole file would come to.
  expect(await doubt.locator('b').allInnerTexts()).toHaveLength(4)
  await page.getByRole('button', { name: t('wizard.go-confirm', { n: 12, columns: 1 }) }).waitFor()
  await look('wizard-unsure')
  const cases = await doubt.locator('[data-chosen=true] b').innerText()
  await doubt.getByRole('radio', { name: new RegExp(`^${t('option.units')}`) }).check()
  await page.getByRole('button', { name: t('import.go-rows', { n: 12 }) }).waitFor()
  const units = await doubt.locator('[data-chosen=true] b').innerText()
  expect(units).not.toBe(cases)
  await page.reload()
  const go = page.getByRole('button', { name: t('import.go-rows', { n: 12 }) })
  await go.waitFor()
  expect(await doubt.getByRole('radio', { name: new RegExp(`^${t('option.units')}`) }).isChecked()).toBe(true)
  await look('wizard-trial')
  await go.click()
  const link = page.getByRole('link', { name: t('import.download-back', { n: 1 }) })
  await link.waitFor()
  await look('wizard-done')
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const refused = readFileSync(await download.path(), 'utf8')
  expect(refused.split('\r\n')[0]).toBe(`\uFEFF${head},为什么`)
  await drop('永盛_改好.csv', refused.replace('十月三十二号', '2026/10/31'))
  await page.getByText(t('wizard.parent', { n: 1 })).waitFor()
  await page.getByRole('button', { name: t('import.go-rows', { n: 1 }) }).click()
  await page.getByRole('button', { name: t('import.undo') }).click()
  await page.getByText('2026-10', { exact: true }).waitFor()
  await look('wizard-undo')
  await page.getByRole('button', { name: t('wizard.undo-yes', { n: 1 }) }).click()
  await page.getByText(t('wizard.undone-note')).waitFor()
  // Who took it back stands above; what it had brought is told as what was.
  await page.getByRole('heading', { name: /撤回了这批/ }).waitFor()
  await page.getByText(/^当时进了 1 行/).waitFor()
  await look('wizard-undone')
})

it('takes a table that was copied in Excel', async () => {
  const { page, t } = at
  await page.goto('/data/import')
  await page.getByRole('link', { name: '永盛_出库.csv' }).first().waitFor()
  await paste([head, ...lines].map((line) => line.replaceAll(',', '\t')).join('\r\n'))
  // The same lines as before, read as before: nothing changes.
  await page.getByText(t('wizard.go-none-new')).waitFor()
  expect(await page.getByText(t('wizard.parent', { n: 1 })).count()).toBe(0)
  await look('wizard-pasted')
})

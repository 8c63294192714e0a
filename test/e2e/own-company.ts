import { salesFile } from './sales-file.ts'
import type { Visitor } from './visitor.ts'

export const admin = { name: '陈立群', email: 'chen@example.com', password: 'nan-jiang-2026-lin' }

/** A company of one market, set up by its administrator, who is signed in when this ends. */
export async function ownCompany({ page, t, first }: Visitor): Promise<void> {
  await page.goto(first)
  await page.getByLabel(t('start.company'), { exact: true }).fill('南江啤酒股份有限公司')
  await page.getByLabel(t('start.market'), { exact: true }).fill('临江城区')
  await page.getByLabel(t('start.admin-name')).fill(admin.name)
  await page.getByLabel(t('start.admin-email')).fill(admin.email)
  await page.getByRole('button', { name: t('start.go') }).click()
  await page.getByRole('link', { name: t('start.open-link') }).click()
  await page.getByLabel(t('link.password'), { exact: true }).fill(admin.password)
  await page.getByRole('button', { name: t('link.go') }).click()
  await page.getByText(t('ranking.empty-why')).waitFor()
}

/** Fourteen months of sales, brought in as a person does. */
export async function bringSales({ page, t }: Visitor): Promise<void> {
  const file = salesFile()
  await page
    .getByRole('link', { name: t('menu.import') })
    .first()
    .click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text) })
  await page.getByRole('button', { name: t('import.go-rows', { n: file.rows - 1 }) }).click()
  await page.getByRole('button', { name: t('import.undo') }).waitFor()
}

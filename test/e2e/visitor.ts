import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { translator, type Locale, type Translate } from '../../src/language/index.ts'

import { firstLinkOf } from './served.ts'

export type Visitor = {
  readonly page: Page
  /** Where a company is set up: the link that the server printed. */
  readonly first: string
  /** The words of the visitor's language: journeys look for what a person reads. */
  readonly t: Translate
  /** Faults that the page met: exceptions, and errors on the console other than refusals of the server. */
  readonly faults: readonly string[]
  /** Ids of what axe has against the page as it stands. */
  axe(): Promise<readonly string[]>
  close(): Promise<void>
}

/** A person in front of a browser of their own: language, and a desk or a phone. */
export async function visitor(
  browser: Browser,
  address: string,
  { locale, phone = false }: { readonly locale: Locale; readonly phone?: boolean },
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: address,
    locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    hasTouch: phone,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(30_000)
  await chineseFont(context)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text())
  })
  return {
    page,
    first: firstLinkOf(address),
    t: translator(locale),
    faults,
    axe: async () => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      )
    },
    close: () => context.close(),
  }
}

/** A machine of tests may have no Chinese font; the product itself uses the system's, and ships none. */
async function chineseFont(context: BrowserContext): Promise<void> {
  const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc')))
  await context.route('**/test-font/**', (route) => {
    const name = new URL(route.request().url()).pathname.replace('/test-font/', '')
    return route.fulfill({
      body: readFileSync(path.join(folder, name)),
      contentType: name.endsWith('.css') ? 'text/css' : 'font/woff2',
    })
  })
  await context.addInitScript(`addEventListener('DOMContentLoaded', () => {
    const sheet = document.createElement('link')
    sheet.rel = 'stylesheet'
    sheet.href = '/test-font/chinese-simplified-400.css'
    document.head.append(sheet)
  })`)
}

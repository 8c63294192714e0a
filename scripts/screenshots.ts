/**
 * Pictures of every screen of a running demo company, in both languages, on a desk and on a phone, some in the dark:
 * `npx tsx scripts/screenshots.ts http://127.0.0.1:3000 FOLDER`. They are for looking at, and for the README.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { Ranking } from '../src/contract/assess.ts'
import type { Markets } from '../src/contract/market.ts'
import type { StartState } from '../src/contract/people.ts'
import { openBrowser } from '../test/e2e/browser.ts'
import { visitor } from '../test/e2e/visitor.ts'

const [address = 'http://127.0.0.1:3000', folder = 'screenshots'] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })

const start = (await (await fetch(`${address}/api/start`)).json()) as StartState
const person = start.demoPeople.find(({ role }) => role === 'admin')
if (person === undefined) throw new Error('only the demo company can be photographed: npm start -- --demo')

const browser = await openBrowser()
for (const locale of ['zh', 'en'] as const) {
  for (const phone of [false, true]) {
    const guest = await visitor(browser, address, { locale, phone })
    const { page } = guest
    await page.addInitScript({ content: `localStorage.setItem('tonnage.locale', '${locale}')` })
    const shot = (name: string, whole = false) =>
      page.screenshot({
        path: path.join(folder, `${name}-${locale}-${phone ? '390' : '1440'}.png`),
        fullPage: whole,
      })
    await page.goto(`/sign-in?lang=${locale}`)
    await settled(page)
    await shot('sign-in')
    await page.request.post('/api/sign-in', {
      data: { email: person.email, password: person.password },
      headers: { origin: address },
    })
    await page.goto('/accounts')
    await page.getByRole('row').or(page.getByRole('listitem')).nth(5).waitFor()
    await settled(page)
    await shot('key-accounts')
    console.log(locale, phone ? 390 : 1440, 'axe, key accounts:', await guest.axe())
    for (const [standing, id] of await oneOfEach(page)) {
      await page.goto(`/accounts/${id}`)
      await page.getByRole('heading').first().waitFor()
      await settled(page)
      await shot(`account-${standing}`)
      if (standing === 'big_disloyal' || standing === 'key_account')
        await shot(`account-${standing}-whole`, true)
    }
    console.log(locale, phone ? 390 : 1440, 'axe, account:', await guest.axe())
    await page.goto('/markets')
    await page.getByRole('row').nth(3).waitFor()
    await settled(page)
    await shot('markets')
    console.log(locale, phone ? 390 : 1440, 'axe, markets:', await guest.axe())
    const market = (await (await page.request.get('/api/markets')).json()) as Markets
    await page.goto(`/markets?node=${market.markets[0]?.code ?? ''}`)
    await page.getByRole('heading').nth(1).waitFor()
    await settled(page)
    await shot('market')
    await shot('market-whole', true)
    console.log(locale, phone ? 390 : 1440, 'axe, market:', await guest.axe())
    await page.emulateMedia({ colorScheme: 'dark' })
    await settled(page)
    await shot('market-dark', true)
    console.log(locale, phone ? 390 : 1440, 'axe, market in the dark:', await guest.axe())
    for (const [name, at] of [
      ['markets', '/markets'],
      ['key-accounts', '/accounts'],
      ['import', '/data/import'],
      ['people', '/data/people?person=new'],
      ['policy', '/data/policy'],
    ] as const) {
      await page.goto(at)
      await settled(page)
      await shot(`${name}-dark`)
      console.log(locale, phone ? 390 : 1440, `axe, ${name} in the dark:`, await guest.axe())
    }
    await page.emulateMedia({ colorScheme: 'light' })
    for (const name of ['people', 'policy'] as const) {
      await page.goto(`/data/${name}`)
      await settled(page)
      await shot(name, name === 'policy')
      console.log(locale, phone ? 390 : 1440, `axe, ${name}:`, await guest.axe())
    }
    await page.goto('/data/import')
    await settled(page)
    await shot('import')
    console.log(locale, phone ? 390 : 1440, 'axe, import:', await guest.axe(), 'faults:', guest.faults)
    await guest.close()
  }
}
await browser.close()

/** The first account of each standing, by rank. */
async function oneOfEach(page: Page): Promise<Map<string, string>> {
  const ranking = (await (await page.request.get('/api/ranking')).json()) as Ranking
  const found = new Map<string, string>()
  for (const { standing, id } of ranking.accounts) if (!found.has(standing)) found.set(standing, id)
  return found
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(700)
}

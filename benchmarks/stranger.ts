import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Locator } from 'playwright-core'
import type { Locale, Translate } from '../src/language/index.ts'
import { figure } from '../src/language/message.ts'
import { openBrowser } from '../test/e2e/browser.ts'
import { serveProgram } from '../test/e2e/served.ts'
import { visitor } from '../test/e2e/visitor.ts'
import { counting, estimatedMinutes, handOf, type Counted, type Hand } from './hand.ts'
import { dataFolder } from './run-tonnage.ts'

/**
 * A stranger in front of the real program, from the start page to the own ranking and on: sets up a company, brings a part of a
 * real wholesaler's ledger, corrects a column and answers a question, reads the ranking, opens an account, changes the policy,
 * exports. Counted: presses, keys, characters. `npx tsx benchmarks/stranger.ts [zh-mouse|en-mouse|zh-finger|zh-keyboard|en-keyboard …]`
 */
const ways = ['zh-mouse', 'en-mouse', 'zh-finger', 'zh-keyboard', 'en-keyboard'] as const
const asked = process.argv.slice(2)
const file = {
  name: 'iowa-part.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(everyFourteenthLine(), 'utf8'),
}

/** 19,510 of the 273,148 lines: every county, store and month of two years is in them. */
function everyFourteenthLine(): string {
  const lines = gunzipSync(readFileSync(join(dataFolder, 'iowa/sales.csv.gz')))
    .toString('utf8')
    .split('\n')
  return lines.filter((_, i) => i === 0 || (i + 1) % 14 === 0).join('\n')
}

type Walk = {
  readonly first: string
  readonly page: import('playwright-core').Page
  readonly t: Translate
  readonly locale: Locale
  readonly hand: Hand
  step(name: string): void
}

async function setUp({ page, t, hand, step, first }: Walk): Promise<void> {
  step('set up a company')
  await page.goto(first)
  await hand.type(page.getByLabel(t('start.company'), { exact: true }), 'Hawkeye Spirits')
  await hand.press(page.getByRole('radio', { name: t('currency.USD') }))
  await hand.type(page.getByLabel(t('start.market'), { exact: true }), 'Iowa')
  await hand.type(page.getByLabel(t('start.admin-name')), 'Ann Lee')
  await hand.type(page.getByLabel(t('start.admin-email')), 'ann@example.com')
  await hand.press(page.getByRole('button', { name: t('start.go') }))
  step('choose a password')
  await hand.press(page.getByRole('link', { name: t('start.open-link') }))
  await hand.type(page.getByLabel(t('link.password'), { exact: true }), 'corn-river-2026')
  await hand.press(page.getByRole('button', { name: t('link.go') }))
}

async function bringFile({ page, t, locale, hand, step }: Walk): Promise<void> {
  step('bring the file')
  await hand.press(page.getByRole('link', { name: t('menu.import') }).first())
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    hand.press(
      page
        .locator('main')
        .locator('button', { hasText: t('import.choose') })
        .first(),
    ),
  ])
  await chooser.setFiles(file)
  step('correct a column: the shelf price is not our price')
  await hand.pick(
    page.getByLabel(t('import.column-of', { field: t('field.unit_price') })),
    t('wizard.no-column'),
  )
  step('answer: is the amount with tax?')
  await hand.press(page.getByRole('radio', { name: t('option.without') }))
  step('see the trial, which runs by itself')
  const go = page.locator('.trial-do button', { hasText: figure(locale, 19_510) })
  await go.waitFor()
  step('go')
  await hand.press(go)
}

async function readRanking({ page, t, hand, step }: Walk): Promise<Locator> {
  step('read the ranking')
  await hand.press(page.getByRole('link', { name: t('import.see-ranking') }))
  const first = page
    .locator('main')
    .getByRole('link', { name: /HY-VEE|SAM'S|CENTRAL/i })
    .first()
  await first.waitFor()
  return first
}

/** The table is one stop of Tab: arrows walk its rows, Enter opens. */
async function openAccount({ page, hand }: Walk, first: Locator): Promise<void> {
  if (hand.name !== 'keyboard') return hand.press(first)
  await hand.press(page.locator('main [role=row][tabindex="0"], main tr[tabindex="0"]').first())
}

async function changePolicy({ page, t, hand, step }: Walk): Promise<void> {
  step('change the policy: two key accounts a market')
  // On a phone the bar at the foot has groups; the screens of a group stand at the top.
  if (hand.name === 'finger') await hand.press(page.getByRole('link', { name: t('menu.data'), exact: true }))
  await hand.press(page.getByRole('link', { name: t('menu.policy') }).first())
  await hand.press(page.getByRole('radio', { name: t('policy.k-fixed') }))
  await hand.type(page.getByLabel(t('policy.f.k.k')), '2')
  step('apply it')
  await hand.press(page.getByRole('button', { name: t('policy.apply-go', { version: 2 }) }))
  await page.getByText(t('policy.applied', { version: 2 })).waitFor()
}

async function exportRanking({ page, t, hand, step }: Walk): Promise<string> {
  step('export what is seen')
  const accounts = hand.name === 'finger' ? 'menu.accounts' : 'menu.key-accounts'
  await hand.press(page.getByRole('link', { name: t(accounts), exact: true }).first())
  await hand.press(page.getByRole('button', { name: t('file.button') }))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    hand.press(page.getByRole('link', { name: `${t('file.seen')} ${t('file.csv')}` })),
  ])
  return download.suggestedFilename()
}

async function walk(way: (typeof ways)[number]): Promise<void> {
  const [locale, name] = way.split('-') as [Locale, Hand['name']]
  const served = await serveProgram()
  const browser = await openBrowser()
  const guest = await visitor(browser, served.address, { locale, phone: name === 'finger' })
  const counted = await counting(guest.page.context())
  const began = Date.now()
  let last = { at: began, name: '', ...counted }
  let steps = 0
  const tell = (now: Counted) => {
    if (last.name !== '')
      console.log(
        `     ${last.name}: ${now.presses - last.presses} presses, ${now.keys - last.keys} keys, ${now.strokes - last.strokes} characters, ${((Date.now() - last.at) / 1000).toFixed(1)} s`,
      )
  }
  const step = (title: string) => {
    tell(counted)
    steps += 1
    last = { at: Date.now(), name: title, ...counted }
  }
  const to = {
    page: guest.page,
    first: guest.first,
    t: guest.t,
    locale,
    hand: handOf(guest.page, name, counted),
    step,
  }
  try {
    console.log(way)
    await setUp(to)
    await bringFile(to)
    const first = await readRanking(to)
    const ranking = { ...counted, seconds: (Date.now() - began) / 1000, steps }
    step('open an account')
    await openAccount(to, first)
    await guest.page.getByRole('button', { name: guest.t('account.policy', { version: 1 }) }).waitFor()
    await changePolicy(to)
    const exported = await exportRanking(to)
    tell(counted)
    const say = (what: string, at: Counted, seconds: number, thoughts: number) =>
      console.log(
        `${way}: ${what}: ${at.presses} presses, ${at.keys} keys, ${at.strokes} characters; machine ${seconds.toFixed(0)} s, a person by the keystroke-level model ${estimatedMinutes(at, thoughts).toFixed(1)} min and the waiting`,
      )
    say('to the own ranking', ranking, ranking.seconds, ranking.steps)
    say(`to the export ${exported}`, counted, (Date.now() - began) / 1000, steps)
    if (guest.faults.length > 0) throw new Error(`faults in the browser: ${guest.faults.join('; ')}`)
  } catch (error) {
    process.exitCode = 1
    const picture = process.env['STRANGER_PICTURES']
    if (picture !== undefined)
      await guest.page.screenshot({ path: join(picture, `${way}.png`), fullPage: true })
    console.log(
      `${way}: NOT: ${error instanceof Error ? error.message.split('\n').slice(0, 6).join('\n') : String(error)}`,
    )
  } finally {
    await guest.close()
    await browser.close()
    await served.stop()
  }
}

for (const way of ways) if (asked.length === 0 || asked.includes(way)) await walk(way)

/**
 * How long the deal desk takes from a key to the picture on a slow phone: `npx tsx benchmarks/keystroke.ts http://127.0.0.1:3000 [keys]`,
 * against a running demo company (`npm start -- --demo`). Beside it the same keys in a bare field on an empty page, in the same browser.
 */
import type { Browser, Page } from 'playwright-core'
import type { StartState } from '../src/contract/people.ts'
import { openBrowser } from '../test/e2e/browser.ts'

const [address = 'http://127.0.0.1:3000', keys = '60'] = process.argv.slice(2)
const CPU = 4
const FRAME_MS = 1000 / 60

/** From each key (before anything hears of it) to the first moment after the frame that shows what it did. */
const watch = `globalThis.tookMs = []
document.addEventListener('keydown', () => {
  const from = performance.now()
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => globalThis.tookMs.push(performance.now() - from)
    port2.postMessage(null)
  })
}, { capture: true })`

async function typed(page: Page, field: string): Promise<readonly number[]> {
  const line = await page.context().newCDPSession(page)
  await line.send('Emulation.setCPUThrottlingRate', { rate: CPU })
  await page.locator(field).first().focus()
  for (let at = 0; at < Number(keys) + 5; at += 1) {
    // A figure and its taking back, in turn: the sum changes with each.
    await page.keyboard.press(at % 2 === 0 ? '5' : 'Backspace')
    await page.waitForTimeout(120)
  }
  const all = await page.evaluate(() => (globalThis as unknown as { tookMs: number[] }).tookMs)
  return all.slice(5).toSorted((a, b) => a - b)
}

async function phone(browser: Browser) {
  return browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 }, hasTouch: true })
}

function told(name: string, all: readonly number[]): number {
  const at = (share: number) => all[Math.min(all.length - 1, Math.floor(share * all.length))] ?? 0
  const within = all.filter((ms) => ms <= FRAME_MS).length
  console.log(
    `${name}: median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, worst ${at(1).toFixed(1)} ms; within one frame of 60 Hz ${within} of ${all.length}`,
  )
  return at(0.5)
}

const start = (await (await fetch(`${address}/api/start`)).json()) as StartState
const person = start.demoPeople.find(({ role }) => role === 'rep')
if (person === undefined) throw new Error('only the demo company is timed: npm start -- --demo')
const browser = await openBrowser()
const bare = await (await phone(browser)).newPage()
await bare.addInitScript({ content: watch })
await bare.goto(`${address}/api/health`)
await bare.setContent('<input inputmode="decimal">')
await bare.evaluate(watch)
const least = told('bare field', await typed(bare, 'input'))
// A slowed page spins beside the next one even when nobody types in it.
await bare.context().close()

const context = await phone(browser)
await context.request.post(`${address}/api/sign-in`, {
  data: { email: person.email, password: person.password },
  headers: { origin: address },
})
const desk = await context.newPage()
await desk.addInitScript({ content: watch })
await desk.goto(`${address}/trade/deal`)
await desk.locator('.slip input[inputmode="decimal"]').first().waitFor()
const took = told('deal desk', await typed(desk, '.slip input[inputmode="decimal"]'))
console.log(`deal desk / bare field: ${(took / least).toFixed(2)}`)
await browser.close()

/**
 * First load of the sign-in page and of the ranking on a slow computer behind a slow line:
 * `npx tsx benchmarks/first-load.ts http://127.0.0.1:3000 [runs]`, against a running demo company (`npm start -- --demo`).
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import type { StartState } from '../src/contract/people.ts'
import { openBrowser } from '../test/e2e/browser.ts'
import { root } from './run-tonnage.ts'

const [address = 'http://127.0.0.1:3000', times = '5'] = process.argv.slice(2)
const CPU = 4
const LATENCY_MS = 150
const BYTES_A_SECOND = 1_400_000 / 8

type Load = { readonly ms: number; readonly bytes: number; readonly asked: readonly Asked[] }
type Asked = { readonly path: string; readonly encoding: string; bytes: number }

/** Notes when the sentence that answers stands on screen, in ms from the start of the navigation. */
const watch = `new MutationObserver((_, observer) => {
  const sentence = document.querySelector('h1.sentence')
  if (sentence === null || sentence.textContent === '') return
  observer.disconnect()
  requestAnimationFrame(() => setTimeout(() => { globalThis.sentenceAt = performance.now() }))
}).observe(document, { childList: true, subtree: true, characterData: true })`

async function load(context: BrowserContext, at: string): Promise<Load> {
  const page = await context.newPage()
  const line = await context.newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_A_SECOND,
    uploadThroughput: BYTES_A_SECOND,
  })
  await line.send('Emulation.setCPUThrottlingRate', { rate: CPU })
  const asked = new Map<string, Asked>()
  line.on('Network.responseReceived', ({ requestId, response }) => {
    const encoding = response.headers['content-encoding'] ?? response.headers['Content-Encoding'] ?? '-'
    asked.set(requestId, { path: new URL(response.url).pathname, encoding, bytes: 0 })
  })
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = asked.get(requestId)
    if (one) one.bytes = encodedDataLength
  })
  await page.addInitScript(watch)
  await page.goto(`${address}${at}`)
  const seen = await page.waitForFunction(
    () => (globalThis as { sentenceAt?: number }).sentenceAt ?? null,
    undefined,
    { timeout: 120_000 },
  )
  const ms = Math.round((await seen.jsonValue()) ?? 0)
  // What the page fetches behind the answer belongs to the load, too.
  await page.waitForTimeout(3000)
  const all = [...asked.values()]
  await page.close()
  return { ms, bytes: all.reduce((sum, { bytes }) => sum + bytes, 0), asked: all }
}

/** A browser that has never been here; `email` signs in first, on a line that is not slow. */
async function fresh(browser: Browser, person: StartState['demoPeople'][number] | null) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
  if (person) {
    const { email, password } = person
    const answer = await context.request.post(`${address}/api/sign-in`, {
      data: { email, password },
      headers: { origin: address },
    })
    if (!answer.ok()) throw new Error(`signing in: ${String(answer.status())}`)
  }
  return context
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const kilobytes = (bytes: number) => Math.round(bytes / 1024)

const start = (await (await fetch(`${address}/api/start`)).json()) as StartState
const admin = start.demoPeople.find(({ role }) => role === 'admin')
if (admin === undefined) throw new Error('only the demo company is loaded here: npm start -- --demo')

const browser = await openBrowser()
for (const [name, at, person] of [
  ['sign-in', '/sign-in', null],
  ['ranking', '/accounts', admin],
] as const) {
  const loads: Load[] = []
  // One more than is counted: the first warms the server, not the browser.
  for (let run = 0; run <= Number(times); run += 1) {
    const context = await fresh(browser, person)
    loads.push(await load(context, at))
    await context.close()
  }
  const [, ...counted] = loads
  const ms = counted.map((one) => one.ms)
  console.log(
    `${name}: sentence after ${String(median(ms))} ms (${ms.join(', ')}); ${String(kilobytes(median(counted.map(({ bytes }) => bytes))))} KiB over the line`,
  )
  for (const one of loads.at(-1)?.asked ?? [])
    console.log(`  ${one.path} ${one.encoding} ${String(kilobytes(one.bytes))} KiB`)
}
await browser.close()

type Chunk = { file: string; imports?: string[]; css?: string[]; isEntry?: boolean; isDynamicEntry?: boolean }
const web = join(root, 'dist/web')
const chunks = JSON.parse(readFileSync(join(web, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>

/** Files that a chunk needs before it runs: itself, its imports and theirs, with their style sheets. */
function filesOf(key: string, found = new Set<string>()): Set<string> {
  const chunk = chunks[key]
  if (chunk === undefined || found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const css of chunk.css ?? []) found.add(css)
  for (const one of chunk.imports ?? []) filesOf(one, found)
  return found
}

function weight(file: string): number {
  for (const ending of ['.br', '']) {
    try {
      return readFileSync(join(web, file + ending)).length
    } catch {
      // Small files have no compressed twin.
    }
  }
  return 0
}

const sum = (files: Iterable<string>) => [...files].reduce((all, file) => all + weight(file), 0)
const entry = filesOf('index.html')
console.log(`every page: ${(sum(entry) / 1024).toFixed(1)} KiB compressed`)
for (const [key, { isDynamicEntry }] of Object.entries(chunks)) {
  if (isDynamicEntry !== true) continue
  const more = [...filesOf(key)].filter((file) => !entry.has(file))
  console.log(`  ${key}: ${(sum(more) / 1024).toFixed(1)} KiB more`)
}

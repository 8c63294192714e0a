/**
 * Ranking, account page and search for 20 people at once in a company of 100,000 tier-1 accounts over 60 markets, beside
 * `SELECT 1` over HTTP (`/api/health`).
 *
 * Protocol: the company is made once in a folder (`web-company.ts` says what is in it and what is not). The real server is
 * started on it as a process of its own. 20 people sign in with a password; each is one client that keeps its connection, has
 * its cookie, takes gzip, and asks again as soon as its answer is there in full. Each question is asked once before it is
 * timed (printed as "first"), then for 20 seconds. Client and server share the machine. Printed: answers a second, p50, p95,
 * p99 in ms, kB of the last answer, and the ratio of the p95 to that of `SELECT 1` in the same run.
 *
 *     npx tsx benchmarks/web-p95.ts FOLDER [accounts] [seconds]
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { root } from './run-tonnage.ts'
import { emailOf, invite, LAST_DAY, makeCompany, PASSWORD } from './web-company.ts'

const CLIENTS = 20
const MARKETS = 60
const [folder = '/tmp/tonnage-web-p95', count = '100000', long = '20'] = process.argv.slice(2)

type Answer = { readonly status: number; readonly body: Buffer; readonly headers: http.IncomingHttpHeaders }
type Client = { readonly agent: http.Agent; cookie: string }

function ask(
  base: string,
  client: Client,
  path: string,
  more: http.RequestOptions = {},
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip', cookie: client.cookie, ...more.headers }
    const request = http.request(base + path, { ...more, agent: client.agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks), headers: response.headers }),
      )
    })
    request.on('error', reject)
    request.end(body)
  })
}

async function signedIn(base: string, at: number): Promise<Client> {
  const client: Client = { agent: new http.Agent({ keepAlive: true, maxSockets: 1 }), cookie: '' }
  const body = JSON.stringify({ email: emailOf(at), password: PASSWORD })
  const json = { 'content-type': 'application/json', origin: base }
  const answer = await ask(base, client, '/api/sign-in', { method: 'POST', headers: json }, body)
  if (answer.status !== 200) throw new Error(`sign-in: ${answer.status} ${answer.body.toString('utf8')}`)
  client.cookie = (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ')
  return client
}

async function started(): Promise<{ child: ChildProcess; base: string }> {
  const words = ['start', '--json', '--port', '0', '--data', folder]
  const child = spawn(process.execPath, [join(root, 'bin/tonnage.mjs'), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  const base = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      const found = /"address":\s*"([^"]+)"/.exec(out)
      if (found?.[1]) resolve(found[1])
    })
    child.once('close', () => reject(new Error('the server did not start')))
  })
  return { child, base }
}

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN
}

async function measure(
  base: string,
  clients: readonly Client[],
  name: string,
  pathOf: (turn: number) => string,
) {
  const begun = performance.now()
  const first = await ask(base, clients[0]!, pathOf(0))
  const firstMs = performance.now() - begun
  if (first.status !== 200)
    throw new Error(`${name}: ${first.status} ${first.body.toString('utf8').slice(0, 300)}`)
  const until = performance.now() + Number(long) * 1000
  const taken: number[] = []
  let turn = 0
  let bytes = 0
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < until) {
        const from = performance.now()
        const answer = await ask(base, client, pathOf((turn += 1)))
        if (answer.status !== 200) throw new Error(`${name}: ${answer.status}`)
        bytes = answer.body.length
        taken.push(performance.now() - from)
      }
    }),
  )
  const sorted = taken.toSorted((a, b) => a - b)
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((q) => quantile(sorted, q)) as [number, number, number]
  return { name, firstMs, rate: taken.length / Number(long), p50, p95, p99, kB: bytes / 1000 }
}

async function stopped(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('close', resolve))
}

if (!existsSync(join(folder, 'pgdata'))) {
  const seconds = await makeCompany(folder, { accounts: Number(count), markets: MARKETS })
  console.log(`made ${count} accounts in ${MARKETS} markets: ${seconds.toFixed(0)} s`)
}
const ready = join(folder, 'passwords-chosen')
if (!existsSync(ready)) {
  const links = await invite(folder, CLIENTS)
  const { child, base } = await started()
  for (const token of links) {
    const body = JSON.stringify({ password: PASSWORD })
    const client = { agent: new http.Agent(), cookie: '' }
    const json = { 'content-type': 'application/json', origin: base }
    const done = await ask(base, client, `/api/link/${token}`, { method: 'POST', headers: json }, body)
    if (done.status !== 200) throw new Error(`link: ${done.status}`)
  }
  await stopped(child)
  writeFileSync(ready, '')
}

const { child, base } = await started()
try {
  const clients: Client[] = []
  for (let at = 0; at < CLIENTS; at += 1) clients.push(await signedIn(base, at))
  const cold = performance.now()
  const page = await ask(base, clients[0]!, '/api/ranking?count=60')
  console.log(`first ranking after the start: ${((performance.now() - cold) / 1000).toFixed(1)} s`)
  const text = page.headers['content-encoding'] === 'gzip' ? gunzipSync(page.body) : page.body
  const ranking = JSON.parse(text.toString('utf8')) as {
    totals: { accounts: number }
    accounts: readonly { id: string }[]
  }
  const ids = ranking.accounts.map(({ id }) => id)
  console.log(
    `${ranking.totals.accounts} accounts as of ${LAST_DAY}, ${ids.length} sent, ${text.length} bytes unpacked`,
  )
  const found = ['永盛', 'linjiang', 'hwjs', 'M017-001', '满堂', 'gksd']
  const market = (turn: number) => `M${String(1 + (turn % MARKETS)).padStart(3, '0')}`
  const results = [
    await measure(base, clients, 'SELECT 1', () => '/api/health'),
    await measure(base, clients, 'session', () => '/api/session'),
    await measure(base, clients, 'ranking, headquarters', () => '/api/ranking?count=60'),
    await measure(base, clients, 'ranking, a market', (turn) => `/api/ranking?count=60&node=${market(turn)}`),
    await measure(
      base,
      clients,
      'ranking, sorted and deep',
      (turn) => `/api/ranking?sort=-volume&from=${(turn % 900) * 100}&count=100`,
    ),
    await measure(base, clients, 'account page', (turn) => `/api/accounts/${ids[turn % ids.length] ?? ''}`),
    await measure(
      base,
      clients,
      'search',
      (turn) => `/api/ranking?count=20&q=${encodeURIComponent(found[turn % found.length] ?? '')}`,
    ),
  ]
  const least = results[0]?.p95 ?? Number.NaN
  console.log(
    'question                      first    a second      p50      p95      p99       kB   p95 / SELECT 1',
  )
  for (const { name, firstMs, rate, p50, p95, p99, kB } of results) {
    const figures = [firstMs.toFixed(0).padStart(9), rate.toFixed(0).padStart(12)]
    for (const figure of [p50, p95, p99]) figures.push(figure.toFixed(1).padStart(9))
    console.log(
      name.padEnd(26),
      figures.join(''),
      kB.toFixed(1).padStart(8),
      (p95 / least).toFixed(2).padStart(10),
    )
  }
} finally {
  await stopped(child)
}

import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { Refused } from '../domain/problem.ts'
import { createApp } from './app.ts'
import { catchUp } from './assess/months.ts'
import { warm } from './assess/warm.ts'
import { makeFolder } from './db/embedded/data-folder.ts'
import { annotate, holderOf, release, take } from './db/embedded/lock-file.ts'
import { inScope } from './db/transaction.ts'
import { demoCompany } from './demo-company.ts'
import type { App } from './http/frame.ts'
import { peerAddress, proxiesNamed, type Proxies } from './http/peer-address.ts'
import { headKeeper } from './keep-heads.ts'
import { nobodyYet } from './people/person-store.ts'
import { makeSetUpKey, type SetUpKey } from './people/set-up-key.ts'
import { recoverImports } from './intake/batch-store.ts'
import { clearUploads } from './intake/upload.ts'
import { openProgram } from './opening.ts'
import type { Opened, OpeningStep, Settings } from './opening.ts'
import { companySignInNamed, type CompanySignIn } from './people/company-sign-in-settings.ts'
import { projectFolder } from './project.ts'

export type Serving = {
  readonly address: string
  /** Where a company is set up by whoever can read it; null: there is one with people in it. */
  readonly setUpLink: string | null
  readonly opened: Opened
  /** HTTP first, the database last. */
  close(): Promise<void>
}

export type ServeOptions = {
  readonly port: number
  readonly host: string
  readonly onStep?: (step: OpeningStep, what: string) => void
  /** Runs when the database is open and before the first request is answered (loads the demo company). */
  readonly beforeFirst?: (opened: Opened) => Promise<void>
  /** The order to stop, also while it is still starting. */
  readonly stop?: AbortSignal
}

/** How long answers that are under way may take after the order to stop. */
const GRACE_MS = 5_000

/** The app with what only this process knows: the build, the address that people use, the address of who asks. */
function appOf(
  { deps, database }: Opened,
  proxies: Proxies,
  setUpKey: SetUpKey,
  companySignIn: CompanySignIn | null,
): App {
  const web = path.join(projectFolder(), 'dist', 'web')
  const publicUrl = process.env['TONNAGE_URL']
  return createApp(deps, {
    ...(existsSync(web) ? { web } : {}),
    ...(publicUrl ? { publicUrl } : {}),
    ...(companySignIn ? { companySignIn } : {}),
    address: (c) =>
      peerAddress(getConnInfo(c).remote.address ?? '', c.req.header('x-forwarded-for'), proxies),
    demo: demoCompany({ deps, database }),
    setUpKey,
  })
}

/**
 * Serves one data folder. Refused: a folder that another server serves (with its process id), a port that is taken, proxies
 * or a company's sign-in that cannot be read. The port is held from the first moment and answers 503 until the database is ready.
 */
export async function serve(settings: Settings, options: ServeOptions): Promise<Serving> {
  const proxies = proxiesNamed(process.env['TONNAGE_PROXIES'] ?? '')
  if (!proxies) throw new Refused('port/proxies')
  const company = companySignInNamed(process.env)
  if (!company.ok) throw new Refused(company.problem.code, company.problem.facts)
  const setUpKey = makeSetUpKey()
  let listener: RequestListener = notYet
  const server = createServer((request, response) => listener(request, response))
  // The folder before the port: who starts twice is told about the folder.
  const lock = takeFolder(settings.dataFolder)
  let opened: Opened | undefined
  let keeper: ReturnType<typeof headKeeper> | undefined
  const close = async () => {
    await stopHttp(server)
    // The last heads are worth a moment, not a stop that hangs.
    await Promise.race([keeper?.end(), pause(GRACE_MS, undefined, { ref: false })])
    await opened?.close()
    release(lock)
  }
  try {
    await listen(server, options)
    const address = addressOf(server, options.host)
    annotate(lock, address)
    opened = await openProgram(settings, options.onStep)
    await recoverImports(opened.deps)
    await unlessStopped(options.beforeFirst?.(opened), options.stop)
    await clearUploads(opened.deps.folder, opened.deps.now())
    listener = getRequestListener(appOf(opened, proxies, setUpKey, company.value).fetch)
    rememberMonths(opened.deps)
    // Beside the first requests, so that the first sign-in does not wait for it.
    void import('better-auth')
    keeper = headKeeper(opened.deps)
    const setUpLink = (await inScope(opened.deps.db, [], nobodyYet, { readOnly: true }))
      ? linkWith(setUpKey, address)
      : null
    return { address, setUpLink, opened, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The key stands behind #, so that no server and no log on the way sees it. */
function linkWith(key: SetUpKey, address: string): string {
  return `${(process.env['TONNAGE_URL'] || address).replace(/\/$/, '')}/#key=${key.text}`
}

/**
 * Months that ended since the last start are assessed beside the first requests, then today is, so that it is there when somebody
 * asks; when the database goes first, next time.
 */
function rememberMonths(deps: Opened['deps']): void {
  catchUp(deps)
    .then(() => warm(deps))
    .catch((error: unknown) => deps.log.warn({ name: String(error) }, 'months not assessed'))
}

/** Thrown by `serve` when the order to stop came before it was ready; everything is stopped by then. */
export class Stopped extends Error {}

async function unlessStopped(work: Promise<void> | undefined, stop: AbortSignal | undefined): Promise<void> {
  if (stop?.aborted) throw new Stopped()
  const stopped = new Promise<never>((_resolve, reject) => {
    stop?.addEventListener('abort', () => reject(new Stopped()), { once: true })
  })
  // What is cut off fails when its connection ends; nobody waits for it any more.
  work?.catch(() => undefined)
  await Promise.race([work, stopped])
}

const notYet: RequestListener = (_request, response) => {
  response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '1' })
  response.end('{"status":"starting"}')
}

function listen(server: Server, at: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const other = at.port < 1024 ? 3000 : at.port + 1
      if (error.code === 'EADDRINUSE') return reject(new Refused('port/taken', { port: at.port, other }))
      if (error.code === 'EACCES') return reject(new Refused('port/forbidden', { port: at.port, other }))
      return reject(error)
    })
    server.listen(at.port, at.host, resolve)
  })
}

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${shown}:${port}`
}

function lockOf(folder: string): string {
  return path.join(folder, 'server.lock')
}

function takeFolder(folder: string): string {
  makeFolder(folder)
  const lock = lockOf(folder)
  const took = take(lock)
  if (!took.taken) {
    const { pid, note } = took.holder
    throw new Refused('data-folder/in-use', { folder, pid, ...(note ? { address: note } : {}) })
  }
  return lock
}

/** The address of the server that serves this folder now, if there is one. */
export function servedAt(folder: string): string | undefined {
  return holderOf(lockOf(folder))?.note
}

function stopHttp(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) return resolve()
    const impatient = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    server.close(() => {
      clearTimeout(impatient)
      resolve()
    })
    server.closeIdleConnections()
  })
}

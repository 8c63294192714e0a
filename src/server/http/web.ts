import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { App, Ctx } from './frame.ts'
import { webBody } from './web-body.ts'
import { problemResponse } from './problem-response.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}

/** Built files carry a hash in their name: kept for a year. `.br` and `.gz` beside them are sent where the reader takes them. */
const HASHED = /^\/assets\//
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

/**
 * The web app from its build folder; every path that is neither a file nor the API's is a place in the app and gets index.html.
 * Registered last. Without a build (`folder` undefined) only the API answers.
 */
export function serveWeb(app: App, folder: string | undefined): void {
  app.all('/api/*', (c) => problemResponse(c, { code: 'request/not-found', facts: {} }))
  app.get('*', async (c) => {
    const found = folder === undefined ? undefined : await fileFor(folder, c.req.path)
    if (!found || folder === undefined) return problemResponse(c, { code: 'request/not-found', facts: {} })
    return send(c, found)
  })
}

async function fileFor(folder: string, path: string): Promise<string | undefined> {
  const root = normalize(folder)
  const wanted = normalize(join(root, decoded(path)))
  const inside = wanted.startsWith(root + sep)
  if (inside && types[extname(wanted)] !== undefined) return (await isFile(wanted)) ? wanted : undefined
  const index = join(root, 'index.html')
  return (await isFile(index)) ? index : undefined
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll('\0', '')
  } catch {
    return '/'
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

async function send(c: Ctx, file: string): Promise<Response> {
  const type = types[extname(file)] ?? 'application/octet-stream'
  c.header('Content-Type', type)
  c.header('Cache-Control', HASHED.test(c.req.path) ? 'public, max-age=31536000, immutable' : 'no-cache')
  c.header('Vary', 'Accept-Encoding')
  const accepted = c.req.header('accept-encoding') ?? ''
  for (const [name, ending] of encodings)
    if (accepted.includes(name) && (await isFile(file + ending))) {
      c.header('Content-Encoding', name)
      return c.body(webBody(createReadStream(file + ending)))
    }
  return c.body(new Uint8Array(await readFile(file)))
}

/**
 * Keeps the program in the browser, so that the deal desk opens where there is no signal (decision 0023). What it keeps are the files of
 * the build; no answer of the server ever lies here. `KEPT_BY_BUILD` is written by the build (vite.config.ts).
 */
declare const self: ServiceWorkerGlobalScope
declare const KEPT_BY_BUILD: { readonly build: string; readonly files: readonly string[] }

const { build, files } = KEPT_BY_BUILD
const NAME = `tonnage-${build}`
const PAGE = '/'
const PATIENCE_MS = 5_000

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(NAME).then((kept) => kept.addAll([PAGE, ...files])))
})

// Waits until the last page of the build before is closed: a page never mixes the files of two builds.
self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name)))),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(fileOf(request))
  // A download of the server is a navigation too: it gets no page instead.
  else if (request.mode === 'navigate' && !pathname.startsWith('/api/')) event.respondWith(pageOf(request))
})

/** A file of a build never changes: its name says its content. */
async function fileOf(request: Request): Promise<Response> {
  const kept = await caches.match(request)
  if (kept) return kept
  const fresh = await fetch(request)
  if (fresh.ok) {
    const copy = fresh.clone()
    await caches.open(NAME).then((open) => open.put(request, copy))
  }
  return fresh
}

/** The page as the server has it; where none answers in time, or a proxy has none behind it, as it was kept. */
async function pageOf(request: Request): Promise<Response> {
  const kept = await caches.match(PAGE)
  if (!kept) return fetch(request)
  try {
    const answer = await Promise.race([fetch(request), silence()])
    return answer === null || (answer.status >= 502 && answer.status <= 504) ? kept : answer
  } catch {
    return kept
  }
}

function silence(): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), PATIENCE_MS)
  })
}

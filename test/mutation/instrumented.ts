import path from 'node:path'
import { createServer } from 'vite'
import { sitesOf, type Site } from './scan.ts'

declare global {
  /** Whether a mask is away; asking is noted. */
  var tonnageWall: (id: number) => boolean
  /** A column of a file with the right that it needs, or without. */
  var tonnageColumn: (id: number, column: { readonly right?: string }) => object
}

export type Walls = {
  readonly sites: readonly Site[]
  /** The module and all that it imports, in which each site can be taken away. */
  load<T>(file: string): Promise<T>
  /** Of statements the text that is sent. */
  readonly rewrite: (text: string) => string
  /** Takes one away, and puts back what was away before. */
  remove(id: number | null): void
  /** The sites that ran since it was last asked. */
  reached(): ReadonlySet<number>
  close(): Promise<void>
}

/** The server's source with a switch at every predicate and every mask. All are compiled in at once; one is away at a time. */
export async function walled(): Promise<Walls> {
  const { sites, marked } = sitesOf()
  let away: number | null = null
  let seen = new Set<number>()
  globalThis.tonnageWall = (id) => {
    seen.add(id)
    return id === away
  }
  globalThis.tonnageColumn = (id, column) => ({
    ...column,
    get right() {
      return globalThis.tonnageWall(id) ? undefined : column.right
    },
  })
  const root = path.resolve(import.meta.dirname, '../..')
  const vite = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    plugins: [{ name: 'walls', enforce: 'pre', transform: (_, id) => marked(id.split('?', 1)[0] ?? '') }],
  })
  return {
    sites,
    load: async <T>(file: string) => (await vite.ssrLoadModule(path.join(import.meta.dirname, file))) as T,
    rewrite(text) {
      for (const [, id] of text.matchAll(/\/\*w(\d+)\[\*\//g)) seen.add(Number(id))
      if (away === null) return text
      const begins = `/*w${String(away)}[*/`
      const ends = `/*]w${String(away)}*/`
      return text.replaceAll(begins, '(true OR (').replaceAll(ends, '))')
    },
    remove: (id) => (away = id),
    reached() {
      const now = seen
      seen = new Set()
      return now
    },
    close: () => vite.close(),
  }
}

import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Manifest, type Plugin } from 'vite'

/**
 * `.br` and `.gz` beside every text of a kilobyte or more: the server sends them as they are. Made from the files as they are
 * written: while they are bundled, imports are not in their last form yet.
 */
function compressed(): Plugin {
  return {
    name: 'tonnage-compressed',
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((file) => /\.(js|css|svg)$/.test(file))) {
        const file = path.join(dir, name)
        const text = readFileSync(file)
        if (text.length < 1024) continue
        const params = { [constants.BROTLI_PARAM_QUALITY]: 10 }
        writeFileSync(`${file}.br`, brotliCompressSync(text, { params }))
        writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }))
      }
    },
  }
}

/** What must be at hand without a network: the frame, and the deal desk (decision 0023). Other files are kept when they were used. */
const AT_HAND = ['index.html', 'develop/deal-screen.tsx']

/** Tells the worker (`src/web/offline/worker.ts`) which files the build has for it. */
function kept(): Plugin {
  return {
    name: 'tonnage-kept',
    writeBundle({ dir = '' }) {
      const read = (name: string) => readFileSync(path.join(dir, name), 'utf8')
      const manifest = JSON.parse(read('.vite/manifest.json')) as Manifest
      const files = [...filesOf(manifest, AT_HAND)]
        // Browsers that know workers know woff2.
        .filter((file) => !file.endsWith('.woff'))
        .map((file) => `/${file}`)
        .toSorted()
      const build = createHash('sha256').update(read('index.html')).update(files.join('\n')).digest('hex')
      const told = JSON.stringify({ build: build.slice(0, 16), files })
      const worker = read('worker.js')
      if (!worker.includes('KEPT_BY_BUILD')) throw new Error('worker.js does not ask for its files')
      writeFileSync(
        path.join(dir, 'worker.js'),
        worker.replace('KEPT_BY_BUILD', () => told),
      )
    },
  }
}

/** Scripts, styles, fonts and pictures of entries and of all that they import at once. */
function filesOf(manifest: Manifest, entries: readonly string[], seen = new Set<string>()): Set<string> {
  return new Set(
    entries.flatMap((name) => {
      const chunk = manifest[name]
      if (chunk === undefined) throw new Error(`not in the build: ${name}`)
      if (seen.has(name)) return []
      seen.add(name)
      return [
        chunk.file,
        ...(chunk.css ?? []),
        ...(chunk.assets ?? []),
        ...filesOf(manifest, chunk.imports ?? [], seen),
      ]
    }),
  )
}

/** The web app: `src/web` → `dist/web`. In development `/api` goes to a running server (TONNAGE_URL, default port 3000). */
export default defineConfig({
  root: 'src/web',
  plugins: [react(), kept(), compressed()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { index: 'src/web/index.html', worker: 'src/web/offline/worker.ts' },
      // A worker rules over the folder it lies in.
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { proxy: { '/api/': process.env['TONNAGE_URL'] ?? 'http://127.0.0.1:3000' } },
})

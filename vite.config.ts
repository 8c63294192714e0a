import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

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

/** The web app: `src/web` → `dist/web`. In development `/api` goes to a running server (TONNAGE_URL, default port 3000). */
export default defineConfig({
  root: 'src/web',
  plugins: [react(), compressed()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api/': process.env['TONNAGE_URL'] ?? 'http://127.0.0.1:3000' } },
})

import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** `.br` and `.gz` beside every text of a kilobyte or more: the server sends them as they are. */
function compressed(): Plugin {
  return {
    name: 'tonnage-compressed',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const [fileName, part] of Object.entries(bundle)) {
        if (!/\.(js|css|svg)$/.test(fileName)) continue
        const text = Buffer.from(part.type === 'chunk' ? part.code : part.source)
        if (text.length < 1024) continue
        const params = { [constants.BROTLI_PARAM_QUALITY]: 10 }
        this.emitFile({
          type: 'asset',
          fileName: `${fileName}.br`,
          source: brotliCompressSync(text, { params }),
        })
        this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(text, { level: 9 }) })
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
  server: { proxy: { '/api': process.env['TONNAGE_URL'] ?? 'http://127.0.0.1:3000' } },
})

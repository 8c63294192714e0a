import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The web app: `src/web` → `dist/web`. In development `/api` goes to a running server (TONNAGE_URL, default port 3000). */
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': process.env['TONNAGE_URL'] ?? 'http://127.0.0.1:3000' } },
})

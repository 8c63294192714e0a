// Bundles for Node (command line, server, the file readers' child) and the web application, into dist/.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { project, sourceDigest } from './prepare.mjs'

const digest = sourceDigest()
const making = path.join(project, `dist.${process.pid}`)
const target = path.join(project, 'dist')
rmSync(making, { recursive: true, force: true })
mkdirSync(making)

try {
  const entries = { cli: 'src/cli/entry.ts', child: 'src/server/intake/read/child.ts' }
  const present = Object.entries(entries).filter(([, file]) => existsSync(path.join(project, file)))
  await build({
    absWorkingDir: project,
    entryPoints: Object.fromEntries(present),
    outdir: making,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
  })
  if (
    existsSync(path.join(project, 'src/web/index.html')) &&
    existsSync(path.join(project, 'vite.config.ts'))
  ) {
    const { build: buildWeb } = await import('vite')
    await buildWeb({
      root: path.join(project, 'src/web'),
      configFile: path.join(project, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: path.join(making, 'web'), emptyOutDir: true },
    })
  }
  writeFileSync(path.join(making, '.built'), digest)
  // Whole or not at all: a program that starts meanwhile never sees half a build.
  rmSync(target, { recursive: true, force: true })
  renameSync(making, target)
} finally {
  rmSync(making, { recursive: true, force: true })
}

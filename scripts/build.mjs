// Bundles for Node (command line, server, the file readers' child) into dist/node, the web application into dist/web.
// Arguments choose: `node`, `web`; none is both.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { project, sourceDigest, stampOf } from './prepare.mjs'

const at = (...names) => path.join(project, ...names)

async function bundleNode(outdir) {
  const { build } = await import('esbuild')
  const entries = { cli: 'src/cli/entry.ts', child: 'src/server/intake/read/child.ts' }
  await build({
    absWorkingDir: project,
    entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(at(file)))),
    outdir,
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
}

async function bundleWeb(outDir) {
  if (!existsSync(at('src/web/index.html'))) return
  const { build } = await import('vite')
  await build({ configFile: at('vite.config.ts'), logLevel: 'warn', build: { outDir, emptyOutDir: true } })
}

const builders = { node: bundleNode, web: bundleWeb }

async function make(part) {
  const digest = sourceDigest(part)
  const making = at(`dist.${process.pid}`, part)
  const target = at('dist', part)
  mkdirSync(making, { recursive: true })
  await builders[part](making)
  writeFileSync(stampOf(making), digest)
  // Whole or not at all: a program that starts meanwhile never sees half a build.
  mkdirSync(at('dist'), { recursive: true })
  rmSync(target, { recursive: true, force: true })
  renameSync(making, target)
}

const asked = process.argv.slice(2)
try {
  for (const part of asked.length > 0 ? asked : Object.keys(builders)) await make(part)
} finally {
  rmSync(at(`dist.${process.pid}`), { recursive: true, force: true })
}

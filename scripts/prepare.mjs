// Brings a clone to the state in which the program runs: Node version, installed packages, built bundles. Plain JavaScript
// without packages, because it runs before there are any. Says what it does on standard error, and nothing when all is there.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const at = (...names) => path.join(project, ...names)

/** `--lang` and the environment decide, as in the program itself. */
const said = process.argv.includes('en')
  ? 'en'
  : (process.env.TONNAGE_LANG ?? process.env.LC_ALL ?? process.env.LANG ?? '')
const words = said.startsWith('en')
  ? {
      node: (least, have) =>
        `Tonnage needs Node.js ${least} or newer; this is ${have}. See https://nodejs.org`,
      install: 'Installing packages (npm ci) …',
      installFailed: 'Packages could not be installed (npm ci). The lines above say why.',
      build: 'Building …',
      buildFailed: 'The build failed. The lines above say why.',
      done: (seconds) => `  done in ${seconds} s`,
    }
  : {
      node: (least, have) => `吨位需要 Node.js ${least} 或更新的版本，这里是 ${have}。见 https://nodejs.org`,
      install: '正在安装依赖（npm ci）…',
      installFailed: '依赖没有装好（npm ci），原因见上面几行。',
      build: '正在构建…',
      buildFailed: '构建失败，原因见上面几行。',
      done: (seconds) => `  用了 ${seconds} 秒`,
    }

class NotPrepared extends Error {}

function tell(line) {
  process.stderr.write(`${line}\n`)
}

export function checkNode() {
  const least = JSON.parse(readFileSync(at('package.json'), 'utf8')).engines.node.replace(/[^\d.]/g, '')
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [leastMajor, leastMinor] = least.split('.').map(Number)
  if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
    throw new NotPrepared(words.node(least, process.versions.node))
  }
}

function run(command, args, failed) {
  const started = Date.now()
  const shell = process.platform === 'win32' && command === 'npm'
  // Everything to standard error: standard output belongs to the answer of the command.
  const done = spawnSync(command, args, { cwd: project, stdio: ['ignore', 2, 2], shell })
  if (done.status !== 0) throw new NotPrepared(failed)
  tell(words.done(Math.round((Date.now() - started) / 1000)))
}

/** npm's own record names every package that it put there; a platform's optional ones are there or not. */
function recordFits() {
  const record = at('node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const have = JSON.parse(readFileSync(record, 'utf8')).packages
  const want = Object.entries(JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages)
  return want.every(
    ([name, { version, optional }]) => name === '' || optional || have[name]?.version === version,
  )
}

export function install() {
  // A link is somebody's own arrangement: npm would empty the folder behind it.
  if (lstatSync(at('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return
  if (recordFits()) return
  tell(words.install)
  const npm = process.env.npm_execpath
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev']
  if (npm?.endsWith('.js')) run(process.execPath, [npm, ...args], words.installFailed)
  else run('npm', args, words.installFailed)
}

function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const name = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(name)
    else if (!/\.test\.tsx?$/.test(entry.name)) yield name
  }
}

/** What a bundle is made of, by content: a checkout that only touches times builds nothing. */
export function sourceDigest(part) {
  const hash = createHash('sha256')
  const web = at('src', 'web') + path.sep
  const single = ['package-lock.json', 'vite.config.ts', 'scripts/build.mjs'].map((name) => at(name))
  for (const file of [...filesIn(at('src')), ...single.filter((name) => existsSync(name))]) {
    if (part === 'node' ? file.startsWith(web) : /[/\\]src[/\\](server|cli)[/\\]/.test(file)) continue
    hash.update(path.relative(project, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** The stamp of what `dist/node` and `dist/web` were built from. */
export function stampOf(folder) {
  return path.join(folder, '.built')
}

function isBuilt(part) {
  const stamp = stampOf(at('dist', part))
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceDigest(part)
}

function build(parts) {
  if (parts.every(isBuilt)) return
  waitForTurn()
  try {
    const stale = parts.filter((part) => !isBuilt(part))
    if (stale.length === 0) return
    tell(words.build)
    run(process.execPath, [at('scripts', 'build.mjs'), ...stale], words.buildFailed)
  } finally {
    rmSync(buildTurn, { recursive: true, force: true })
  }
}

const buildTurn = at('dist.turn')
const TURN_MS = 180_000

/** Two programs that start at the same moment build once. A turn that a killed program left is over after three minutes. */
function waitForTurn() {
  for (;;) {
    try {
      mkdirSync(buildTurn)
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const since = statSync(buildTurn, { throwIfNoEntry: false })?.mtimeMs
    if (since !== undefined && Date.now() - since > TURN_MS)
      rmSync(buildTurn, { recursive: true, force: true })
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
  }
}

/** The command line and the server. */
export function buildNode() {
  build(['node'])
}

/** And the web application, which takes longer and which only the server needs. */
export function buildAll() {
  build(['node', 'web'])
}

/** Runs the steps; a step that fails has said why, and the program ends with status 1. */
export function prepare(...steps) {
  try {
    for (const step of [checkNode, ...steps]) step()
  } catch (error) {
    tell(error instanceof NotPrepared ? error.message : String(error?.stack ?? error))
    process.exit(1)
  }
}

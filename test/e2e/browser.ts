import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { createWriteStream, symlinkSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { chromium, type Browser } from 'playwright-core'
import { extract } from 'tar-stream'

type Found = {
  readonly from: 'CHROME_PATH' | 'installed' | 'package'
  readonly executablePath: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

const programs = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
  (name) => process.env[name] ?? [],
)
const installed: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
    (name) => `/usr/bin/${name}`,
  ),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: programs.flatMap((folder) => [
    path.join(folder, 'Google/Chrome/Application/chrome.exe'),
    path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
  ]),
}

/** CHROME_PATH, then an installed browser, then the one inside the npm package (BROWSER_FROM=package takes that one anyway). */
export async function findBrowser(): Promise<Found> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const own = process.env['CHROME_PATH']
  if (own !== undefined) {
    if (!existsSync(own)) throw new Error(`CHROME_PATH points to nothing: ${own}`)
    return { from: 'CHROME_PATH', executablePath: own, args: root, env: {} }
  }
  const found = (installed[process.platform] ?? []).find((file) => existsSync(file))
  if (found !== undefined && process.env['BROWSER_FROM'] !== 'package')
    return { from: 'installed', executablePath: found, args: root, env: {} }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('no browser: install Chrome, Edge or Chromium, or set CHROME_PATH')
  return unpack()
}

/**
 * Unpacks the package's browser once into the cache, named by its version. Its own launcher is not used: that one returns any
 * chromium in the temporary folder and switches off web security.
 */
async function unpack(): Promise<Found> {
  const require = createRequire(import.meta.url)
  const bundle = path.join(path.dirname(require.resolve('@sparticuz/chromium')), '../..')
  const { version } = JSON.parse(readFileSync(path.join(bundle, 'package.json'), 'utf8')) as {
    version: string
  }
  const cache = process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir() || os.tmpdir(), '.cache')
  const home = path.join(cache, `tonnage-chromium-${version}`)
  const executablePath = path.join(home, 'chromium')
  if (!existsSync(executablePath)) {
    const draft = `${home}.${String(process.pid)}`
    mkdirSync(draft, { recursive: true })
    const packed = (name: string) => brotliDecompressSync(readFileSync(path.join(bundle, 'bin', name)))
    await untar(packed('al2023.tar.br'), path.join(draft, 'al2023'))
    await untar(packed('swiftshader.tar.br'), draft)
    await untar(packed('fonts.tar.br'), draft)
    writeFileSync(path.join(draft, 'chromium'), packed('chromium.br'))
    chmodSync(path.join(draft, 'chromium'), 0o755)
    // Without this the browser dies at its first page on a machine that has no fonts.
    writeFileSync(
      path.join(draft, 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${home}/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>`,
    )
    try {
      renameSync(draft, home)
    } catch {
      rmSync(draft, { recursive: true }) // somebody else was faster
    }
  }
  return {
    from: 'package',
    executablePath,
    args: [
      '--no-sandbox',
      '--headless=shell',
      '--font-render-hinting=none',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
    env: { LD_LIBRARY_PATH: path.join(home, 'al2023/lib'), FONTCONFIG_FILE: path.join(home, 'fonts.conf') },
  }
}

async function untar(archive: Buffer, to: string): Promise<void> {
  const entries = extract()
  const done = pipeline(Readable.from([archive]), entries)
  for await (const entry of entries) {
    const target = path.join(to, entry.header.name)
    if (entry.header.type === 'directory') mkdirSync(target, { recursive: true })
    else mkdirSync(path.dirname(target), { recursive: true })
    if (entry.header.type === 'symlink') symlinkSync(entry.header.linkname ?? '', target)
    if (entry.header.type === 'file') await pipeline(entry, createWriteStream(target, { mode: 0o755 }))
    else entry.resume()
  }
  await done
}

export async function openBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser()
  return chromium.launch({
    executablePath,
    args: [...args],
    env: { ...process.env, ...env } as Record<string, string>,
  })
}

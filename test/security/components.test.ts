import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Lock = {
  readonly packages: Readonly<
    Record<string, { readonly license?: string; readonly integrity?: string; readonly dev?: boolean }>
  >
}
type Manifest = Readonly<Record<'dependencies' | 'devDependencies' | 'optionalDependencies', object>>

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')) as T
}

/** What may be given on with the product. `(MIT OR GPL-3.0-or-later)` is taken as MIT. */
const taken = new Set([
  'MIT',
  'MIT/X11',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'OFL-1.1',
  // Of Vite's style compiler, used as it comes and only while building.
  'MPL-2.0',
  '(MIT AND Zlib)',
  '(MIT OR GPL-3.0-or-later)',
])
/** States no licence anywhere. It comes with what exceljs reads archives with, which we do not use: to be replaced with it. */
const unsaid = new Set(['node_modules/buffers'])
/** Say their licence in a file of theirs only. */
const inFile: Readonly<Record<string, string>> = { 'node_modules/png-js': 'MIT License' }

describe('what others wrote', () => {
  const packages = Object.entries(read<Lock>('package-lock.json').packages).filter(([place]) => place !== '')

  it('is pinned: one version each, and the digest of its archive', () => {
    const { dependencies, devDependencies, optionalDependencies } = read<Manifest>('package.json')
    const versions = [dependencies, devDependencies, optionalDependencies].flatMap(Object.values) as string[]
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([])
  })

  it('has a licence that may be given on with the product', () => {
    const product = packages.filter(([, { dev }]) => dev !== true)
    expect(product.length).toBeGreaterThan(100)
    for (const [place, licence] of Object.entries(inFile))
      expect(readFileSync(new URL(`../../${place}/LICENSE`, import.meta.url), 'utf8')).toContain(licence)
    const known = (place: string) => unsaid.has(place) || place in inFile
    expect(product.filter(([place, { license }]) => !known(place) && !taken.has(license ?? ''))).toEqual([])
  })
})

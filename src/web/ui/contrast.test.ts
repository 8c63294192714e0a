import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { palettes } from './palette.ts'

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8')

function tokensOf(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('\n}', start))
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

const themes = { light: tokensOf(':root'), dark: tokensOf("[data-theme='dark']") } as const

/** Relative luminance of WCAG 2: sRGB made linear, weighted. */
function luminance(hex: string): number {
  const linear = (at: number) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.040_45 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5)
}

/** (L1 + 0.05) / (L2 + 0.05), the lighter above. */
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

/** What is written on what. Tertiary words never stand on the frame or the paper. */
const texts: readonly (readonly [ink: string, grounds: readonly string[]])[] = [
  ['ink', ['surface', 'soft', 'hover', 'paper', 'frame', 'action-pale', 'unsure-pale', 'loss-pale']],
  ['secondary', ['surface', 'soft', 'hover', 'paper', 'frame', 'action-pale', 'unsure-pale']],
  ['tertiary', ['surface', 'soft', 'hover']],
  ['action', ['surface', 'soft', 'hover', 'paper', 'action-pale']],
  ['loss-text', ['surface', 'soft', 'hover', 'loss-pale']],
  ['unsure', ['surface', 'soft', 'hover', 'unsure-pale']],
  ['surface', ['action', 'action-hover', 'ink', 'loss', 'disloyal']],
  ['bar-ink', ['bar-ground']],
  ['bar-action', ['bar-ground']],
]
/** Marks beside words: 3 to 1. */
const marks = [
  'action',
  'loss',
  'key',
  'candidate',
  'ordinary',
  'disloyal',
  'value-5',
  'value-4',
  'value-3',
  'held',
]

describe.each(['light', 'dark'] as const)('%s', (name) => {
  const tokens = themes[name]
  const colour = (token: string) => tokens.get(token) ?? expect.fail(`no colour --${token}`)
  it.each(texts)('words in %s can be read', (ink, grounds) => {
    for (const ground of grounds) {
      const ratio = contrast(colour(ink), colour(ground))
      expect.soft(ratio, `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  })
  it('figures can be read outdoors', () => {
    for (const ground of ['surface', 'hover', 'soft'])
      expect.soft(contrast(colour('ink'), colour(ground)), ground).toBeGreaterThanOrEqual(7)
  })
  it('marks stand out', () => {
    for (const mark of marks)
      expect.soft(contrast(colour(mark), colour('surface')), mark).toBeGreaterThanOrEqual(3)
  })
  it('the kit has the colours of the page', () => {
    for (const [token, value] of Object.entries(palettes[name])) expect.soft(value, token).toBe(colour(token))
  })
})

it('no colour of the light page is missing in the dark', () => {
  expect([...themes.dark.keys()].toSorted()).toEqual([...themes.light.keys()].toSorted())
})

it('black on white is 21 to 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
})

import type { ImportKind } from '../../../contract/intake.ts'
import { fieldNamed } from './fields.ts'
import type { Header } from './header.ts'
import { isLeftAside, lexiconOf, withVat } from './words.ts'

export type NameMatch = { readonly field: string; readonly weight: number }

const PREFIX = /^(?:销售|本期|本月|当月|实际|实|累计|净|总|主|公司|我司|酒水|the|our|total|actual|sum)/
const SUFFIX = /(?:合计|汇总|数据|信息|明细)$/

/** The fields that a header may name, best first: a field's own name, the whole name, then the name without a common prefix, then its ending. */
export function matchName(kind: ImportKind, header: Header): NameMatch[] {
  const lexicon = lexiconOf(kind)
  const found = new Map<string, number>()
  const add = (field: string, weight: number) => {
    const named = header.vat === 'with' && kind === 'movements' ? withVat(field, header.name) : field
    if (weight > (found.get(named) ?? 0)) found.set(named, weight)
  }
  const { name } = header
  if (name === '') return []
  const own = fieldNamed(kind, header.text.toLowerCase())
  if (own !== undefined) return [{ field: own, weight: 1 }]
  for (const { field, weight } of lexicon.get(name) ?? []) add(field, weight)
  for (const { field, weight } of lexicon.get(header.squashed) ?? []) add(field, weight - 0.01)
  if (header.vat === 'with' && kind === 'movements') {
    const field = withVat('', name)
    if (field !== '') add(field, 0.97)
  }
  const code = name.replace(/(?:代码|编号|代号)$/, '编码')
  if (found.size === 0 && code !== name)
    for (const { field, weight } of lexicon.get(code) ?? []) add(field, weight - 0.01)
  if (found.size === 0 && !isLeftAside(name)) {
    const shorter = name.replace(PREFIX, '').replace(SUFFIX, '')
    if (shorter !== name)
      for (const { field, weight } of lexicon.get(shorter) ?? []) add(field, weight - 0.12)
  }
  if (found.size === 0 && !isLeftAside(name))
    for (const [field, weight] of byEnding(name, lexicon)) add(field, weight)
  return [...found].map(([field, weight]) => ({ field, weight })).toSorted((a, b) => b.weight - a.weight)
}

function byEnding(name: string, lexicon: ReturnType<typeof lexiconOf>): [string, number][] {
  const wide = /[\u3400-\u9fff]/.test(name)
  const least = wide ? 2 : 4
  for (let from = 1; from <= name.length - least; from++) {
    const entries = lexicon.get(name.slice(from))
    if (entries) return entries.map(({ field }) => [field, 0.5 + 0.25 * ((name.length - from) / name.length)])
  }
  for (let to = name.length - 1; to >= Math.max(least, name.length / 2); to--) {
    const entries = lexicon.get(name.slice(0, to))
    if (entries) return entries.map(({ field }) => [field, 0.4 + 0.2 * (to / name.length)])
  }
  return []
}

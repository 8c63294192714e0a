import { codeKey } from '../../domain/chain/code.ts'
import type { Tier } from '../../domain/chain/line.ts'
import { saidFrom } from './spelling.ts'

export type Findable = {
  readonly code: string
  readonly name: string
  readonly pinyin: string
  readonly initials: string
  readonly byPhone?: boolean
  readonly tier?: Tier
}
export type By = 'code' | 'phone' | 'name' | 'initials' | 'pinyin'

/** How well something fits what was typed (0 best), and by what; null: it does not. */
export function fit(text: string, of: Findable): { readonly order: number; readonly by: By } | null {
  const wanted = codeKey(text)
  const words = wanted.split(' ').filter((word) => word !== '')
  const letters = text.toLowerCase().replaceAll(/\s/g, '')
  if (words.length === 0) return null
  const name = codeKey(of.name)
  const code = codeKey(of.code)
  const holds = (where: string) => words.every((word) => where.includes(word))
  const said = saidFrom(of.pinyin, letters)
  const first = of.initials.indexOf(letters)
  if (code === wanted) return { order: 0, by: 'code' }
  if (of.byPhone) return { order: 1, by: 'phone' }
  if (name.startsWith(wanted)) return { order: 2, by: 'name' }
  if (of.initials === letters) return { order: 2, by: 'initials' }
  if (said === 0) return { order: 3, by: 'pinyin' }
  if (first === 0) return { order: 3, by: 'initials' }
  if (holds(name)) return { order: 4, by: 'name' }
  if (code.startsWith(wanted)) return { order: 4, by: 'code' }
  if (said > 0) return { order: 5, by: 'pinyin' }
  if (first > 0 && letters.length > 1) return { order: 5, by: 'initials' }
  if (holds(code)) return { order: 6, by: 'code' }
  return holds(`${name} ${code}`) ? { order: 7, by: 'name' } : null
}

const tiers: readonly Tier[] = ['wholesaler', 'sub_distributor', 'outlet']

/** What fits, best first: how well, then who buys from us directly, then the shorter name. */
export function best<T extends Findable>(
  text: string,
  all: readonly T[],
  most: number,
): readonly (T & { by: By })[] {
  return all
    .flatMap((one) => {
      const found = fit(text, one)
      return found ? [{ one, ...found }] : []
    })
    .toSorted(
      (a, b) =>
        a.order - b.order ||
        tiers.indexOf(a.one.tier ?? 'wholesaler') - tiers.indexOf(b.one.tier ?? 'wholesaler') ||
        a.one.name.length - b.one.name.length ||
        (a.one.code < b.one.code ? -1 : 1),
    )
    .slice(0, most)
    .map(({ one, by }) => ({ ...one, by }))
}

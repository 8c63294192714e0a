import { holds, holdsAll, markets, type Persona, type Right } from './oracle.ts'

/** Fields that tell a cost, or what follows from one, wherever they stand in an answer: empty for whoever may not see costs. */
const costs = new Set(
  (
    'contribution contributionPerTonne costCoverage costUnknown losing curve score scoreSteps priceSteps priceUnknown ' +
    'peersPerTonne profit part.profit u.profit cost excise spend spent perWon costs'
  ).split(' '),
)
/** What a wholesaler cares about is called as a column is, and is no figure. */
const words = new Set(['concern', 'asked-first'])
/** Heads of columns of files, in both languages. */
const columns = new Set(
  'cost excise case_cost contribution cost_coverage profit Score Contribution Profit 综合 贡献 利润'.split(
    ' ',
  ),
)
/** Fields that are true only for whoever holds a right in the whole company. */
const whole: Readonly<Record<string, Readonly<Record<string, Right>>>> = {
  'GET /api/masters/markets': { may: 'market.change' },
  'GET /api/masters/products': { may: 'product.change' },
  'GET /api/masters/products/{id}': { may: 'product.change' },
  'GET /api/audit': { whole: 'audit.read', from: 'audit.read' },
}
/** What is planted as every telephone, and whoever asked for one whole. */
export const PHONE = '13912342086'
function tellsPhone(persona: Persona, route: string, needs: Right): boolean {
  if (/^POST \/api\/(accounts|prospects)\/.*\/phone$/.test(route)) return true
  return route === 'GET /api/export/{kind}' && alsoHolds(persona, needs, 'account.note')
}

/** Another right than the route's counts where it holds in every market that the answer may speak of. */
function alsoHolds(persona: Persona, needs: Right, other: Right): boolean {
  if (holdsAll(persona, needs)) return holdsAll(persona, other)
  return markets.every((one) => !holds(persona, needs, one) || holds(persona, other, one))
}

/** Ends of a scale over so few accounts that they would tell what one of them has, wherever it is. */
function tellsFew(inputs: readonly unknown[]): string[] {
  const named = new Map(
    inputs.map((one) => [
      (one as { name?: string } | null)?.name,
      (one as { value?: unknown } | null)?.value,
    ]),
  )
  return [...named].flatMap(([name = '', count]) => {
    const measure = /^(\w+)\.accounts$/.exec(name)?.[1]
    if (measure === undefined || Number(count) >= 5) return []
    return ['low', 'high']
      .map((end) => `${measure}.${end}`)
      .filter((end) => (named.get(end) ?? null) !== null)
  })
}

/** Fields of an answer that its reader must find empty and does not. */
export function seenBlind(persona: Persona, route: string, needs: Right, text: string): string[] {
  const found = new Set<string>()
  const hidden = !alsoHolds(persona, needs, 'contribution.read')
  const body = text.slice(text.indexOf('\n\n') + 2)
  if (!tellsPhone(persona, route, needs) && body.replaceAll(/[^\d,"]/g, '').includes(PHONE))
    found.add('a telephone')
  // What the company has decided to weigh is no figure of anybody.
  const isPolicy = (key: string) =>
    key === 'weights' || (route.includes('/api/policy') && key === 'costCoverage')
  const look = (value: unknown, name: string) => {
    if (value === null || value === undefined || value === false) return
    if (Array.isArray(value)) {
      for (const one of holdsAll(persona, needs) ? [] : tellsFew(value)) found.add(one)
      for (const one of value) look(one, name)
      return
    }
    if (typeof value !== 'object') {
      const right = whole[route]?.[name]
      if (right && !holdsAll(persona, right)) found.add(name)
      if (hidden && (costs.has(name) || (!words.has(name) && columns.has(String(value).split(' ')[0] ?? ''))))
        found.add(`${name}: ${String(value)}`)
      if (name === 'undoable' && !alsoHolds(persona, needs, 'import.undo')) found.add(name)
      if (hidden && name === 'code' && String(value).startsWith('contribution.')) found.add(String(value))
      return
    }
    const { name: called, value: figure } = value as { name?: unknown; value?: unknown }
    if (hidden && costs.has(String(called)) && figure !== undefined && figure !== null)
      found.add(String(called))
    if (hidden && costs.has(name) && name !== 'score') found.add(name)
    for (const [key, one] of Object.entries(value)) if (!isPolicy(key)) look(one, key)
  }
  try {
    look(JSON.parse(body), '')
  } catch {
    for (const cell of body.split('\n', 1)[0]?.split(',') ?? []) look(cell.trim(), 'head')
  }
  return [...found]
}

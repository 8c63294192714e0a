import type { Why } from '../../contract/assess.ts'
import { measuresOf } from '../../domain/assess/measures.ts'
import type { Measure, Scale } from '../../domain/assess/verdict.ts'
import { fromMinor } from '../../domain/money.ts'
import { litresOf } from '../../domain/volume.ts'
import type { Explain, WhyFacts } from './why-facts.ts'

const bends: Readonly<Record<Scale['kind'], (name: string) => string>> = {
  log: (name) => `ln ${name}`,
  log1p: (name) => `ln(1 + ${name})`,
  asinh: (name) => `asinh(${name} ÷ unit)`,
  linear: (name) => name,
}

const back: Readonly<Record<Scale['kind'], (value: number, unit: number) => number>> = {
  log: (value) => Math.exp(value),
  log1p: (value) => Math.expm1(value),
  asinh: (value, unit) => Math.sinh(value) * unit,
  linear: (value) => value,
}

const measuresOfPart = {
  volume: ['volume'],
  profit: ['profit'],
  strength: ['funds', 'network', 'team'],
  potential: ['growth', 'whiteSpace'],
} as const satisfies Record<string, readonly Measure[]>

/** How each of the four parts came about: the measure, the two ends of its frozen scale, where it stands between them. */
export function partWhys(facts: WhyFacts, explain: Explain): Record<string, Why> {
  const shown = (['volume', 'profit', 'strength', 'potential'] as const).filter(
    (part) => part !== 'profit' || facts.contribution,
  )
  return Object.fromEntries(shown.map((part) => [`part.${part}`, partWhy(part, facts, explain)]))
}

function partWhy(part: keyof typeof measuresOfPart, facts: WhyFacts, explain: Explain): Why {
  const { figures, market, policy, verdict } = facts
  const raw = measuresOf(figures, market.knownSpend, policy, market.asOf)
  const scales = facts.reference.tiers[figures.tier]
  const names: readonly Measure[] = measuresOfPart[part]
  const inputs = names.flatMap((measure) => {
    const scale = scales[measure]
    const ends = scale === null ? [] : endsOf(measure, scale, facts)
    return [
      {
        name: measure,
        value: shownValue(measure, raw[measure], facts),
        unit: unitOf(measure, facts.currency),
      },
      ...ends,
      ...(names.length > 1 ? [{ name: `u.${measure}`, value: verdict.measures[measure], unit: '' }] : []),
    ]
  })
  const [only] = names
  const scale = only === undefined ? null : scales[only]
  const formula =
    names.length === 1 && only !== undefined && scale !== null
      ? `100 × (${bends[scale.kind](only)} − ${bends[scale.kind]('low')}) ÷ (${bends[scale.kind]('high')} − ${bends[scale.kind]('low')}); 0…100`
      : `100 × mean(${names.map((name) => `u.${name}`).join(', ')}); u = (f(x) − f(low)) ÷ (f(high) − f(low)), 0…1`
  return explain(formula, inputs, 'frozen')
}

/** The ends of a scale over fewer accounts than these would tell what a single one of them has, wherever in the company it is. */
const FEWEST_TO_TELL = 5

function endsOf(measure: Measure, scale: Scale, facts: WhyFacts): Why['inputs'] {
  const told = facts.whole || scale.accounts >= FEWEST_TO_TELL
  const unit = unitOf(measure, facts.currency)
  const end = (value: number) =>
    told ? shownValue(measure, back[scale.kind](value, scale.unit), facts) : null
  return [
    { name: `${measure}.low`, value: end(scale.low), unit },
    { name: `${measure}.high`, value: end(scale.high), unit },
    ...(scale.kind === 'asinh'
      ? [{ name: `${measure}.unit`, value: told ? shownValue(measure, scale.unit, facts) : null, unit }]
      : []),
    { name: `${measure}.accounts`, value: scale.accounts, unit: '' },
  ]
}

function shownValue(measure: Measure, value: number | null, facts: WhyFacts): number | null {
  if (value === null || !Number.isFinite(value)) return null
  if (measure === 'volume') return litresOf(value)
  return measure === 'profit' || measure === 'funds' ? fromMinor(value, facts.market.minorDigits) : value
}

function unitOf(measure: Measure, currency: string): string {
  if (measure === 'volume') return 'L'
  return measure === 'profit' || measure === 'funds' ? currency : ''
}

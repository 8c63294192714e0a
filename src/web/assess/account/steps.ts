import type { AccountProfile } from '../../../contract/assess.ts'

/** A total that says what the total before it said (nothing is known between them) is left out. */
export function withoutEcho(steps: AccountProfile['priceSteps']): AccountProfile['priceSteps'] {
  return (
    steps?.filter(
      (step, i) =>
        step.kind !== 'total' || steps[i - 1]?.kind !== 'total' || steps[i - 1]?.value !== step.value,
    ) ?? null
  )
}

/** Cost to serve, gathered into one step. */
const service: ReadonlySet<string> = new Set(['visits', 'orders', 'drops', 'promoter'])

/**
 * The waterfall as it is drawn: no total twice, the invoice price only where it is the first thing known, and the small costs
 * of serving as one step. The "why" beside it has them one by one. The sum stays exact.
 */
export function priceSteps(steps: AccountProfile['priceSteps']): AccountProfile['priceSteps'] {
  const plain = withoutEcho(steps)
  if (!plain) return null
  const served = plain.filter((step) => service.has(step.name))
  const value = served.reduce((sum, step) => sum + step.value, 0)
  return plain.flatMap((step, i) => {
    if (step.name === 'revenue' && i > 0) return []
    if (!service.has(step.name) || served.length < 2) return [step]
    return step === served[0] ? [{ name: 'service', kind: step.kind, value }] : []
  })
}

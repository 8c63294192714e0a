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

import { useLanguage } from '../../ui/language.tsx'
import { percent } from '../../ui/figures.ts'

type Of = { readonly heldMinor: number; readonly draft: { readonly budgetMinor: number | null } }

/** The share of the budget that claims have taken, 0..1. */
export function usedShare({ heldMinor, draft }: Of): number {
  return draft.budgetMinor === null || draft.budgetMinor === 0 ? 0 : heldMinor / draft.budgetMinor
}

/** How much of a policy's budget is gone: ink, and the colour of a loss where little is left. */
export function BudgetBar({ of }: { readonly of: Of }) {
  const { t, locale } = useLanguage()
  const share = usedShare(of)
  return (
    <span
      className="budget-bar"
      role="img"
      aria-label={t('trade.budget-bar', { share: `${percent(locale, share, 0)}%` })}
      data-short={share >= 0.9 || undefined}
    >
      <i style={{ width: `${Math.min(100, share * 100)}%` }} />
    </span>
  )
}

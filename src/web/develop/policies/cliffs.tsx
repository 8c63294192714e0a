import type { TermsDraft } from '../../../domain/develop/trade-policy-draft.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useMinorMoney } from '../../ui/minor-money.ts'

/**
 * Where all of it goes by the tier that was reached, the last case before a tier loses what the tier would have added to all of them:
 * an amount that people will borrow and dump for. It is said before somebody signs it.
 */
export function Cliffs({ terms }: { readonly terms: TermsDraft }) {
  const { t } = useLanguage()
  const money = useMinorMoney()
  if (terms.kind !== 'tiers' || terms.mode !== 'all') return null
  const { measure, tiers } = terms
  const by = measure === 'amount' ? 0.01 : 1
  const cliffs = tiers.flatMap(({ from, rate }, at) => {
    const jump = from * (rate - (tiers[at - 1]?.rate ?? 0)) * by
    return from > 0 && jump > 0 ? [{ from, jump: Math.round(jump) }] : []
  })
  return cliffs.map(({ from, jump }) => (
    <p key={from} className="trade-cliff">
      {t('trade.cliff', {
        from: measure === 'amount' ? money.said(from) : t(`trade.of-${measure}`, { n: from }),
        jump: money.said(jump),
      })}
    </p>
  ))
}

import { useQuery } from '@tanstack/react-query'
import { agreementsApi } from '../../agreements-api.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { useRight, useSession } from '../../ui/session.ts'
import { usePhone } from '../../ui/viewport.ts'

/**
 * What one may give by oneself, in words; null where one makes no agreements, where it is not known (there is no signal) and where one
 * sees the app as somebody else.
 */
export function useOwnLimits(): string | null {
  const { t } = useLanguage()
  const money = useMinorMoney()
  const enabled = useRight('agreement.change')
  const { seenBy } = useSession()
  const { data } = useQuery({ queryKey: ['deal-limits'], queryFn: () => agreementsApi.limits(), enabled })
  if (!data || seenBy !== null) return null
  if (data.own.length === 0) return t('desk.limit-none')
  return data.own
    .map(({ place, perCaseMinor, totalMinor }) =>
      t('desk.limit', {
        perCase: money.said(perCaseMinor),
        total: money.said(totalMinor),
        ...(data.own.length > 1 ? { place } : {}),
      } as never),
    )
    .join(' ')
}

/** The same at the desk. On a phone, which is told across the counter, it stands behind a tap. */
export function OwnLimits() {
  const { t } = useLanguage()
  const phone = usePhone()
  const words = useOwnLimits()
  if (words === null) return null
  if (!phone) return <p className="quiet deal-limits">{words}</p>
  return (
    <details className="deal-limits">
      <summary>{t('desk.limit-title')}</summary>
      <p className="quiet">{words}</p>
    </details>
  )
}

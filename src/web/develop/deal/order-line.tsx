import { memo } from 'react'
import { useLanguage } from '../../ui/language.tsx'
import { wholeYuan } from './figures.ts'
import type { Sums } from './sums.ts'

/** The first order in one line of the slip; with open shares it is what is said, and says so. */
export const OrderLine = memo(function OrderLine({
  sums,
  money,
  cases,
  days,
}: {
  readonly sums: Sums
  readonly money: string
  readonly cases: number | null
  readonly days: number | null
}) {
  const { t } = useLanguage()
  const order = sums.kept.firstOrder
  if (order === null || cases === null) return null
  const sold = days === null ? '' : t('desk.sold-in', { days })
  return (
    <dl className="slip-order">
      <div>
        <dt>{t('desk.order')}</dt>
        <dd>{t('desk.cases', { cases })}</dd>
      </div>
      <div>
        <dt>{t(sums.open.length > 0 ? 'desk.order-said' : 'desk.order-kept', { sold })}</dt>
        <dd>{t('desk.money', { sum: wholeYuan(order.profit), money })}</dd>
      </div>
    </dl>
  )
})

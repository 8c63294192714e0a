import type { Locale, Translate } from '../../../language/index.ts'
import type { Desk } from './desk.ts'
import { shareSaid, wholeYuan, yuan, yuanRange } from './figures.ts'
import type { Told } from './sums.ts'

/** The slip in plain lines. What only the manufacturer knows is not in it. */
export function slipText(
  desk: Desk,
  { sums }: Told,
  { t, locale, money }: { readonly t: Translate; readonly locale: Locale; readonly money: string },
): string {
  if (sums === null) return ''
  const parts = sums.said.perCase.components.map(
    ({ name, amount }) => `${t(`deal.component.${name}`)} ${yuan(amount)}`,
  )
  const order = sums.kept.firstOrder
  return [
    t('desk.a-case-in', { money }),
    ...parts,
    `${t('desk.each')} ${yuan(sums.said.perCase.total)}`,
    `${t('desk.kept')} ${yuanRange(sums)}`,
    ...(desk.returnRate === null ? [] : [`${t('desk.returned')} ${shareSaid(locale, desk.returnRate)}`]),
    ...(desk.kept === null ? [] : [`${t('desk.staying')} ${shareSaid(locale, desk.kept)}`]),
    ...(order === null
      ? []
      : [
          `${t('desk.order')} ${t('desk.cases', { cases: order.cases })}: ${t('desk.money', { sum: wholeYuan(order.profit), money })}`,
        ]),
  ].join('\n')
}

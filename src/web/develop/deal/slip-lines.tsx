import { figure, percent } from '../../../language/message.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { DeskProps } from './desk.ts'
import { yuan } from './figures.ts'
import { SlipLine } from './slip-line.tsx'
import type { Sums } from './sums.ts'

const DEAREST = 1_000_000
const fen = (value: number) => Math.round(value * 100) / 100

/** The parts of a case in the order of the trade; what is counted elsewhere (tiers, free goods) is told here. */
export function SlipLines({
  desk,
  set,
  sums,
}: DeskProps & {
  readonly sums: Sums | null
}) {
  const { t, locale } = useLanguage()
  const { spread, priceIn, n, fullValue, depositValue, capPrize, rebate, rebateBy, delivery } = desk
  const part = (name: string) => sums?.said.perCase.components.find((one) => one.name === name)
  const beer = n === null || fullValue === null ? null : fen(fullValue / n - (depositValue ?? 0))
  const goods = part('freeGoods')
  const tiersHint =
    desk.cases === null || desk.cases === 0 ? t('desk.tiers-open') : t('desk.tiers-at', { cases: desk.cases })
  return (
    <>
      <SlipLine
        name={t('deal.component.spread')}
        note={
          priceIn === null || spread === null
            ? t('desk.spread-note')
            : t('desk.in-out', { in: figure(locale, priceIn), out: figure(locale, fen(priceIn + spread)) })
        }
        value={spread}
        least={-DEAREST}
        onValue={(value) => set({ spread: value })}
      />
      <SlipLine
        name={t('deal.component.emptyExchange')}
        note={n === null ? t('desk.exchange-none') : t('desk.exchange-note', { n })}
        value={beer}
        least={-DEAREST}
        onValue={(value) =>
          set(
            value === null
              ? { fullValue: null }
              : { n: n ?? 4, fullValue: Math.max(0, fen((value + (depositValue ?? 0)) * (n ?? 4))) },
          )
        }
      />
      <SlipLine
        name={t('deal.component.capPrize')}
        note={t('desk.caps-note')}
        value={capPrize}
        onValue={(value) => set({ capPrize: value })}
      />
      {rebateBy === 'tiers' ? (
        <SlipLine
          name={t('deal.component.rebate')}
          note={tiersHint}
          value={null}
          told={yuan(part('rebate')?.amount ?? null)}
        />
      ) : (
        <SlipLine
          name={t('deal.component.rebate')}
          note={t('desk.rebate-note')}
          value={rebate}
          onValue={(value) => set({ rebate: value })}
        />
      )}
      {goods && desk.buy !== null && desk.get !== null && (
        <SlipLine
          name={t('deal.component.freeGoods')}
          note={t('desk.goods-note', {
            buy: desk.buy,
            get: desk.get,
            share: percent(locale, goods.discount ?? 0),
          })}
          value={null}
          told={yuan(goods.amount)}
        />
      )}
      <SlipLine
        name={t('deal.component.delivery')}
        note={t('desk.delivery-note')}
        value={delivery}
        onValue={(value) => set({ delivery: value })}
      />
    </>
  )
}

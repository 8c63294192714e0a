import { useCallback } from 'react'
import { figure, percent } from '../../../language/message.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { Desk, DeskProps } from './desk.ts'
import { yuan } from './figures.ts'
import { SlipLine } from './slip-line.tsx'
import type { Said } from './sums.ts'

const DEAREST = 1_000_000
type Value = number | null
const fen = (value: number) => Math.round(value * 100) / 100

/**
 * The parts of a case in the order of the trade; what is counted elsewhere (tiers, free goods) is told here. Each line is given what stays
 * the same while another is typed: a key draws its own line and the sum.
 */
export function SlipLines({
  desk,
  late,
  set,
  said,
}: DeskProps & {
  readonly late: Desk
  readonly said: Said | null
}) {
  const { t, locale } = useLanguage()
  const { spread, n, fullValue, depositValue, capPrize, rebate, rebateBy, delivery } = desk
  const part = (name: string) => said?.components.find((one) => one.name === name)
  const setSpread = useCallback((value: Value) => set({ spread: value }), [set])
  const setCaps = useCallback((value: Value) => set({ capPrize: value }), [set])
  const setRebate = useCallback((value: Value) => set({ rebate: value }), [set])
  const setDelivery = useCallback((value: Value) => set({ delivery: value }), [set])
  const beer = n === null || fullValue === null ? null : fen(fullValue / n - (depositValue ?? 0))
  const setBeer = useCallback(
    (value: Value) =>
      set(
        value === null
          ? { fullValue: null }
          : { n: n ?? 4, fullValue: Math.max(0, fen((value + (depositValue ?? 0)) * (n ?? 4))) },
      ),
    [set, n, depositValue],
  )
  const goods = part('freeGoods')
  const tiersHint =
    desk.cases === null || desk.cases === 0 ? t('desk.tiers-open') : t('desk.tiers-at', { cases: desk.cases })
  return (
    <>
      <SlipLine
        name={t('deal.component.spread')}
        note={
          late.priceIn === null || late.spread === null
            ? t('desk.spread-note')
            : t('desk.in-out', {
                in: figure(locale, late.priceIn),
                out: figure(locale, fen(late.priceIn + late.spread)),
              })
        }
        value={spread}
        least={-DEAREST}
        onValue={setSpread}
      />
      <SlipLine
        name={t('deal.component.emptyExchange')}
        note={n === null ? t('desk.exchange-none') : t('desk.exchange-note', { n })}
        value={beer}
        least={-DEAREST}
        onValue={setBeer}
      />
      <SlipLine
        name={t('deal.component.capPrize')}
        note={t('desk.caps-note')}
        value={capPrize}
        onValue={setCaps}
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
          onValue={setRebate}
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
        onValue={setDelivery}
      />
    </>
  )
}

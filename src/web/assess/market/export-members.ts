import type { MarketPage } from '../../../contract/market.ts'
import { inUnit } from '../figures.ts'
import { moneyWord, unitWord, type Reading } from '../reading.ts'
import { wholeOf } from './volume.ts'

/** Everyone on the curve as far as the page holds them, in its order, with exact figures. */
export function exportMembers(reading: Reading, page: MarketPage): (string | number | null)[][] {
  const { t, unit } = reading
  const word = moneyWord(reading)
  const whole = wholeOf(page.row)
  const members = page.curve ? [...page.curve.best, ...page.curve.worst] : []
  return [
    [
      t('export.code'),
      t(page.level === 'wholesaler' ? 'losers.member-first' : 'losers.member-sub'),
      t('losers.from', { names: '…' }),
      `${t('col.volume')} ${unitWord(reading)}`,
      `${t('keys.year')} ${word}`,
      `${t('col.contribution')} ${t('col.per-tonne', { money: word })}`,
    ],
    ...members.map((one) => [
      one.account,
      one.name,
      one.suppliers.join(' / '),
      inUnit(unit, one.litres, whole),
      one.contribution,
      one.perTonne,
    ]),
  ]
}

import type { CurveMember, MarketPage } from '../../../contract/market.ts'
import { api } from '../../api.ts'
import { inUnit } from '../../ui/figures.ts'
import { moneyWord, unitWord, type Reading } from '../../ui/reading.ts'
import { wholeOf } from './volume.ts'

/** Everyone on the curve, in its order, with exact figures. */
export function exportMembers(
  reading: Reading,
  page: MarketPage,
  members: readonly CurveMember[],
): (string | number | null)[][] {
  const { t, unit } = reading
  const word = moneyWord(reading)
  const whole = wholeOf(page.row)
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

const LOT = 2000

/** Those whom the page holds and, of a long curve, those between them from the server. */
export async function allMembers(page: MarketPage): Promise<readonly CurveMember[]> {
  const { curve, level, asOf, row } = page
  if (curve === null) return []
  const between: CurveMember[] = []
  const until = curve.members - curve.worst.length
  for (let from = curve.best.length; from < until; from += LOT) {
    const piece = await api.marketMembers(row.code, { asOf, level, from, count: Math.min(LOT, until - from) })
    between.push(...piece.rows)
  }
  return [...curve.best, ...between, ...curve.worst]
}

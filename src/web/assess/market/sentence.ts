import type { MarketPage, MarketRow, Markets } from '../../../contract/market.ts'
import { moneySaid } from '../../ui/money.ts'
import type { Reading } from '../../ui/reading.ts'

/** Below this the largest five do not decide a market. */
const LEADS = 0.6

function accountsIn(row: MarketRow, standing: 'big_disloyal' | 'at_risk'): number {
  return row.byStanding.find((one) => one.standing === standing)?.accounts ?? 0
}

/** One market in a sentence: who carries it, who is not safe, who costs how much. */
export function marketSentence({ t, ...reading }: Reading, { row, curve, level }: MarketPage): string {
  const { concentration } = row
  if (!concentration) return t('market.silent', { place: row.name })
  const { members, share } = concentration.lead
  const lead = { place: row.name, n: members, share }
  const disloyal = accountsIn(row, 'big_disloyal')
  const risk = accountsIn(row, 'at_risk')
  const loss =
    curve && curve.loss.members > 0
      ? { n: curve.loss.members, amount: moneySaid({ t, ...reading }, -curve.loss.amount) }
      : null
  return [
    share >= LEADS ? t('market.says-lead', lead) : t('market.says-spread', lead),
    disloyal > 0 ? t('market.says-disloyal', { n: disloyal }) : '',
    risk > 0 ? t('market.says-risk', { n: risk }) : '',
    row.sleepsBig > 0 ? t('market.says-sleeping', { n: row.sleepsBig }) : '',
    loss === null ? '' : t(level === 'wholesaler' ? 'market.says-loss-first' : 'market.says-loss-sub', loss),
    t('market.end'),
  ].join('')
}

/** The same for a row of the list, without its name and without links. */
export function rowSentence({ t }: Reading, row: MarketRow): string {
  const { concentration } = row
  if (!concentration) return t('markets.row-silent')
  const { members, share } = concentration.lead
  const lead = { n: members, share }
  const disloyal = accountsIn(row, 'big_disloyal')
  const risk = accountsIn(row, 'at_risk')
  return [
    share >= LEADS ? t('markets.row-lead', lead) : t('markets.row-spread', lead),
    ...(disloyal > 0 ? [t('markets.row-disloyal', { n: disloyal })] : []),
    ...(risk > 0 ? [t('markets.row-risk', { n: risk })] : []),
    ...(row.sleepsBig > 0 ? [t('markets.row-sleeping', { n: row.sleepsBig })] : []),
  ].join(t('markets.joint'))
}

const HALF = 0.5

/** All markets in a sentence: how few make half of the volume, and in how many accounts cost us. */
export function marketsSentence(reading: Reading, { node, markets }: Markets): string {
  const { t } = reading
  const total = markets.reduce((sum, row) => sum + row.litres, 0)
  if (markets.length === 0) return t('markets.none', { place: node.name })
  if (total <= 0) return t('markets.silent', { place: node.name })
  let carried = 0
  let k = 0
  for (const row of markets) {
    if (carried >= HALF * total) break
    carried += row.litres
    k += 1
  }
  const losing = markets.filter((row) => (row.losing?.members ?? 0) > 0)
  const lost = losing.reduce((sum, row) => sum + (row.losing?.amount ?? 0), 0)
  return (
    t('markets.says', { place: node.name, n: markets.length, k, share: carried / total }) +
    (losing.length > 0
      ? t('markets.says-loss', { n: losing.length, amount: moneySaid(reading, -lost) })
      : '') +
    t('market.end')
  )
}

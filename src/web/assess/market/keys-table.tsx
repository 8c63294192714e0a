import { Link, useNavigate } from '@tanstack/react-router'
import type { MarketPage } from '../../../contract/market.ts'
import { paths } from '../../paths.ts'
import { Section } from '../../ui/page.tsx'
import { usePlaceAndDay } from '../../ui/place.ts'
import { StandingGlyph } from '../../ui/standing.tsx'
import { usePhone } from '../../ui/viewport.ts'
import { columnDigits, fixed, growth, inUnit, percent, signed } from '../../ui/figures.ts'
import { Bars } from '../parts/bars.tsx'
import { Change, RankMove } from '../parts/change.tsx'
import { Gate } from '../parts/gate.tsx'
import { Sparkline } from '../parts/sparkline.tsx'
import { StandingWhy } from '../parts/standing-why.tsx'
import { moneyWord, unitWord, useReading } from '../../ui/reading.ts'
import { moneyScale } from './axis-money.ts'
import { keysIn } from './list-columns.ts'
import { NothingYet } from './nothing-yet.tsx'

const BARS = 140

/** The accounts that matter here, in the ranking's order and with its own parts; all of them are one step away. */
export function KeysTable({ page }: { readonly page: MarketPage }) {
  const reading = useReading()
  const { t, locale, unit, may } = reading
  const phone = usePhone()
  const place = usePlaceAndDay()
  const navigate = useNavigate()
  const sees = may('contribution.read')
  const { accounts, means, policy, row, k, enterRank, leaveRank } = page
  const keys = keysIn(row)
  const search = { node: row.code, ...(place.asOf ? { asOf: place.asOf } : {}) }
  const money = moneyScale(
    reading,
    accounts.map(({ contribution }) => contribution ?? 0),
  )
  const digits = columnDigits(
    accounts.map((a) => inUnit(unit, a.tonnageLitres, { litres: a.tonnageLitres, cases: a.cases })),
  )
  const compares = accounts.some(({ rankBefore }) => rankBefore !== null)
  const open = (id: string) => void navigate({ to: paths.account, params: { id }, search })
  if (accounts.length === 0)
    return <NothingYet title={t('keys.title')} words={t('keys.none')} bring={t('keys.none-do')} />
  return (
    <Section
      title={t('keys.title')}
      note={
        keys > k
          ? t('keys.beyond', { n: keys, k, enter: enterRank, leave: leaveRank })
          : t('keys.places', { n: keys, k })
      }
      aside={
        <Link className="link" to={paths.accounts} search={search}>
          {t('keys.all', { n: row.accounts })}
        </Link>
      }
    >
      <table className="plain-table keys-table">
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('col.rank')}
            </th>
            <th scope="col">{t('export.name')}</th>
            {phone ? null : <th scope="col">{t('col.standing')}</th>}
            {sees && !phone ? (
              <th scope="col" className="number">
                {t('col.score')}
              </th>
            ) : null}
            {phone ? null : <th scope="col">{t('col.bars')}</th>}
            <th scope="col" className="number">
              {t('col.volume')}
              <br />
              {unitWord(reading)}
            </th>
            {phone ? null : (
              <th scope="col" className="gives-way">
                {t('col.spark')}
              </th>
            )}
            <th scope="col" className="number">
              {t('col.change')}
            </th>
            <th scope="col" className="number">
              {t('col.share')}
              <br />
              {'%'}
            </th>
            {sees && !phone ? (
              <>
                <th scope="col" className="number gives-way">
                  {t('col.contribution')}
                  <br />
                  {t('col.per-tonne', { money: moneyWord(reading) })}
                </th>
                <th scope="col" className="number">
                  {t('keys.year')}
                  <br />
                  {money.word}
                </th>
              </>
            ) : null}
            {phone ? null : (
              <th scope="col" className="gives-way">
                {t('col.silence')}
                <br />
                {t('col.silence-sub')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => {
            const whole = { litres: account.tonnageLitres, cases: account.cases }
            const gained =
              account.lastYearLitres === null ? null : account.tonnageLitres - account.lastYearLitres
            return (
              <tr
                key={account.id}
                data-standing={account.standing}
                onClick={(event) => {
                  if (event.target instanceof Element && event.target.closest('a, button')) return
                  if (window.getSelection()?.isCollapsed === false) return
                  open(account.id)
                }}
              >
                <td className="number keys-rank">
                  <strong>{fixed(locale, account.rank, 0)}</strong>{' '}
                  {compares && !phone ? <RankMove rank={account.rank} before={account.rankBefore} /> : null}
                </td>
                <th scope="row">
                  <Link
                    className="member-name"
                    title={`${account.name} · ${account.account}`}
                    to={paths.account}
                    params={{ id: account.id }}
                    search={search}
                  >
                    {account.name}
                  </Link>
                  <span className="sub">
                    {phone ? <StandingGlyph of={account.standing} /> : account.account}
                    {phone ? ` ${t(`standing.${account.standing}`)}` : null}
                  </span>
                </th>
                {phone ? null : (
                  <td>
                    <StandingWhy account={account} />
                  </td>
                )}
                {sees && !phone ? (
                  <td className="number keys-score">{fixed(locale, account.score, 1)}</td>
                ) : null}
                {phone ? null : (
                  <td>
                    <Bars parts={account.parts} means={means} weights={policy.weights} width={BARS} />
                  </td>
                )}
                <td className="number keys-volume">
                  {fixed(locale, inUnit(unit, account.tonnageLitres, whole), digits)}
                </td>
                {phone ? null : (
                  <td className="gives-way">
                    <Sparkline months={account.months} width={92} height={28} />
                  </td>
                )}
                <td className="number">
                  <Change share={growth(account.tonnageLitres, account.lastYearLitres)} />
                  <span className="sub">{signed(locale, inUnit(unit, gained, whole), digits)}</span>
                </td>
                <td className="number">{percent(locale, account.marketShare)}</td>
                {sees && !phone ? (
                  <>
                    <td className="number gives-way">{fixed(locale, account.contributionPerTonne, 0)}</td>
                    <td
                      className="number"
                      title={money.exact(account.contribution)}
                      data-loss={(account.contribution ?? 0) < 0 || undefined}
                    >
                      <strong>{money.say(account.contribution)}</strong>
                    </td>
                  </>
                ) : null}
                {phone ? null : (
                  <td className="gives-way">
                    <Gate account={account} width={86} />
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}

import type { ReactNode } from 'react'
import type { AccountProfile } from '../../../contract/assess.ts'
import { WhyButton } from '../../ui/why.tsx'
import { digitsOf, fixed, growth, inUnit, MISSING, percent, signed } from '../../ui/figures.ts'
import { gapDays, silenceWarns } from '../loyalty.ts'
import { moneyFigure, moneySaid } from '../../ui/money.ts'
import { Arrow, Change, RankMove } from '../parts/change.tsx'
import { moneyWord, unitWord, useReading } from '../../ui/reading.ts'

type Figure = {
  readonly key: string
  readonly name: string
  readonly figure: string
  readonly unit: string
  readonly note: ReactNode
  readonly loss?: boolean
  readonly exact?: string
}

/** The six figures that a manager asks for first, each with its comparison beneath and its "why" beside. */
export function KeyFigures({
  profile,
  onWhy,
}: {
  readonly profile: AccountProfile
  readonly onWhy: (key: string) => void
}) {
  return (
    <dl className="key-figures">
      {useFigures(profile).map(({ key, name, figure, unit, note, loss, exact }) => (
        <div key={key}>
          <dt>
            {name} {profile.why[key] ? <WhyButton of={name} onOpen={() => onWhy(key)} /> : null}
          </dt>
          <dd>
            <strong data-loss={loss || undefined} title={exact}>
              {figure}
            </strong>{' '}
            {figure === MISSING ? null : unit}
            <span className="key-note">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function useFigures(profile: AccountProfile): readonly Figure[] {
  const reading = useReading()
  const { t, locale, unit, may } = reading
  const { account, lastYear } = profile
  const whole = { litres: account.tonnageLitres, cases: account.cases }
  const volume = inUnit(unit, account.tonnageLitres, whole)
  const gained = lastYear.litres === null ? null : account.tonnageLitres - lastYear.litres
  const digits = digitsOf(volume ?? 0)
  const sees = may('contribution.read')
  const sum = moneyFigure(reading, account.contribution)
  const sumGained =
    account.contribution === null || lastYear.contribution === null
      ? null
      : account.contribution - lastYear.contribution
  const { loyalty } = account
  return [
    {
      key: 'tonnage',
      name: t('figure.volume'),
      figure: fixed(locale, volume, digits),
      unit: unitWord(reading),
      exact: `${fixed(locale, account.tonnageLitres, Number.isInteger(account.tonnageLitres) ? 0 : 2)} ${t('assess.litres')}`,
      note: (
        <>
          <Change share={growth(account.tonnageLitres, lastYear.litres)} />{' '}
          <span>{gained === null ? '' : signed(locale, inUnit(unit, gained, whole), digits)}</span>
        </>
      ),
    },
    {
      key: 'marketShare',
      name: t('figure.share'),
      figure: percent(locale, account.marketShare),
      unit: '%',
      note: t('figure.last-year', { value: percent(locale, lastYear.marketShare) }),
    },
    {
      key: 'contribution',
      name: t('figure.contribution'),
      figure: locale === 'zh' ? sum.figure : moneySaid(reading, account.contribution),
      unit: locale === 'zh' ? sum.unit : '',
      loss: (account.contribution ?? 0) < 0,
      ...(account.contribution === null ? {} : { exact: fixed(locale, account.contribution, 2) }),
      note: sees ? <MoneyChange value={sumGained} /> : t('figure.withheld'),
    },
    {
      key: 'contributionPerTonne',
      name: t('figure.per-tonne'),
      figure: fixed(locale, account.contributionPerTonne, 0),
      unit: t('col.per-tonne', { money: moneyWord(reading) }),
      loss: (account.contributionPerTonne ?? 0) < 0,
      note: sees
        ? t('figure.peers', { value: fixed(locale, profile.peersPerTonne, 0) })
        : t('figure.withheld'),
    },
    {
      key: 'score',
      name: t('figure.score'),
      figure: fixed(locale, account.score, 1),
      unit: t('figure.points'),
      note:
        account.rank === null ? null : (
          <>
            {t('figure.rank', { rank: account.rank, n: profile.marketAccounts })}{' '}
            {account.rank === account.rankBefore ||
            (account.rankBefore === null &&
              profile.history.every(({ asOf }) => asOf >= profile.asOf)) ? null : (
              <RankMove rank={account.rank} before={account.rankBefore} />
            )}
          </>
        ),
    },
    {
      key: 'loyalty',
      name: t('figure.silence'),
      figure: fixed(locale, loyalty.silentDays, 0),
      unit: t('figure.days'),
      loss: silenceWarns(loyalty),
      note:
        loyalty.usualDays === null
          ? t('gate.unknown')
          : t('figure.usual', { days: gapDays(locale, loyalty.usualDays) }),
    },
  ]
}

function MoneyChange({ value }: { readonly value: number | null }) {
  const reading = useReading()
  if (value === null) return null
  return (
    <>
      <Arrow direction={Math.sign(value)} /> {moneySaid(reading, Math.abs(value))}
    </>
  )
}

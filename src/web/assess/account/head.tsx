import { Link } from '@tanstack/react-router'
import type { AccountProfile } from '../../../contract/assess.ts'
import { listed, longDay } from '../../../language/message.ts'
import { paths } from '../../paths.ts'
import { marked, type Mark } from '../../ui/sentence.tsx'
import { StandingGlyph } from '../../ui/standing.tsx'
import { usePhone } from '../../ui/viewport.ts'
import { fixed } from '../../ui/figures.ts'
import { RankMove } from '../parts/change.tsx'
import { useReading } from '../../ui/reading.ts'
import { failedByHand, markedReason, reasonKeys, testsOf } from './verdict.ts'

/** Who it is, what it is, and why in two or three sentences whose figures open their "why"; then the tests one by one. */
export function AccountHead({
  profile,
  actions,
  onWhy,
}: {
  readonly profile: AccountProfile
  readonly actions: React.ReactNode
  readonly onWhy: (key: string) => void
}) {
  const { t, locale, may } = useReading()
  const phone = usePhone()
  const { account } = profile
  const marks = Object.fromEntries(
    reasonKeys(account.reasons).map(({ tag, loss, why }): [string, Mark] => [
      tag,
      { tone: loss ? 'loss' : 'opens', onPick: () => onWhy(why) },
    ]),
  )
  const failed = may('contribution.read') ? failedByHand(profile).map((one) => t(`part.${one}`)) : []
  const words = [
    ...account.reasons.map((reason, i) => markedReason(locale, reason, i)),
    ...(failed.length === 0 ? [] : [t('account.by-hand', { tests: listed(locale, failed) })]),
  ].join(t('account.joint'))
  return (
    <header className="account-head">
      <div className="account-who">
        {phone ? (
          <Link className="account-back" to={paths.accounts} search={true}>
            {`‹ ${t('account.back')}`}
          </Link>
        ) : null}
        <p className="account-name">
          <strong>{account.name}</strong>
          <span>{account.account}</span>
          <Link to={paths.accounts} search={{ node: account.market }}>
            {account.marketName}
          </Link>
          {profile.mergedFrom.length > 0 ? (
            <span className="quiet">
              {t('account.merged', {
                names: profile.mergedFrom
                  .map((from) => `${from.name} ${from.account}`)
                  .join(t('account.joint')),
              })}
            </span>
          ) : null}
        </p>
        <h1 className="sentence account-says">
          <span className="account-standing" data-standing={account.standing}>
            <StandingGlyph of={account.standing} />
            {t(`standing.${account.standing}`)}
            {t('account.stop')}
          </span>
          {words === '' ? null : (
            <>
              {locale === 'zh' ? '' : ' '}
              {marked(words + t('account.stop'), marks)}
            </>
          )}
        </h1>
        <Tests profile={profile} onWhy={onWhy} />
      </div>
      <div className="account-side">
        {phone ? (
          <p className="account-score">
            {fixed(locale, account.score, 1)}
            {account.rankBefore === null || account.rankBefore === account.rank ? null : (
              <RankMove rank={account.rank} before={account.rankBefore} />
            )}
          </p>
        ) : (
          <div className="page-actions">{actions}</div>
        )}
        <Contact profile={profile} />
        <p className="print-only">{`${t('bar.as-of')} ${longDay(locale, profile.asOf)}`}</p>
      </div>
    </header>
  )
}

function Contact({ profile }: { readonly profile: AccountProfile }) {
  const { t } = useReading()
  if (profile.owner === null && profile.phoneMasked === null) return null
  return (
    <p className="account-contact">
      {profile.owner === null ? null : (
        <span>
          {t('account.owner')} <strong>{profile.owner}</strong>
        </span>
      )}
      {profile.phoneMasked === null ? null : (
        <span>
          {t('account.phone')} {profile.phoneMasked}
        </span>
      )}
    </p>
  )
}

function Tests({
  profile,
  onWhy,
}: {
  readonly profile: AccountProfile
  readonly onWhy: (key: string) => void
}) {
  const { t, may } = useReading()
  const { state } = profile.account.loyalty
  // Passed or not is read from the score's steps, and those hold profit.
  const tests = may('contribution.read') ? testsOf(profile) : []
  return (
    <p className="account-tests" title={t('account.tests-rule')}>
      {tests.length > 0 ? <span>{t('account.tests')}</span> : null}
      {tests.map(({ criterion, passed }) => (
        <button
          key={criterion}
          type="button"
          data-bad={passed === false || undefined}
          onClick={() => onWhy(`part.${criterion}`)}
        >
          {t(`part.${criterion}`)}{' '}
          <strong>{t(passed === null ? 'test.unknown' : passed ? 'test.pass' : 'test.fail')}</strong>
        </button>
      ))}
      <button
        type="button"
        data-bad={state === 'closed' || state === 'warning' || undefined}
        onClick={() => onWhy('loyalty')}
      >
        {t('test.loyalty')} <strong>{t(state === 'unknown' ? 'test.gate-unknown' : `test.${state}`)}</strong>
      </button>
      <button type="button" className="link" onClick={() => onWhy('standing')}>
        {t('account.policy', { version: profile.policy.version })}
      </button>
    </p>
  )
}

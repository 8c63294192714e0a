import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCallback, useState } from 'react'
import type { AccountProfile } from '../../contract/assess.ts'
import { ApiProblem } from '../api.ts'
import { paths } from '../paths.ts'
import { accountQuery } from '../ui/account-query.ts'
import { useTitle } from '../ui/page.tsx'
import { usePlaceAndDay } from '../ui/place.ts'
import { Failed, Loading, NoRight } from '../ui/states.tsx'
import { usePhone } from '../ui/viewport.ts'
import { WhyPanel } from '../ui/why.tsx'
import { AccountHead } from './account/head.tsx'
import { KeyFigures } from './account/key-figures.tsx'
import { OverrideForm, OverrideNote } from './account/override.tsx'
import { History, Strength } from './account/past.tsx'
import { Products } from './account/products.tsx'
import { GateRuler, Rhythm } from './account/rhythm.tsx'
import { Trend } from './account/trend.tsx'
import { formulaWords, inputName, whyTitle } from './account/why-words.ts'
import { Price, Worth } from './account/worth.tsx'
import { useReading } from './reading.ts'
import './parts/parts.css'
import './account/account.css'
import './account/sections.css'

/** One account: what it is, why, what it is worth, and what is happening to it. */
export function AccountScreen() {
  const { may } = useReading()
  return may('account.read') ? <Answer /> : <NoRight right="account.read" />
}

function Answer() {
  const { t } = useReading()
  const { id = '' } = useParams({ strict: false })
  const { asOf } = usePlaceAndDay()
  const answer = useQuery({
    ...accountQuery(id, asOf),
    placeholderData: (before) => (before?.account.id === id ? keepPreviousData(before) : undefined),
  })
  useTitle(answer.data?.account.name ?? '')
  if (answer.data) return <Profile profile={answer.data} />
  if (answer.error instanceof ApiProblem && answer.error.status === 404) {
    return (
      <>
        <Failed error={answer.error} />
        <Link className="link" to={paths.accounts} search={true}>
          {t('state.not-found-home')}
        </Link>
      </>
    )
  }
  if (answer.error) return <Failed error={answer.error} onRetry={() => void answer.refetch()} />
  return <Loading rows={10} />
}

/** The "why" that the address asks for, and how to open another; each is a link of its own. */
function useWhy(): readonly [string | null, (key: string | null) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const open = useCallback(
    (key: string | null) => {
      void navigate({
        to: '.',
        search: ({ node, asOf }) => ({
          ...(node ? { node } : {}),
          ...(asOf ? { asOf } : {}),
          ...(key === null ? {} : { why: key }),
        }),
        replace: true,
        resetScroll: false,
      })
    },
    [navigate],
  )
  return [typeof search['why'] === 'string' ? search['why'] : null, open]
}

function Profile({ profile }: { readonly profile: AccountProfile }) {
  const { t, locale, may } = useReading()
  const phone = usePhone()
  const [why, setWhy] = useWhy()
  const [setting, setSetting] = useState(false)
  const close = useCallback(() => setWhy(null), [setWhy])
  const done = useCallback(() => setSetting(false), [])
  const open = (key: string) => setWhy(key)
  const allowed = may('account.override')
  const actions = (
    <Button
      disabled={!allowed}
      title={allowed ? undefined : t('override.whom')}
      onClick={() => setSetting(true)}
    >
      {t('override.open')}
    </Button>
  )
  // The two columns end at about the same height: strength stands under the shorter one.
  const strength = profile.strength.length > 0 ? <Strength profile={profile} /> : null
  return (
    <article className="account">
      <AccountHead profile={profile} actions={actions} onWhy={open} />
      <OverrideNote profile={profile} />
      {setting ? <OverrideForm profile={profile} onDone={done} /> : null}
      {phone && profile.account.loyalty.cycles !== null ? (
        <GateRuler loyalty={profile.account.loyalty} />
      ) : null}
      <KeyFigures profile={profile} onWhy={open} />
      <div className="account-sections">
        <Worth profile={profile} onWhy={open} />
        <Price profile={profile} onWhy={open} />
        <div className="account-column">
          {hasTrend(profile) ? <Trend profile={profile} onWhy={open} /> : null}
          {sells(profile) ? <Products profile={profile} onWhy={open} /> : null}
          {profile.history.length > 0 ? strength : null}
        </div>
        <div className="account-column">
          {profile.orders.length > 0 ? <Rhythm profile={profile} onWhy={open} /> : null}
          {profile.history.length > 0 ? <History profile={profile} /> : strength}
        </div>
      </div>
      <Missing profile={profile} />
      {phone ? <div className="account-actions">{actions}</div> : null}
      {why === null ? null : (
        <WhyPanel
          title={whyTitle(locale, why)}
          why={profile.why[why]}
          inputName={(name) => inputName(locale, name)}
          {...(profile.why[why] ? { formula: formulaWords(locale, why, profile.why[why]) } : {})}
          onClose={close}
        />
      )}
    </article>
  )
}

function hasTrend(profile: AccountProfile): boolean {
  return profile.trend.filter(({ litres }) => litres !== 0).length >= 2
}

function sells(profile: AccountProfile): boolean {
  return profile.products.some(({ share }) => share > 0)
}

/** Sections that have nothing yet: a line each, with what would fill it. */
function Missing({ profile }: { readonly profile: AccountProfile }) {
  const { t, may } = useReading()
  const sees = may('contribution.read')
  const lines = [
    profile.scoreSteps === null ? t(sees ? 'worth.none' : 'worth.withheld') : '',
    profile.priceSteps === null && sees ? t('price.none') : '',
    hasTrend(profile) ? '' : t('trend.none'),
    profile.orders.length > 0 ? '' : t('rhythm.none'),
    sells(profile) ? '' : t('products.none'),
    profile.strength.length > 0 ? '' : t('strength.none'),
    profile.history.length > 0 ? '' : t('history.none'),
  ].filter((line) => line !== '')
  if (lines.length === 0) return null
  return (
    <ul className="folded">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

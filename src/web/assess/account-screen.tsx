import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCallback, useState, type ReactNode } from 'react'
import type { AccountProfile } from '../../contract/assess.ts'
import { ApiProblem } from '../api.ts'
import { paths } from '../paths.ts'
import { accountQuery } from '../ui/account-query.ts'
import { useTitle } from '../ui/page.tsx'
import { usePlaceAndDay } from '../ui/place.ts'
import { Failed, Loading, NoRight } from '../ui/states.tsx'
import { usePhone } from '../ui/viewport.ts'
import { WhyPanel } from '../ui/why.tsx'
import { Dealings } from './account/dealings.tsx'
import { DoublesLine } from './account/doubles/doubles-line.tsx'
import { AccountHead } from './account/head.tsx'
import { KeyFigures } from './account/key-figures.tsx'
import { OverrideForm, OverrideNote } from './account/override.tsx'
import { Records } from './account/records/records.tsx'
import { GateRuler } from './account/rhythm.tsx'
import { Missing, Sections } from './account/sections.tsx'
import { formulaWords, inputName, whySays, whyTitle } from './account/why-words.ts'
import { useReading } from '../ui/reading.ts'
import './parts/parts.css'
import './account/account.css'
import './account/sections.css'

/** How it is looked after: another chapter's part of the page. */
type Care = (props: { readonly account: { readonly id: string; readonly name: string } }) => ReactNode

/** One account: what it is, why, what it is worth, and what is happening to it. */
export function AccountScreen({ Care }: { readonly Care: Care }) {
  const { may } = useReading()
  return may('account.read') ? <Answer Care={Care} /> : <NoRight right="account.read" />
}

function Answer({ Care }: { readonly Care: Care }) {
  const { t } = useReading()
  const { id = '' } = useParams({ strict: false })
  const { asOf } = usePlaceAndDay()
  const answer = useQuery({
    ...accountQuery(id, asOf),
    placeholderData: (before) => (before?.account.id === id ? keepPreviousData(before) : undefined),
  })
  useTitle(answer.data?.account.name ?? '')
  if (answer.data) return <Profile profile={answer.data} Care={Care} />
  if (answer.error instanceof ApiProblem && answer.error.status === 404) {
    return (
      <>
        <Failed whole error={answer.error} />
        <Link className="link" to={paths.accounts} search={true}>
          {t('state.not-found-home')}
        </Link>
      </>
    )
  }
  if (answer.error) return <Failed whole error={answer.error} onRetry={() => void answer.refetch()} />
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

function Profile({ profile, Care }: { readonly profile: AccountProfile; readonly Care: Care }) {
  const { t, locale, may } = useReading()
  const phone = usePhone()
  const [why, setWhy] = useWhy()
  const [setting, setSetting] = useState(false)
  const close = useCallback(() => setWhy(null), [setWhy])
  const done = useCallback(() => setSetting(false), [])
  const open = (key: string) => setWhy(key)
  const allowed = may('account.override')
  const actions = (
    <>
      {may('account.change') ? (
        // The master data reads which account is open from the address.
        <Link
          className="link"
          to={paths.masters}
          search={{ tab: 'accounts', open: profile.account.id } as never}
        >
          {t('masters.account-edit')}
        </Link>
      ) : null}
      <Button
        disabled={!allowed}
        title={allowed ? undefined : t('override.whom')}
        onClick={() => setSetting(true)}
      >
        {t('override.open')}
      </Button>
    </>
  )
  return (
    <article className="account">
      <AccountHead profile={profile} actions={actions} onWhy={open} />
      <OverrideNote profile={profile} />
      <DoublesLine profile={profile} />
      {setting ? <OverrideForm profile={profile} onDone={done} /> : null}
      {phone && profile.account.loyalty.cycles !== null ? (
        <GateRuler loyalty={profile.account.loyalty} />
      ) : null}
      <KeyFigures profile={profile} onWhy={open} />
      <Sections profile={profile} onWhy={open} />
      <Missing profile={profile} />
      <Care account={profile.account} />
      <Dealings account={profile.account.id} />
      {phone ? <div className="account-actions">{actions}</div> : null}
      <Records profile={profile} />
      {why === null ? null : (
        <WhyPanel
          title={whyTitle(locale, why)}
          why={profile.why[why]}
          says={whySays(locale, why)}
          inputName={(name) => inputName(locale, name)}
          {...(profile.why[why] ? { formula: formulaWords(locale, why, profile.why[why]) } : {})}
          onClose={close}
        />
      )}
    </article>
  )
}

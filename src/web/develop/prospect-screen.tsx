import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Prospect } from '../../contract/prospect.ts'
import { daysBetween } from '../../domain/day.ts'
import { longDay, shortDay } from '../../language/message.ts'
import { paths } from '../paths.ts'
import { prospectsApi } from '../prospects-api.ts'
import { useAddress } from '../ui/address.ts'
import { useDoing } from '../ui/doing.ts'
import { ErasePart } from '../ui/erase-part.tsx'
import { useLanguage } from '../ui/language.tsx'
import { PageHead, Section, useTitle } from '../ui/page.tsx'
import { useRight } from '../ui/session.ts'
import { Failed, Loading } from '../ui/states.tsx'
import { AlikeNote } from './prospects/alike-note.tsx'
import { BrandsPart } from './prospects/brands-part.tsx'
import { CardForm } from './prospects/card-form.tsx'
import { PeoplePart } from './prospects/people-part.tsx'
import { ServesPart } from './prospects/serves-part.tsx'
import { StepsPart } from './prospects/steps-part.tsx'
import type { Part } from './prospects/part-form.tsx'
import './prospects/prospects.css'

/** One prospect: where it stands and what can be done, whom to talk with, what it sells, what happened. */
export function ProspectScreen() {
  const { t } = useLanguage()
  const { id } = useParams({ strict: false }) as { id: string }
  const one = useQuery({ queryKey: ['prospects', 'one', id], queryFn: () => prospectsApi.one(id) })
  useTitle(one.data?.name ?? t('prospect.title'))
  if (one.data) return <Shown one={one.data} />
  if (one.error) return <Failed error={one.error} onRetry={() => void one.refetch()} whole />
  return <Loading rows={8} />
}

function useHeadWords(one: Prospect): string {
  const { t, locale } = useLanguage()
  if (one.stage === 'lost')
    return t('prospect.says-lost', { reason: t(`prospect.reason-${one.lostReason ?? 'other'}`) })
  if (one.firstOrder !== null)
    return t('prospect.says-ordered', { n: daysBetween(one.found, one.firstOrder) })
  if (one.stage === 'signed') return t('prospect.says-signed', { day: one.signed ?? '' })
  const next = [shortDay(locale, one.nextOn ?? ''), one.nextStep].filter(Boolean).join(' ')
  return t('prospect.says-next', { stage: t(`prospect.stage-${one.stage}`), next })
}

function Shown({ one }: { readonly one: Prospect }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: ['prospects'] })
  const words = useHeadWords(one)
  const mayAgree = useRight('agreement.change')
  const asked = one.people.some(({ concerns }) => concerns !== null)
  return (
    <>
      <PageHead
        words={`${one.name} · ${words}`}
        note={[one.market.name, t(`prospect.source-${one.source}`), one.owner?.name ?? '']
          .filter(Boolean)
          .join(' · ')}
        actions={
          <>
            {mayAgree && one.stage !== 'lost' && one.signed === null && (
              <Link
                className="button-quiet"
                to={paths.agreements}
                search={{ new: '1', prospect: one.id } as never}
              >
                {t('agreement.add')}
              </Link>
            )}
            {asked ? (
              <Link className="button-link" to={paths.sheet} params={{ id: one.id }}>
                {t('prospect.sheet')}
              </Link>
            ) : (
              <Button disabled title={t('prospect.sheet-whom')}>
                {t('prospect.sheet')}
              </Button>
            )}
          </>
        }
      />
      <AlikeNote alike={one.alike} />
      <div className="prospect-columns">
        <div>
          <StepsPart key={one.version} one={one} onDone={again} />
          <PeoplePart one={one} onDone={again} />
        </div>
        <div>
          <FactsPart one={one} onDone={again} />
          <ServesPart one={one} onDone={again} />
          <BrandsPart one={one} onDone={again} />
          <TimelinePart one={one} />
        </div>
      </div>
    </>
  )
}

function FactsPart({ one, onDone }: Part) {
  const { t, locale } = useLanguage()
  const { get, set } = useAddress()
  const may = useRight('prospect.change')
  const facts = [
    ['prospect.found', longDay(locale, one.found)],
    ['prospect.referrer', one.referrer && (one.referrer.name || t('prospect.hidden'))],
    ['prospect.address', [one.city, one.address].filter(Boolean).join(' ')],
    ['prospect.outlets', one.outlets],
    ['prospect.subs', one.subDistributors],
    ['prospect.words', one.words],
  ] as const
  return (
    <Section
      title={t('prospect.facts')}
      aside={
        <Button
          disabled={!may}
          title={may ? undefined : t('prospect.may-not')}
          onClick={() => set({ edit: '1' })}
        >
          {t('prospect.edit')}
        </Button>
      }
    >
      <dl className="prospect-facts">
        <dt>{t('prospect.phone')}</dt>
        <dd>
          <Phone key={one.version} one={one} />
        </dd>
        {facts.flatMap(([key, value]) => [
          <dt key={key}>{t(key)}</dt>,
          <dd key={`${key}-value`}>{value === null || value === '' ? t('app.missing') : value}</dd>,
        ])}
      </dl>
      {one.account !== null && (
        <Link className="link" to={paths.account} params={{ id: one.account.id }}>
          {t('prospect.account-open')}
        </Link>
      )}
      <ErasePart
        ask={t('prospect.erase')}
        words={t(one.signed === null ? 'prospect.erase-why' : 'prospect.erase-why-signed')}
        onErase={async () => {
          await prospectsApi.erase(one.id)
          await onDone()
        }}
      />
      {get('edit') !== undefined && may && <CardForm one={one} onClose={() => set({ edit: null })} />}
    </Section>
  )
}

/** Its phone, whole for who may change prospects and asks for it, until the card changes. */
function Phone({ one }: { readonly one: Prospect }) {
  const { t } = useLanguage()
  const may = useRight('prospect.change')
  const [phone, setPhone] = useState<string | null>(null)
  const { busy, error, run } = useDoing()
  return (
    <>
      {phone ?? one.phoneMasked ?? t('app.missing')}{' '}
      {may && one.phoneMasked !== null && phone === null && (
        <button
          type="button"
          className="link"
          disabled={busy}
          onClick={() => void run(async () => setPhone((await prospectsApi.phone(one.id)).phone))}
        >
          {t('prospect.call')}
        </button>
      )}
      {error !== null && <Failed error={error} />}
    </>
  )
}

const steps = ['contact', 'talk', 'offer', 'sign', 'lose', 'revive', 'plan', 'hand-over'] as const

function TimelinePart({ one }: { readonly one: Prospect }) {
  const { t, locale } = useLanguage()
  const word = (kind: string) => {
    const step = steps.find((name) => name === kind)
    return step
      ? t(`prospect.step-${step}`)
      : t(kind === 'found' ? 'prospect.event-found' : 'prospect.event-change')
  }
  return (
    <Section title={t('prospect.timeline')}>
      <ul className="prospect-lines">
        {one.timeline.map((event) => (
          <li key={event.at + event.kind}>
            {[
              shortDay(locale, event.day),
              word(event.kind),
              event.reason === null ? '' : t(`prospect.reason-${event.reason}`),
              event.owner === event.by ? '' : (event.owner ?? ''),
              event.words,
              event.by,
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </Section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { agreementPdf, agreementsApi, type OneAgreement } from '../../agreements-api.ts'
import { paths } from '../../paths.ts'
import { useAddress } from '../../ui/address.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { dayWords, useReading } from '../../ui/reading.ts'
import { useRight } from '../../ui/session.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { ActButtons, ActForm, WhyNot } from './acts.tsx'
import { ChangeAgreement } from './change-agreement.tsx'
import { VersionFacts } from './facts.tsx'
import { SignForm } from './sign-form.tsx'

/** One agreement in the drawer, or what is being done with it (`act` in the address). */
export function OpenedAgreement({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const { get, set } = useAddress()
  const may = useRight('agreement.change')
  const one = useQuery({ queryKey: ['agreements', 'one', id], queryFn: () => agreementsApi.one(id) })
  const back = () => set({ act: null })
  if (one.data) {
    const act = get('act')
    if (may && (act === 'change' || act === 'amend' || act === 'renew'))
      return <ChangeAgreement key={act} one={one.data} act={act} onClose={back} />
    if (may && act === 'sign') return <SignForm one={one.data} onClose={back} />
    return <Shown one={one.data} onClose={onClose} />
  }
  return (
    <Drawer title={t('agreement.title')} onClose={onClose}>
      {one.error ? (
        <Failed error={one.error} onRetry={() => void one.refetch()} />
      ) : (
        <Loading rows={8} head={false} />
      )}
    </Drawer>
  )
}

function Shown({ one, onClose }: { readonly one: OneAgreement; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const { get } = useAddress()
  const money = useMinorMoney()
  const newest = one.versions.find(({ version }) => version === one.version)
  if (!newest) return null
  const beyond = one.beyond.map(({ what, byMinor }) =>
    t(`agreement.what-${what}`, { by: money.said(byMinor) }),
  )
  const open = one.state === 'draft' || one.state === 'sent'
  return (
    <Drawer
      title={one.party}
      note={t('agreement.code', {
        code: one.code,
        version: one.version,
        state: t(`agreement.state-${one.state}`),
      })}
      onClose={onClose}
      footer={<ActButtons one={one} />}
    >
      <p className="trade-lead">
        {t('agreement.lead', {
          perCase: money.said(newest.given.perCaseMinor),
          ...(newest.given.totalMinor > 0 ? { total: money.said(newest.given.totalMinor) } : {}),
        } as never)}
      </p>
      {open && beyond.length > 0 && (
        <p className="trade-cliff">{t('agreement.beyond', { what: beyond.join('；') })}</p>
      )}
      <Overlaps one={one} />
      <WhyNot one={one} />
      <ActForm key={get('act')} one={one} act={get('act')} />
      <VersionFacts version={newest} of={one} />
      <p className="agreement-pdf">
        <a className="link" href={agreementPdf(one.id, one.version, 'zh')}>
          {t('agreement.pdf')}
        </a>
        <a className="link" href={agreementPdf(one.id, one.version, 'both')}>
          {t('agreement.pdf-both')}
        </a>
        {one.account !== null && (
          <Link className="link" to={paths.account} params={{ id: one.account }}>
            {t('agreement.open-account')}
          </Link>
        )}
        {one.account === null && one.prospect !== null && (
          <Link className="link" to={paths.prospect} params={{ id: one.prospect }}>
            {t('agreement.open-prospect')}
          </Link>
        )}
      </p>
      <Versions one={one} />
      <Events one={one} />
    </Drawer>
  )
}

function Overlaps({ one }: { readonly one: OneAgreement }) {
  const { t } = useLanguage()
  const reading = useReading()
  return one.overlaps.map(({ code, from, to, markets, waived }) => (
    <p key={code + from} className="trade-cliff">
      {t('agreement.overlap', {
        from: dayWords(reading, from),
        to: dayWords(reading, to),
        markets: markets.join('、'),
        code,
      })}{' '}
      {waived !== null && t('agreement.waived', { reason: waived })}
    </p>
  ))
}

function Versions({ one }: { readonly one: OneAgreement }) {
  const { t } = useLanguage()
  const reading = useReading()
  return (
    <>
      <h3 className="trade-head">{t('agreement.versions')}</h3>
      <ul className="trade-lines">
        {one.versions.map(({ version, kind, state, draft, to, author }) => (
          <li key={version}>
            <p>
              {t('agreement.version', {
                version,
                kind: t(`agreement.kind-${kind}`),
                state: t(`agreement.state-${state}`),
              })}
            </p>
            <small>
              {t('agreement.version-days', {
                from: dayWords(reading, draft.from),
                to: dayWords(reading, to),
                author,
              })}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function Events({ one }: { readonly one: OneAgreement }) {
  const { t } = useLanguage()
  const reading = useReading()
  return (
    <>
      <h3 className="trade-head">{t('agreement.events')}</h3>
      <ul className="trade-lines">
        {one.events.map(({ seq, version, kind, by, day, words }) => (
          <li key={seq}>
            <p>
              {t('agreement.event', {
                version,
                what: t(`agreement.event-${kind}`),
                by,
                day: dayWords(reading, day),
              })}
            </p>
            {words !== '' && <small>{words}</small>}
          </li>
        ))}
      </ul>
    </>
  )
}

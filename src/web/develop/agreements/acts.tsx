import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import type { AgreementAct } from '../../../domain/develop/agreement/way.ts'
import { say } from '../../../language/index.ts'
import { agreementsApi, type OneAgreement } from '../../agreements-api.ts'
import { useAddress } from '../../ui/address.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useRight } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'
import { actsOf } from './acts-of.ts'
import { useDoing } from '../../ui/doing.ts'

/** Runs something about an agreement; afterwards everything is read anew: accounts, policies and visits may be there. */
export function useAgreementAct() {
  const client = useQueryClient()
  const { busy, error, run: doing } = useDoing()
  const run = async (work: () => Promise<unknown>, then: () => void) => {
    await doing(async () => {
      await work()
      await client.invalidateQueries()
      then()
    })
  }
  return { busy, error, act: (work: () => Promise<unknown>, then = () => {}) => void run(work, then) }
}

/** The acts, each with why not in words; null: it can be done. */
function useActs(one: OneAgreement) {
  const { locale } = useLanguage()
  const may = { change: useRight('agreement.change'), approve: useRight('agreement.approve') }
  return actsOf(one, may).map(({ needs, why, ...act }) => {
    const right = needs && say(locale, { code: 'person/no-right', facts: { right: needs } })
    return { ...act, why: right ?? (why && say(locale, { code: why })) }
  })
}

/** Why what comes next cannot be done by this person or now: said, not only shown. */
export function WhyNot({ one }: { readonly one: OneAgreement }) {
  const { t } = useLanguage()
  const next = useActs(one).at(-1)
  if (!next || next.why === null) return null
  return (
    <p className="trade-quiet">
      {t('agreement.why-not', { act: t(`agreement.act-${next.act}`), why: next.why })}
    </p>
  )
}

/** The acts of the state as buttons; a refusal stands above them. */
export function ActButtons({ one }: { readonly one: OneAgreement }) {
  const { t } = useLanguage()
  const { get, set } = useAddress()
  const mayApprove = useRight('agreement.approve')
  const { busy, error, act: run } = useAgreementAct()
  const acts = useActs(one)
  const { id, seq } = one
  const open = one.state === 'signed' && one.overlaps.some(({ waived }) => waived === null)
  const does = (name: AgreementAct) => {
    if (name === 'send') run(() => agreementsApi.send(id, seq))
    else if (name === 'activate') run(() => agreementsApi.activate(id, seq))
    else set({ act: name })
  }
  // Ending is never what is proposed.
  const main = acts.findLast((shown) => shown.open && shown.act !== 'terminate')?.act
  return (
    <>
      {error !== null && <Failed error={error} />}
      {open && (
        <Button disabled={!mayApprove} onClick={() => set({ act: 'waive' })}>
          {t('agreement.act-waive')}
        </Button>
      )}
      {acts.map(({ act, why, open: opens }) => (
        <Button
          key={act}
          type={act === main ? 'primary' : 'default'}
          loading={busy && (act === 'send' || act === 'activate')}
          disabled={!opens || get('act') === act}
          title={why ?? undefined}
          onClick={() => does(act)}
        >
          {t(`agreement.act-${act}`)}
        </Button>
      ))}
    </>
  )
}

/** The small forms, which stand in the drawer: decide, waive, terminate. */
export function ActForm({ one, act }: { readonly one: OneAgreement; readonly act: string | undefined }) {
  if (act === 'decide') return <DecideForm one={one} />
  if (act === 'waive') return <WaiveForm one={one} />
  return act === 'terminate' ? <EndForm one={one} /> : null
}

type Of = { readonly one: OneAgreement }

function ShortForm({
  title,
  children,
}: {
  readonly title: string
  readonly children: (done: ReturnType<typeof useAgreementAct>, close: () => void) => ReactNode
}) {
  const { set } = useAddress()
  const done = useAgreementAct()
  return (
    <section className="trade-posting" aria-label={title}>
      <h3>{title}</h3>
      {children(done, () => set({ act: null }))}
      {done.error !== null && <Failed error={done.error} />}
    </section>
  )
}

/** Approved in one tap, by whose limit holds; returned only with words, which the author reads. */
function DecideForm({ one: { id, seq, acts } }: Of) {
  const { t } = useLanguage()
  const [words, setWords] = useState('')
  const [returns, setReturns] = useState(false)
  return (
    <ShortForm title={t('agreement.act-decide')}>
      {({ act, busy }, close) => (
        <>
          <Field label={t(returns ? 'agreement.return-why' : 'agreement.approve-words')}>
            <Input value={words} maxLength={1000} onChange={(event) => setWords(event.target.value)} />
          </Field>
          <div className="agreement-acts">
            <Button
              onClick={() => {
                setReturns(true)
                if (words !== '') act(() => agreementsApi.decide(id, { seq, approve: false, words }), close)
              }}
            >
              {t('agreement.return')}
            </Button>
            <Button
              type="primary"
              loading={busy}
              disabled={acts.find(({ act: name }) => name === 'decide')?.why !== null}
              onClick={() => act(() => agreementsApi.decide(id, { seq, approve: true, words }), close)}
            >
              {t('agreement.approve')}
            </Button>
          </div>
        </>
      )}
    </ShortForm>
  )
}

function WaiveForm({ one: { id, seq } }: Of) {
  const { t } = useLanguage()
  const [reason, setReason] = useState('')
  return (
    <ShortForm title={t('agreement.act-waive')}>
      {({ act, busy }, close) => (
        <>
          <Field label={t('agreement.waive-reason')} hint={t('agreement.waive-hint')}>
            <Input value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
          </Field>
          <Button
            type="primary"
            loading={busy}
            onClick={() => act(() => agreementsApi.waive(id, { seq, reason }), close)}
          >
            {t('agreement.act-waive')}
          </Button>
        </>
      )}
    </ShortForm>
  )
}

function EndForm({ one: { id, seq, today, versions } }: Of) {
  const { t } = useLanguage()
  const [day, setDay] = useState(today)
  const [reason, setReason] = useState('')
  return (
    <ShortForm title={t('agreement.act-terminate')}>
      {({ act, busy }, close) => (
        <>
          <Field label={t('agreement.end-day')} hint={t('agreement.end-note')}>
            <Input
              type="date"
              value={day}
              min={today}
              max={versions.find(({ state }) => state === 'in-force')?.to}
              onChange={(event) => setDay(event.target.value)}
            />
          </Field>
          <Field label={t('agreement.end-reason')}>
            <Input value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
          </Field>
          <Button
            type="primary"
            loading={busy}
            onClick={() => act(() => agreementsApi.terminate(id, { seq, day, reason }), close)}
          >
            {t('agreement.act-terminate')}
          </Button>
        </>
      )}
    </ShortForm>
  )
}

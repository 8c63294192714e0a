import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { addDays } from '../../../domain/day.ts'
import { lostReasons, type LostReason } from '../../../domain/develop/prospect.ts'
import type { Step } from '../../../domain/develop/stage.ts'
import { say } from '../../../language/index.ts'
import { prospectsApi } from '../../prospects-api.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import { useRight } from '../../ui/session.ts'
import { PartForm, type Part } from './part-form.tsx'

/** The steps of the way: those that cannot be taken are there with the reason. */
export function StepsPart({ one, onDone }: Part) {
  const { t, locale } = useLanguage()
  const may = useRight('prospect.change')
  const maySign = useRight('account.change')
  const [open, setOpen] = useState<Step | null>(null)
  const whyOf = (step: Step, why: string | null) => {
    if (!may) return t('prospect.may-not')
    if (why !== null) return say(locale, { code: why })
    return step === 'sign' && !maySign
      ? say(locale, { code: 'person/no-right', facts: { right: 'account.change' } })
      : null
  }
  const shown = one.steps.map(({ step, why }) => ({ step, why: whyOf(step, why) }))
  const next = shown.find(
    ({ step, why }) =>
      why !== null &&
      ['contact', 'talk', 'offer', 'sign'].includes(step) &&
      one.steps.some((own) => own.step === step && own.why !== 'prospect/stage-passed'),
  )
  return (
    <Section title={t('prospect.steps')}>
      <div className="prospect-acts">
        {shown.map(({ step, why }) => (
          <Button
            key={step}
            disabled={why !== null}
            title={why ?? undefined}
            type={open === step ? 'primary' : 'default'}
            onClick={() => setOpen(open === step ? null : step)}
          >
            {t(`prospect.step-${step}`)}
          </Button>
        ))}
      </div>
      {next?.why != null && (
        <p className="prospect-why">{`${t(`prospect.step-${next.step}`)} · ${next.why}`}</p>
      )}
      {open !== null && <StepForm key={open} step={open} one={one} onDone={onDone} />}
    </Section>
  )
}

function StepForm({ step, one, onDone }: Part & { readonly step: Step }) {
  const { t } = useLanguage()
  const [next, setNext] = useState('')
  const [on, setOn] = useState(addDays(one.today, 3))
  const [reason, setReason] = useState<LostReason | null>(null)
  const [lostTo, setLostTo] = useState('')
  const [owner, setOwner] = useState<string | null>(null)
  const owners = useQuery({
    queryKey: ['prospect-owners', one.id],
    queryFn: () => prospectsApi.owners(one.id),
    enabled: step === 'hand-over',
  })
  const save = async () => {
    const { id, version } = one
    if (step === 'sign') await prospectsApi.sign(id, version)
    else if (step === 'lose') await prospectsApi.step(id, { step, version, reason, lostTo })
    else if (step === 'hand-over') await prospectsApi.step(id, { step, version, owner })
    else await prospectsApi.step(id, { step, version, nextStep: next, nextOn: on })
  }
  const planned = step !== 'sign' && step !== 'lose' && step !== 'hand-over'
  return (
    <PartForm save={save} onDone={onDone}>
      {planned && (
        <>
          <Field label={t('prospect.next')}>
            <Input value={next} maxLength={120} onChange={(event) => setNext(event.target.value)} />
          </Field>
          <Field label={t('prospect.next-on')}>
            <Input type="date" value={on} min={one.today} onChange={(event) => setOn(event.target.value)} />
          </Field>
        </>
      )}
      {step === 'lose' && (
        <>
          <Field label={t('prospect.reason')}>
            <Select<LostReason>
              value={reason}
              options={lostReasons.map((value) => ({ value, label: t(`prospect.reason-${value}`) }))}
              onChange={setReason}
            />
          </Field>
          <Field label={t('prospect.lost-to')}>
            <Input value={lostTo} maxLength={60} onChange={(event) => setLostTo(event.target.value)} />
          </Field>
        </>
      )}
      {step === 'hand-over' && (
        <Field label={t('prospect.owner')}>
          <Select
            value={owner}
            options={(owners.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setOwner}
          />
        </Field>
      )}
    </PartForm>
  )
}

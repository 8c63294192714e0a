import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { api, ApiProblem } from '../api.ts'
import { Choice } from '../ui/choice.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Ruler } from '../ui/ruler.tsx'
import { Sentence } from '../ui/sentence.tsx'
import { Failed } from '../ui/states.tsx'
import { currencies, nowIn } from '../ui/places.ts'
import { units, unitWord, type VolumeUnit } from '../ui/unit.tsx'
import { ZoneSelect } from '../ui/zone-select.tsx'
import { KeyField } from './key-field.tsx'
import { setUpKey } from './set-up-key.ts'
import { StartHead } from './start-head.tsx'

const OTHER = 'other'

/** Asked once: what each answer decides stands under it, and the ruler shows what is filled in. */
export function SetUpForm({
  onDemo,
  onMade,
}: {
  readonly onDemo: () => void
  readonly onMade: (made: { company: string; name: string; link: string }) => void
}) {
  const { t, locale } = useLanguage()
  const [key, setKey] = useState(setUpKey)
  const [asked] = useState(key === '')
  const [unit, setUnit] = useState<VolumeUnit>('kl')
  const [company, setCompany] = useState('')
  const [currency, setCurrency] = useState<string>('CNY')
  const [other, setOther] = useState(false)
  const [timeZone, setTimeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
  const [market, setMarket] = useState('')
  const [adminName, setAdminName] = useState('')
  const [adminEmail, setAdminEmail] = useState('')
  const setUp = useMutation({
    mutationFn: () =>
      api.setUp({ key, company, currency, timeZone, locale, unit, market, adminName, adminEmail }),
    onSuccess: ({ link }) => onMade({ company, name: adminName, link }),
  })
  const demo = useMutation({ mutationFn: () => api.makeDemo({ key }), onSettled: onDemo })
  const code = setUp.error instanceof ApiProblem ? setUp.error.code : ''
  const shut = [setUp.error, demo.error].some(
    (error) => error instanceof ApiProblem && error.code === 'company/key-wrong',
  )
  const filled = [
    [t('start.company'), company !== ''],
    [t('start.currency'), currency !== ''],
    [t('start.time-zone'), timeZone !== ''],
    [t('start.market'), market !== ''],
    [t('start.admin'), adminName !== '' && adminEmail.includes('@')],
  ] as const
  const now = nowIn(timeZone, locale)

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setUp.mutate()
      }}
    >
      <StartHead
        aside={
          <button type="button" className="link" disabled={demo.isPending} onClick={() => demo.mutate()}>
            {t('start.demo')}
          </button>
        }
      />
      <Sentence words={t('start.sentence')} />
      <Ruler
        label={t('start.progress')}
        segments={filled.map(([name, done]) => ({
          key: name,
          name,
          figures: [done ? t('start.filled') : t('start.not-filled')],
          share: 1 / filled.length,
          fill: 'var(--value-5)',
          outline: !done,
        }))}
      />
      {(asked || shut) && <KeyField value={key} onChange={setKey} />}
      {demo.isError && <Failed error={demo.error} />}
      <div className="start-fields">
        <Field label={t('start.company')} note={t('start.company-note')} id="company" wide>
          <Input
            id="company"
            required
            maxLength={200}
            autoComplete="organization"
            value={company}
            {...(code === 'company/name-empty' ? { status: 'error' as const } : {})}
            onChange={(event) => setCompany(event.target.value)}
          />
        </Field>
        <Field label={t('start.currency')} note={t('start.currency-note')}>
          <Choice
            size="full"
            label={t('start.currency')}
            value={other ? OTHER : currency}
            options={[
              { value: 'CNY', label: t('currency.CNY') },
              { value: 'USD', label: t('currency.USD') },
              { value: OTHER, label: t('start.currency-other') },
            ]}
            onChange={(value) => {
              setOther(value === OTHER)
              setCurrency(value === OTHER ? '' : value)
            }}
          />
          {other && (
            <Select
              className="start-other"
              aria-label={t('start.currency-code')}
              placeholder={t('start.currency-code')}
              showSearch={{ optionFilterProp: 'label' }}
              value={currency || null}
              options={currencies(locale)}
              onChange={(value) => setCurrency(value ?? '')}
            />
          )}
        </Field>
        <Field
          label={t('start.time-zone')}
          note={now === null ? '' : t('start.time-zone-now', { now })}
          id="time-zone"
        >
          <ZoneSelect id="time-zone" value={timeZone} onChange={setTimeZone} />
        </Field>
        <Field label={t('start.market')} note={t('start.market-note')} id="market">
          <Input
            id="market"
            required
            maxLength={200}
            value={market}
            onChange={(event) => setMarket(event.target.value)}
          />
        </Field>
        <Field label={t('start.unit')} note={t('start.unit-note')}>
          <Choice
            size="full"
            label={t('start.unit')}
            value={unit}
            options={units.map((value) => ({ value, label: t(unitWord[value]) }))}
            onChange={setUnit}
          />
        </Field>
        <Field label={t('start.admin-name')} note={t('start.admin-name-note')} id="admin-name">
          <Input
            id="admin-name"
            required
            maxLength={100}
            autoComplete="name"
            value={adminName}
            onChange={(event) => setAdminName(event.target.value)}
          />
        </Field>
        <Field label={t('start.admin-email')} note={t('start.admin-email-note')} id="admin-email">
          <Input
            id="admin-email"
            type="email"
            required
            maxLength={254}
            autoComplete="email"
            value={adminEmail}
            {...(code === 'person/email-invalid' ? { status: 'error' as const } : {})}
            onChange={(event) => setAdminEmail(event.target.value)}
          />
        </Field>
      </div>
      {setUp.isError && <Failed error={setUp.error} />}
      <div className="start-foot">
        <p>
          <strong>{t('start.next')}</strong>
          <span className="quiet">{t('start.next-note')}</span>
        </p>
        <Button type="primary" htmlType="submit" className="start-go" loading={setUp.isPending}>
          <strong>{t('start.go')}</strong>
        </Button>
      </div>
    </form>
  )
}

function Field({
  label,
  note,
  id,
  wide = false,
  children,
}: {
  readonly label: string
  readonly note: string
  readonly id?: string
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  return (
    <div className="start-field" data-wide={wide}>
      {id === undefined ? <span>{label}</span> : <label htmlFor={id}>{label}</label>}
      {children}
      <p className="quiet">{note}</p>
    </div>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import type { CompanySettings } from '../../../contract/settings.ts'
import { api, ApiProblem } from '../../api.ts'
import { Choice } from '../../ui/choice.tsx'
import type { Draft } from '../../ui/draft.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import { currencyName, nowIn, zoneName } from '../../ui/places.ts'
import { Failed, useProblemWords } from '../../ui/states.tsx'
import { useUndo } from '../../ui/undo-bar.tsx'
import { units, unitWord } from '../../ui/unit.tsx'
import { ZoneSelect } from '../../ui/zone-select.tsx'
import { FormFoot } from '../form-foot.tsx'
import { changeOf, readVat, typedOf, vatText, type CompanyChange, type SettingsDraft } from './values.ts'
import { SecondRoles } from './second-roles.tsx'
import './settings.css'
import { useDoing } from '../../ui/doing.ts'

const fieldOf: Readonly<Record<string, keyof SettingsDraft>> = {
  'company/name-empty': 'name',
  'company/time-zone-unknown': 'timeZone',
}

/** The company's settings, section by section. Enter saves; what cannot be changed says why. */
export function SettingsForm({
  settings,
  draft,
}: {
  readonly settings: CompanySettings
  readonly draft: Draft<SettingsDraft>
}) {
  const { t, locale } = useLanguage()
  const words = useProblemWords()
  const client = useQueryClient()
  const offer = useUndo()
  const { busy, error, run } = useDoing()
  const { value, set, changed } = draft
  const { may, posted, currency } = settings
  const rate = readVat(value.vat)
  const put = async (change: CompanyChange) => {
    await api.changeCompany(change)
    // Its name, its day and its unit stand on every screen.
    await client.invalidateQueries()
  }
  const save = async (event: React.FormEvent) => {
    event.preventDefault()
    if (!may || busy || !draft.dirty || rate === undefined) return
    await run(async () => {
      await put(changeOf(value, changed))
      const back = changeOf(typedOf(settings), changed)
      draft.clear()
      offer({ words: t('settings.saved'), undo: () => put(back) })
    })
  }
  const wrong = error instanceof ApiProblem ? fieldOf[error.code] : undefined
  const said = (field: keyof SettingsDraft) => (wrong === field ? { error: words(error) } : {})
  const was = (field: keyof SettingsDraft, before: string) => (changed(field) ? { was: before } : {})
  const now = nowIn(value.timeZone, locale) ?? t('app.missing')
  const before = typedOf(settings)
  return (
    <form className="settings-form" onSubmit={(event) => void save(event)} noValidate>
      <Section title={t('settings.company')}>
        <Field
          label={t('settings.name')}
          hint={t('settings.name-hint')}
          {...was('name', before.name)}
          {...said('name')}
        >
          <Input
            value={value.name}
            maxLength={200}
            disabled={!may}
            autoComplete="organization"
            onChange={(event) => set({ name: event.target.value })}
          />
        </Field>
      </Section>
      <Section title={t('settings.money')}>
        <div className="field-row">
          <Field
            label={t('settings.currency')}
            hint={t(posted ? 'settings.currency-posted' : 'settings.currency-open')}
          >
            <Input value={`${currencyName(currency, locale)} ${currency}`} disabled />
          </Field>
          <Field
            label={t('settings.vat')}
            hint={
              rate === null || rate === undefined
                ? t('settings.vat-none')
                : t('settings.vat-hint', { gross: 100 + Number(vatText(rate)), vat: Number(vatText(rate)) })
            }
            {...was('vat', before.vat)}
            {...(rate === undefined ? { error: t('settings.vat-wrong') } : {})}
          >
            <Input
              value={value.vat}
              maxLength={10}
              disabled={!may}
              inputMode="decimal"
              suffix="%"
              placeholder={t('settings.vat-empty')}
              onChange={(event) => set({ vat: event.target.value })}
            />
          </Field>
        </div>
      </Section>
      <Section title={t('settings.days')}>
        <div className="field-row">
          <Field
            label={t('settings.zone')}
            hint={
              changed('timeZone') && posted ? (
                <span className="settings-means">{t('settings.zone-means', { now })}</span>
              ) : (
                t('settings.zone-now', { now })
              )
            }
            {...was('timeZone', zoneName(before.timeZone, locale))}
            {...said('timeZone')}
          >
            <ZoneSelect
              id="settings-zone"
              value={value.timeZone}
              disabled={!may}
              onChange={(timeZone) => set({ timeZone })}
            />
          </Field>
          <Field label={t('settings.calendar')} hint={t('settings.calendar-hint')}>
            <Input value={t('settings.calendar-none')} disabled />
          </Field>
        </div>
      </Section>
      <Section title={t('settings.words')}>
        <div className="field-row">
          <Field
            label={t('settings.unit')}
            hint={t('settings.unit-hint')}
            {...was('unit', t(unitWord[before.unit]))}
          >
            <div>
              <Choice
                size="full"
                label={t('settings.unit')}
                value={value.unit}
                options={units.map((unit) => ({ value: unit, label: t(unitWord[unit]) }))}
                disabled={!may}
                onChange={(unit) => set({ unit })}
              />
            </div>
          </Field>
          <Field label={t('settings.language')} hint={t('settings.language-hint')}>
            <Input value={t(`people.locale-${settings.locale}`)} disabled />
          </Field>
        </div>
      </Section>
      <SecondRoles settings={settings} value={value.second} onChange={(second) => set({ second })} />
      {error === null || wrong ? null : <Failed error={error} />}
      <FormFoot draft={draft} locked={may ? null : t('settings.whom')} busy={busy} />
    </form>
  )
}

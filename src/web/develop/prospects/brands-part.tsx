import { Input, Select } from 'antd'
import { useState } from 'react'
import { certainties, type Certainty } from '../../../domain/develop/prospect.ts'
import { figure, shortDay } from '../../../language/message.ts'
import { prospectsApi } from '../../prospects-api.ts'
import { useDoing } from '../../ui/doing.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import { useRight } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'
import { Sure } from '../../ui/sure.tsx'
import { OpensForm, PartForm, type Part } from './part-form.tsx'

/** What it sells now: how much, how sure that is, and from whom. */
export function BrandsPart({ one, onDone }: Part) {
  const { t, locale } = useLanguage()
  const may = useRight('prospect.change')
  const { busy, error, run } = useDoing()
  return (
    <Section title={t('prospect.brands')}>
      {one.brands.length === 0 && <p className="quiet">{t('prospect.brand-none')}</p>}
      <ul className="prospect-lines">
        {one.brands.map((brand) => (
          <li key={brand.id} className="prospect-line">
            <span>
              <b>{brand.brand}</b>{' '}
              {[
                `${t('prospect.cases')} ${brand.cases === null ? t('app.missing') : figure(locale, brand.cases)}`,
                t(`prospect.${brand.certainty}`),
                brand.source,
                shortDay(locale, brand.day),
              ]
                .filter((word) => word !== '')
                .join(' · ')}
            </span>
            {may && (
              <Sure
                ask={t('prospect.person-remove')}
                name={`${t('prospect.person-remove')} ${brand.brand}`}
                words={t('prospect.brand-remove-why', { name: brand.brand })}
                yes={t('prospect.person-remove')}
                busy={busy}
                onYes={() =>
                  void run(async () => {
                    await prospectsApi.removeBrand(one.id, brand.id)
                    await onDone()
                  })
                }
              />
            )}
          </li>
        ))}
      </ul>
      {error !== null && <Failed error={error} />}
      <OpensForm words={t('prospect.brand-add')} onDone={onDone}>
        {(done) => <BrandForm one={one} onDone={done} />}
      </OpensForm>
    </Section>
  )
}

function BrandForm({ one, onDone }: Part) {
  const { t } = useLanguage()
  const [brand, setBrand] = useState('')
  const [cases, setCases] = useState('')
  const [certainty, setCertainty] = useState<Certainty>('heard')
  const [source, setSource] = useState('')
  const count = cases.trim() === '' ? null : Number(cases)
  return (
    <PartForm
      save={() => prospectsApi.tellBrand(one.id, { brand, cases: count, certainty, source })}
      onDone={onDone}
    >
      <Field label={t('prospect.brand')}>
        <Input value={brand} maxLength={60} onChange={(event) => setBrand(event.target.value)} />
      </Field>
      <Field label={t('prospect.cases')}>
        <Input
          inputMode="numeric"
          value={cases}
          maxLength={9}
          onChange={(event) => setCases(event.target.value)}
        />
      </Field>
      <Field label={t('prospect.certainty')}>
        <Select<Certainty>
          value={certainty}
          options={certainties.map((value) => ({ value, label: t(`prospect.${value}`) }))}
          onChange={setCertainty}
        />
      </Field>
      <Field label={t('prospect.brand-source')}>
        <Input value={source} maxLength={60} onChange={(event) => setSource(event.target.value)} />
      </Field>
    </PartForm>
  )
}

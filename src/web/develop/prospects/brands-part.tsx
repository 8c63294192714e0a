import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { Prospect } from '../../../contract/prospect.ts'
import { certainties, type Certainty } from '../../../domain/develop/prospect.ts'
import { figure, shortDay } from '../../../language/message.ts'
import { prospectsApi } from '../../prospects-api.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import { useRight } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'

type Part = { readonly one: Prospect; readonly onDone: () => Promise<void> }

/** What it sells now: how much, how sure that is, and from whom. */
export function BrandsPart({ one, onDone }: Part) {
  const { t, locale } = useLanguage()
  const may = useRight('prospect.change')
  const [adding, setAdding] = useState(false)
  return (
    <Section title={t('prospect.brands')}>
      {one.brands.length === 0 && <p className="quiet">{t('prospect.brand-none')}</p>}
      <ul className="prospect-lines">
        {one.brands.map((brand) => (
          <li key={brand.id}>
            <b>{brand.brand}</b>{' '}
            {[
              `${t('prospect.cases')} ${brand.cases === null ? t('app.missing') : figure(locale, brand.cases)}`,
              t(`prospect.${brand.certainty}`),
              brand.source,
              shortDay(locale, brand.day),
            ].join(' · ')}
          </li>
        ))}
      </ul>
      {adding ? (
        <BrandForm
          one={one}
          onDone={async () => {
            await onDone()
            setAdding(false)
          }}
        />
      ) : (
        <Button
          disabled={!may}
          title={may ? undefined : t('prospect.may-not')}
          onClick={() => setAdding(true)}
        >
          {t('prospect.brand-add')}
        </Button>
      )}
    </Section>
  )
}

function BrandForm({ one, onDone }: Part) {
  const { t } = useLanguage()
  const [brand, setBrand] = useState('')
  const [cases, setCases] = useState('')
  const [certainty, setCertainty] = useState<Certainty>('heard')
  const [source, setSource] = useState('')
  const [error, setError] = useState<unknown>(null)
  const save = async () => {
    setError(null)
    const count = cases.trim() === '' ? null : Number(cases)
    try {
      await prospectsApi.tellBrand(one.id, { brand, cases: count, certainty, source })
      await onDone()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <form
      className="prospect-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
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
      <Button type="primary" htmlType="submit">
        {t('app.save')}
      </Button>
      {error !== null && <Failed error={error} />}
    </form>
  )
}

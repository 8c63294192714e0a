import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { auditKindNames } from '../../../contract/audit.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { AuditSearch } from './reading.ts'

type Patch = Partial<Record<'account' | 'person' | 'kind' | 'from' | 'to', string>>

/** Whose, by whom, of which kind, from which day to which: each part stands in the address. */
export function AuditFilter({
  search,
  onChange,
}: {
  readonly search: AuditSearch
  readonly onChange: (patch: Patch) => void
}) {
  const { t } = useLanguage()
  return (
    <search className="audit-filter" aria-label={t('audit.filter')}>
      <Field label={t('audit.account')}>
        <Typed
          value={search.account}
          hint={t('audit.account-hint')}
          onChange={(account) => onChange({ account })}
        />
      </Field>
      <Field label={t('audit.person')}>
        <Typed
          value={search.person}
          hint={t('audit.person-hint')}
          onChange={(person) => onChange({ person })}
        />
      </Field>
      <Field label={t('audit.kind')}>
        <select value={search.kind ?? ''} onChange={(event) => onChange({ kind: event.target.value })}>
          <option value="">{t('audit.kind-all')}</option>
          {auditKindNames.map((kind) => (
            <option key={kind} value={kind}>
              {t(`audit.kind-${kind}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('audit.from')}>
        <input type="date" value={search.from} onChange={(event) => onChange({ from: event.target.value })} />
      </Field>
      <Field label={t('audit.to')}>
        <input type="date" value={search.to} onChange={(event) => onChange({ to: event.target.value })} />
      </Field>
    </search>
  )
}

const PAUSE_MS = 300

/** A text that is asked for when the typing pauses. */
function Typed({
  value,
  hint,
  onChange,
  ...named
}: {
  readonly value: string
  readonly hint: string
  readonly onChange: (value: string) => void
  readonly id?: string
}) {
  const [text, setText] = useState(value)
  const [asked, setAsked] = useState(value)
  // The address changed by itself: a cleared filter, a way back.
  if (value !== asked) {
    setAsked(value)
    setText(value)
  }
  useEffect(() => {
    if (text === asked) return
    const pause = setTimeout(() => {
      setAsked(text)
      onChange(text)
    }, PAUSE_MS)
    return () => clearTimeout(pause)
  }, [text, asked, onChange])
  return (
    <Input
      {...named}
      allowClear
      maxLength={200}
      placeholder={hint}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  )
}

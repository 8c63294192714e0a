import { Button, Input } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { FactName, type AccountFact } from '../../../../contract/account.ts'
import { DraftNote } from '../../../ui/draft-note.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { Drawer } from '../../../ui/drawer.tsx'
import { Field } from '../../../ui/field.tsx'
import { Failed } from '../../../ui/states.tsx'
import { useReading } from '../../../ui/reading.ts'
import { draftOf, readDraft, typedValue, type Draft, type Wrong } from './fact-draft.ts'
import { factUnit, factWords } from './fact-words.ts'
import type { Writes } from './writes.ts'

/** A fact of strength: which, how much, of which day, until when, from where. Enter saves. */
export function FactForm({
  account,
  old,
  there,
  writes,
  onClose,
}: {
  readonly account: { readonly id: string; readonly name: string }
  readonly old: AccountFact | null
  readonly there: readonly AccountFact[]
  readonly writes: Writes
  readonly onClose: () => void
}) {
  const reading = useReading()
  const { t, today } = reading
  const form = useRef<HTMLFormElement>(null)
  const empty = useMemo(() => draftOf(old, today), [old, today])
  const draft = useDraft<Draft>(`account-fact.${account.id}.${old ? `${old.fact}.${old.day}` : 'new'}`, empty)
  const { value, set } = draft
  const [wrong, setWrong] = useState<Wrong>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => form.current?.querySelector<HTMLElement>('select:enabled, input:enabled')?.focus(), [])
  const leave = () => {
    draft.clear()
    onClose()
  }
  const submit = () => {
    const read = readDraft(value, today)
    setWrong(read.wrong)
    if (read.told === null || busy) return
    setBusy(true)
    setError(null)
    writes
      .tell(t(`fact.${read.told.fact}`), read.told)
      .then(leave)
      .catch(setError)
      .finally(() => setBusy(false))
  }
  const same = old ? undefined : there.find((one) => one.fact === value.fact && one.day === value.day)
  const number = typedValue(value)
  const long = Number.isFinite(number) && number >= 10_000
  const said = (of: keyof Draft) => (wrong?.field === of ? { error: t(wrong.words) } : {})
  const was = (of: keyof Draft) => (old && draft.changed(of) ? { was: empty[of] } : {})
  return (
    <Drawer
      title={t(old ? 'records.fact-change' : 'records.fact-add')}
      note={
        <>
          {account.name} <DraftNote draft={draft} />
        </>
      }
      onClose={onClose}
      dirty={draft.dirty}
      footer={
        <>
          <Button onClick={leave}>{t('app.cancel')}</Button>
          <Button type="primary" loading={busy} onClick={submit}>
            {t('records.save')}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Field label={t('records.fact')} {...said('fact')}>
          <select
            value={value.fact}
            disabled={old !== null}
            onChange={(event) => set({ fact: FactName.parse(event.target.value) })}
          >
            {FactName.options.map((name) => (
              <option key={name} value={name}>
                {t(`fact.${name}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field
          label={t('records.fact-value', { unit: factUnit(reading, value.fact) })}
          {...(long
            ? {
                hint: t('records.fact-said', {
                  value: factWords(reading, { fact: value.fact, value: number }),
                }),
              }
            : {})}
          {...was('value')}
          {...said('value')}
        >
          <Input
            value={value.value}
            inputMode="decimal"
            maxLength={24}
            onChange={(event) => set({ value: event.target.value })}
          />
        </Field>
        <div className="field-row">
          <Field
            label={t('records.fact-day')}
            {...(old ? { hint: t('records.fact-fixed') } : {})}
            {...(same ? { hint: t('records.fact-same', { value: factWords(reading, same) }) } : {})}
            {...said('day')}
          >
            <Input
              type="date"
              max={today}
              disabled={old !== null}
              value={value.day}
              onChange={(event) => set({ day: event.target.value })}
            />
          </Field>
          <Field
            label={t('records.fact-expires')}
            hint={t('records.fact-expires-hint')}
            {...was('expiresOn')}
            {...said('expiresOn')}
          >
            <Input
              type="date"
              value={value.expiresOn}
              onChange={(event) => set({ expiresOn: event.target.value })}
            />
          </Field>
        </div>
        <Field
          label={t('records.fact-source')}
          hint={t('records.fact-source-hint')}
          {...was('source')}
          {...said('source')}
        >
          <Input
            value={value.source}
            maxLength={200}
            onChange={(event) => set({ source: event.target.value })}
          />
        </Field>
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
      {error === null ? null : <Failed error={error} />}
    </Drawer>
  )
}

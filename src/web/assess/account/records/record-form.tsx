import { Button, Input } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { AccountRecord } from '../../../../contract/account.ts'
import type { RecordKind } from '../../../../domain/chain/account-record.ts'
import { DraftNote } from '../../../ui/draft-note.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { ErasePart } from '../../../ui/erase-part.tsx'
import { Drawer } from '../../../ui/drawer.tsx'
import { Field } from '../../../ui/field.tsx'
import { Failed } from '../../../ui/states.tsx'
import { useReading } from '../../../ui/reading.ts'
import { draftOf, readDraft, type Draft, type Wrong } from './record-draft.ts'
import { titleOf } from './title.ts'
import type { Writes } from './writes.ts'

/** A contact, a site or a note, new or changed. Enter saves (in a long text Ctrl/Cmd-Enter). */
export function RecordForm({
  account,
  kind,
  old,
  writes,
  onClose,
}: {
  readonly account: { readonly id: string; readonly name: string }
  readonly kind: RecordKind
  readonly old: AccountRecord | null
  readonly writes: Writes
  readonly onClose: () => void
}) {
  const { t, today } = useReading()
  const form = useRef<HTMLFormElement>(null)
  const empty = useMemo(() => draftOf(old, today), [old, today])
  const draft = useDraft<Draft>(`account-record.${account.id}.${old?.id ?? kind}`, empty)
  const { value, set } = draft
  const [wrong, setWrong] = useState<Wrong>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])
  const leave = () => {
    draft.clear()
    onClose()
  }
  const submit = () => {
    const read = readDraft(kind, value, today)
    setWrong(read.wrong)
    if (read.change === null || busy) return
    setBusy(true)
    setError(null)
    writes
      .save(titleOf(read.change), read.change, old)
      .then(leave)
      .catch(setError)
      .finally(() => setBusy(false))
  }
  const said = (of: keyof Draft) => (wrong?.field === of ? { error: t(wrong.words) } : {})
  const was = (of: 'name' | 'role' | 'words' | 'day') => (old && draft.changed(of) ? { was: empty[of] } : {})
  const short = (of: 'name' | 'role', label: string, hint?: string) => (
    <Field label={label} {...(hint === undefined ? {} : { hint })} {...was(of)} {...said(of)}>
      <Input value={value[of]} maxLength={200} onChange={(event) => set({ [of]: event.target.value })} />
    </Field>
  )
  return (
    <Drawer
      title={t(old ? `records.${kind}-change` : `records.${kind}-add`)}
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
        {kind === 'contact' ? short('name', t('records.name')) : null}
        {kind === 'contact' ? short('role', t('records.role-contact'), t('records.role-contact-hint')) : null}
        {kind === 'contact' ? (
          <Field
            label={t('records.phone')}
            {...(old?.phoneMasked && !value.dropPhone
              ? { hint: t('records.phone-keep', { phone: old.phoneMasked }) }
              : {})}
            {...said('phone')}
          >
            <Input
              type="tel"
              value={value.phone}
              disabled={value.dropPhone}
              maxLength={100}
              onChange={(event) => set({ phone: event.target.value })}
            />
          </Field>
        ) : null}
        {old?.phoneMasked ? (
          <label className="record-drop">
            <input
              type="checkbox"
              checked={value.dropPhone}
              onChange={(event) => set({ dropPhone: event.target.checked })}
            />
            {t('records.phone-drop')}
          </label>
        ) : null}
        {kind === 'site' ? short('name', t('records.site-name')) : null}
        {kind === 'site' ? short('role', t('records.role-site'), t('records.role-site-hint')) : null}
        <Field label={t(`records.words-${kind}`)} {...was('words')} {...said('words')}>
          <Input.TextArea
            value={value.words}
            maxLength={4000}
            autoSize={{ minRows: kind === 'note' ? 5 : 2, maxRows: 14 }}
            onChange={(event) => set({ words: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
            }}
          />
        </Field>
        {kind === 'note' ? (
          <Field label={t('records.day')} {...was('day')} {...said('day')}>
            <Input
              type="date"
              max={today}
              value={value.day}
              onChange={(event) => set({ day: event.target.value })}
            />
          </Field>
        ) : null}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
      {old ? (
        <ErasePart
          ask={t('records.erase')}
          words={t('records.erase-why')}
          onErase={() => writes.erase(old).then(leave)}
        />
      ) : null}
      {error === null ? null : <Failed error={error} />}
    </Drawer>
  )
}

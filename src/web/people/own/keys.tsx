import { Button, Input } from 'antd'
import { useState } from 'react'
import type { OwnAccount } from '../../../contract/own-account.ts'
import { api } from '../../api.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import { Failed } from '../../ui/states.tsx'
import { Sure } from '../../ui/sure.tsx'
import { useAct, useMoment } from './queries.ts'

type Key = OwnAccount['keys'][number]

/** Keys for programs. A key is shown once; ending one cuts its programs off, so it is asked first. */
export function KeysPart({ keys }: { readonly keys: readonly Key[] }) {
  const { t } = useLanguage()
  const moment = useMoment()
  const { busy, said, error, act } = useAct()
  const [name, setName] = useState('')
  const [made, setMade] = useState<string | null>(null)
  const called = (key: Key) => key.name ?? t('own.key-unnamed')
  const submit = async (event: React.FormEvent) => {
    event.preventDefault()
    if (busy) return
    const done = await act(async () => setMade((await api.makeOwnKey(name)).key), null)
    if (done) setName('')
  }
  const end = async (key: Key) => {
    setMade(null)
    await act(() => api.revokeOwnKey(key.prefix), t('own.key-ended', { name: called(key) }))
  }
  return (
    <Section title={t('own.keys')} note={t('own.keys-note')}>
      {keys.length === 0 && <p className="quiet">{t('own.keys-none')}</p>}
      <ul className="own-list">
        {keys.map((key) => (
          <li key={key.prefix}>
            <strong>{called(key)}</strong>
            <span>
              <code>{`tonnage_${key.prefix}_…`}</code>
              <br />
              {t('own.key-made-at', { at: moment(key.madeAt) })}
              {' · '}
              {key.lastUsed === null ? t('own.key-unused') : t('own.key-used', { at: moment(key.lastUsed) })}
            </span>
            <Sure
              ask={t('own.key-end')}
              name={t('own.key-end-name', { name: called(key) })}
              words={t('own.key-end-sure', { name: called(key) })}
              yes={t('own.key-end-yes')}
              busy={busy}
              onYes={() => void end(key)}
            />
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
      {made !== null && (
        <div className="own-made" role="status">
          <p>{t('own.key-made')}</p>
          <code>{made}</code>
        </div>
      )}
      {error !== null && <Failed error={error} />}
      <form className="own-form" onSubmit={(event) => void submit(event)} noValidate>
        <Field label={t('own.key-name')} hint={t('own.key-name-hint')}>
          <Input value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Button htmlType="submit" loading={busy}>
          {t('own.key-go')}
        </Button>
      </form>
    </Section>
  )
}

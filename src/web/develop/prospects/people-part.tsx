import { Link } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { useState } from 'react'
import type { ProspectPerson } from '../../../contract/prospect.ts'
import { concerns, guide } from '../../../domain/develop/concern.ts'
import { personRoles, type PersonRole } from '../../../domain/develop/prospect.ts'
import { listed } from '../../../language/message.ts'
import { paths } from '../../paths.ts'
import { prospectsApi } from '../../prospects-api.ts'
import { useDoing } from '../../ui/doing.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import { useRight } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'
import { Sure } from '../../ui/sure.tsx'
import { OpensForm, PartForm, type Part } from './part-form.tsx'

/** Whom one talks with, and what each cares about first: it follows from the talk guide. */
export function PeoplePart({ one, onDone }: Part) {
  const { t } = useLanguage()
  return (
    <Section title={t('prospect.people')}>
      <ul className="prospect-lines">
        {one.people.map((person) => (
          <Person key={person.id} one={one} person={person} onDone={onDone} />
        ))}
      </ul>
      <OpensForm words={t('prospect.person-add')} onDone={onDone}>
        {(done) => <PersonForm one={one} onDone={done} />}
      </OpensForm>
    </Section>
  )
}

function Person({ one, person, onDone }: Part & { readonly person: ProspectPerson }) {
  const { t, locale } = useLanguage()
  const may = useRight('prospect.change')
  const [phone, setPhone] = useState<string | null>(null)
  const { busy, error, run } = useDoing()
  const named = (person.concerns ?? []).filter(({ points }) => points > 0)
  return (
    <li>
      <div className="prospect-line">
        <span>
          <b>{person.name}</b> {t(`prospect.role-${person.role}`)} {phone ?? person.phoneMasked ?? ''}{' '}
          {may && person.phoneMasked !== null && phone === null && (
            <button
              type="button"
              className="link"
              aria-label={`${t('prospect.call')} ${person.name}`}
              onClick={() =>
                void run(async () => setPhone((await prospectsApi.personPhone(one.id, person.id)).phone))
              }
            >
              {t('prospect.call')}
            </button>
          )}
        </span>
        {may && (
          <Sure
            ask={t('prospect.person-remove')}
            name={`${t('prospect.person-remove')} ${person.name}`}
            words={t('prospect.person-remove-why', { name: person.name })}
            yes={t('prospect.person-remove')}
            busy={busy}
            onYes={() =>
              void run(async () => {
                await prospectsApi.removePerson(one.id, person.id)
                await onDone()
              })
            }
          />
        )}
      </div>
      {error !== null && <Failed error={error} />}
      <p>
        {person.askedOn === null
          ? t('prospect.not-asked')
          : listed(
              locale,
              named.map(({ concern }) => t(`concern.${concern}`)),
            )}{' '}
        {person.askedOn !== null && (
          <Link
            className="link"
            to={paths.sheet}
            params={{ id: one.id }}
            search={{ person: person.id } as never}
          >
            {t('prospect.sheet')}
          </Link>
        )}
      </p>
      <OpensForm words={t('prospect.ask')} onDone={onDone}>
        {(done) => <Guide one={one} person={person} onDone={done} />}
      </OpensForm>
    </li>
  )
}

function Guide({ one, person, onDone }: Part & { readonly person: ProspectPerson }) {
  const { t } = useLanguage()
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>(person.answers)
  const set = (question: string, answer: string | undefined) => {
    const { [question]: _, ...rest } = answers
    setAnswers(answer === undefined ? rest : { ...rest, [question]: answer })
  }
  return (
    <PartForm
      label={t('prospect.guide')}
      save={() => prospectsApi.talk(one.id, person.id, answers)}
      onDone={onDone}
    >
      <p className="prospect-why">{t('prospect.guide-how')}</p>
      {guide.map(({ question }) => (
        <Field key={question} label={t(`guide.${question}`)}>
          <select
            value={answers[question] ?? ''}
            onChange={(event) => set(question, event.target.value || undefined)}
          >
            <option value="">{t('app.missing')}</option>
            {concerns.map((concern) => (
              <option key={concern} value={concern}>
                {t(`concern.${concern}`)}
              </option>
            ))}
          </select>
        </Field>
      ))}
    </PartForm>
  )
}

function PersonForm({ one, onDone }: Part) {
  const { t } = useLanguage()
  const [name, setName] = useState('')
  const [role, setRole] = useState<PersonRole>('owner')
  const [phone, setPhone] = useState('')
  const save = () => prospectsApi.addPerson(one.id, { name, role, phone: phone.trim() || null, words: '' })
  return (
    <PartForm save={save} onDone={onDone}>
      <Field label={t('prospect.person-name')}>
        <Input value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label={t('prospect.person-role')}>
        <Select<PersonRole>
          value={role}
          options={personRoles.map((value) => ({ value, label: t(`prospect.role-${value}`) }))}
          onChange={setRole}
        />
      </Field>
      <Field label={t('prospect.phone')}>
        <Input type="tel" value={phone} maxLength={30} onChange={(event) => setPhone(event.target.value)} />
      </Field>
    </PartForm>
  )
}

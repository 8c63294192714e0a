import { Link } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { Prospect, ProspectPerson } from '../../../contract/prospect.ts'
import { concerns, guide } from '../../../domain/develop/concern.ts'
import { personRoles, type PersonRole } from '../../../domain/develop/prospect.ts'
import { listed } from '../../../language/message.ts'
import { paths } from '../../paths.ts'
import { prospectsApi } from '../../prospects-api.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import { useRight } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'

type Part = { readonly one: Prospect; readonly onDone: () => Promise<void> }

/** Whom one talks with, and what each cares about first: it follows from the talk guide. */
export function PeoplePart({ one, onDone }: Part) {
  const { t } = useLanguage()
  const may = useRight('prospect.change')
  const [adding, setAdding] = useState(false)
  return (
    <Section title={t('prospect.people')}>
      <ul className="prospect-lines">
        {one.people.map((person) => (
          <Person key={person.id} one={one} person={person} onDone={onDone} />
        ))}
      </ul>
      {adding ? (
        <PersonForm
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
          {t('prospect.person-add')}
        </Button>
      )}
    </Section>
  )
}

function Person({ one, person, onDone }: Part & { readonly person: ProspectPerson }) {
  const { t, locale } = useLanguage()
  const may = useRight('prospect.change')
  const [asking, setAsking] = useState(false)
  const named = (person.concerns ?? []).filter(({ points }) => points > 0)
  return (
    <li>
      <b>{person.name}</b> {t(`prospect.role-${person.role}`)} {person.phoneMasked ?? ''}
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
      {asking ? (
        <Guide
          one={one}
          person={person}
          onDone={async () => {
            await onDone()
            setAsking(false)
          }}
        />
      ) : (
        <Button
          disabled={!may}
          title={may ? undefined : t('prospect.may-not')}
          onClick={() => setAsking(true)}
        >
          {t('prospect.ask')}
        </Button>
      )}
    </li>
  )
}

function Guide({ one, person, onDone }: Part & { readonly person: ProspectPerson }) {
  const { t } = useLanguage()
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>(person.answers)
  const [error, setError] = useState<unknown>(null)
  const save = async () => {
    setError(null)
    try {
      await prospectsApi.talk(one.id, person.id, answers)
      await onDone()
    } catch (problem) {
      setError(problem)
    }
  }
  const set = (question: string, answer: string | undefined) => {
    const { [question]: _, ...rest } = answers
    setAnswers(answer === undefined ? rest : { ...rest, [question]: answer })
  }
  return (
    <form
      className="prospect-form"
      aria-label={t('prospect.guide')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
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
      <Button type="primary" htmlType="submit">
        {t('app.save')}
      </Button>
      {error !== null && <Failed error={error} />}
    </form>
  )
}

function PersonForm({ one, onDone }: Part) {
  const { t } = useLanguage()
  const [name, setName] = useState('')
  const [role, setRole] = useState<PersonRole>('owner')
  const [phone, setPhone] = useState('')
  const [error, setError] = useState<unknown>(null)
  const save = async () => {
    setError(null)
    try {
      await prospectsApi.addPerson(one.id, { name, role, phone: phone.trim() || null, words: '' })
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
      <Button type="primary" htmlType="submit">
        {t('app.save')}
      </Button>
      {error !== null && <Failed error={error} />}
    </form>
  )
}

import { Button, Input } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { People, PersonView } from '../../../contract/people.ts'
import type { Key } from '../../../language/index.ts'
import { api, ApiProblem } from '../../api.ts'
import { Choice } from '../../ui/choice.tsx'
import { useDraft } from '../../ui/draft.ts'
import { DraftNote } from '../../ui/draft-note.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useRight } from '../../ui/session.ts'
import { Failed, useProblemWords } from '../../ui/states.tsx'
import { useUndo } from '../../ui/undo-bar.tsx'
import { LinkPart, LinkShown } from './link-part.tsx'
import { backTo, stateOf, usePeopleWrites } from './queries.ts'
import { PrivacyPart } from './privacy-part.tsx'
import { RolesField, type RoleDraft } from './roles-field.tsx'
import { SeeAsPart } from './see-as-part.tsx'
import { SecondPart } from './second-part.tsx'
import { StandIns } from './stand-ins-part.tsx'

type Draft = {
  readonly name: string
  readonly email: string
  readonly locale: 'zh' | 'en'
  readonly roles: readonly RoleDraft[]
}

const fieldOf: Readonly<Record<string, keyof Draft>> = {
  'person/email-invalid': 'email',
  'person/exists': 'email',
  'person/name-missing': 'name',
  'person/role-none': 'roles',
  'person/role-unknown': 'roles',
  'person/scope-unknown': 'roles',
}

type Missing = Partial<Record<keyof Draft, Key & `people.wrong-${string}`>>

/** What has to be filled in before anything is sent. */
function missingIn({ name, email, roles }: Draft): Missing {
  return {
    ...(name.trim() === '' ? { name: 'people.wrong-name' } : {}),
    ...(email.trim() === '' ? { email: 'people.wrong-email' } : {}),
    ...(roles.length === 0 || roles.some(({ scope }) => scope === '') ? { roles: 'people.wrong-place' } : {}),
  }
}

/** A person in the drawer, or a new one (`person` null): name, roles and places; the link; who stands in. Enter saves. */
export function PersonForm({
  person,
  all,
  onClose,
}: {
  readonly person: PersonView | null
  readonly all: People
  readonly onClose: () => void
}) {
  const { t, locale } = useLanguage()
  const words = useProblemWords()
  const { change, again } = usePeopleWrites()
  const offer = useUndo()
  const form = useRef<HTMLFormElement>(null)
  const initial = useMemo<Draft>(() => draftOf(person, locale), [person, locale])
  const draft = useDraft<Draft>(`person.${person?.email ?? 'new'}`, initial)
  const { value, set } = draft
  const [error, setError] = useState<unknown>(null)
  const [missing, setMissing] = useState<Missing>({})
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<{ link: string; name: string } | null>(null)
  const mayChange = useRight('people.change')
  useEffect(() => {
    if (person === null) form.current?.querySelector('input')?.focus()
  }, [person])
  const locked = person === null ? !mayChange : !mayChange || !person.mine
  const act = async (work: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    await work().catch(setError)
    setBusy(false)
  }
  const save = (event: React.FormEvent) => {
    event.preventDefault()
    if (locked || busy || (person !== null && !draft.dirty)) return
    const short = missingIn(value)
    setMissing(short)
    if (Object.keys(short).length > 0) return
    void act(async () => {
      const roles = [...value.roles]
      if (person === null) {
        const { link } = await api.addPerson({ ...value, roles })
        setMade({ link, name: value.name })
        draft.clear()
        await again()
        return
      }
      await change([
        {
          email: person.email,
          ...(draft.changed('name') ? { name: value.name } : {}),
          ...(draft.changed('roles') ? { roles } : {}),
        },
      ])
      draft.clear()
      offer({ words: t('people.saved', { name: value.name }), undo: () => change(backTo([person])) })
      onClose()
    })
  }
  const turn = () => {
    if (!person) return
    void act(async () => {
      await change([{ email: person.email, active: !person.active }])
      offer({
        words: t(person.active ? 'people.suspended' : 'people.reactivated', { n: 1 }),
        undo: () => change([{ email: person.email, active: person.active }]),
      })
    })
  }
  const wrong = error instanceof ApiProblem ? fieldOf[error.code] : undefined
  const wrongAt = (field: keyof Draft) =>
    missing[field] ? t(missing[field]) : wrong === field ? words(error) : undefined
  const said = (field: keyof Draft) => {
    const says = wrongAt(field)
    return says === undefined ? {} : { error: says }
  }
  const was = (field: 'name') => (person && draft.changed(field) ? { was: initial[field] } : {})
  return (
    <Drawer
      title={person?.name ?? t('people.invite')}
      note={
        person === null ? undefined : draft.dirty ? (
          <DraftNote draft={draft} />
        ) : (
          `${person.email} · ${t(`people.state-${stateOf(person)}`)}`
        )
      }
      onClose={onClose}
      dirty={draft.dirty}
      footer={
        made || locked ? undefined : (
          <>
            {person && (
              <Button onClick={turn} disabled={busy}>
                {t(person.active ? 'people.suspend' : 'people.reactivate')}
              </Button>
            )}
            <Button
              type="primary"
              loading={busy}
              disabled={person !== null && !draft.dirty}
              onClick={() => form.current?.requestSubmit()}
            >
              {t(person ? 'people.save' : 'people.add')}
            </Button>
          </>
        )
      }
    >
      {made ? (
        <LinkShown {...made} />
      ) : (
        <>
          {locked && <p className="quiet">{t(mayChange ? 'people.not-yours' : 'people.no-change')}</p>}
          <form className="person-form" ref={form} onSubmit={save} noValidate>
            <fieldset disabled={locked}>
              <Field label={t('people.field-name')} {...was('name')} {...said('name')}>
                <Input
                  value={value.name}
                  maxLength={100}
                  disabled={locked}
                  onChange={(event) => set({ name: event.target.value })}
                />
              </Field>
              {person === null && (
                <>
                  <Field
                    label={t('people.field-email')}
                    hint={t('people.field-email-hint')}
                    {...said('email')}
                  >
                    <Input
                      type="email"
                      value={value.email}
                      maxLength={254}
                      onChange={(event) => set({ email: event.target.value })}
                    />
                  </Field>
                  <Field label={t('people.field-locale')}>
                    <div>
                      <Choice
                        label={t('people.field-locale')}
                        value={value.locale}
                        options={(['zh', 'en'] as const).map((one) => ({
                          value: one,
                          label: t(`people.locale-${one}`),
                        }))}
                        onChange={(next) => set({ locale: next })}
                      />
                    </div>
                  </Field>
                </>
              )}
              <RolesField
                value={value.roles}
                names={new Map(person?.roles.map(({ role, roleName }) => [role, roleName ?? role]))}
                onChange={(roles) => set({ roles })}
                error={wrongAt('roles')}
              />
            </fieldset>
            {/* A form with several fields hears Enter only where it has a button of its own. */}
            <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
          </form>
          {error === null || wrong ? null : <Failed error={error} />}
          {person && !locked && person.active && <LinkPart person={person} />}
          {person && !locked && <SecondPart person={person} />}
          {person && !locked && <PrivacyPart person={person} onErased={onClose} />}
          {person && !locked && person.active && <SeeAsPart person={person} />}
          {person && <StandIns person={person} all={all} locked={locked || !person.active} />}
        </>
      )}
    </Drawer>
  )
}

function draftOf(person: PersonView | null, locale: 'zh' | 'en'): Draft {
  if (!person) return { name: '', email: '', locale, roles: [{ role: 'rep', scope: '' }] }
  return {
    name: person.name,
    email: person.email,
    locale: person.locale,
    roles: person.roles.map(({ role, node }) => ({ role, scope: node })),
  }
}

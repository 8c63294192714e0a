import { Button, Input } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Right } from '../../../contract/people.ts'
import { ApiProblem } from '../../api.ts'
import { rolesApi } from '../../roles-api.ts'
import { useDraft } from '../../ui/draft.ts'
import { DraftNote } from '../../ui/draft-note.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useSession } from '../../ui/session.ts'
import { Failed, useProblemWords } from '../../ui/states.tsx'
import { useUndo } from '../../ui/undo-bar.tsx'
import { useReadAgain } from './queries.ts'
import { RightsField } from './rights-field.tsx'
import type { ShownRole } from './rights.ts'

/** `from`: of which role a new one began as a copy. */
type Draft = { readonly name: string; readonly rights: readonly Right[]; readonly from: string }
type Needed = 'name' | 'rights'

const fieldOf: Readonly<Record<string, Needed>> = {
  'role/name-missing': 'name',
  'role/name-taken': 'name',
  'role/rights-none': 'rights',
  'role/shows-costs': 'rights',
}

/**
 * A role in the drawer, or a new one (`role` null) that begins as a copy of `from`. One of the six, and one that may do more than the
 * reader, is looked at only. Enter saves.
 */
export function RoleForm({
  role,
  all,
  from,
  mayShape,
  onCopy,
  onClose,
}: {
  readonly role: ShownRole | null
  readonly all: readonly ShownRole[]
  readonly from: ShownRole | undefined
  readonly mayShape: boolean
  /** Goes to a new role that begins as a copy of this one. */
  readonly onCopy: (code: string) => void
  readonly onClose: () => void
}) {
  const { t } = useLanguage()
  const words = useProblemWords()
  const { rights: mine } = useSession()
  const again = useReadAgain()
  const offer = useUndo()
  const form = useRef<HTMLFormElement>(null)
  const begun = role ?? from
  const initial = useMemo<Draft>(
    () => ({ name: role?.name ?? '', rights: begun?.rights ?? [], from: begun?.code ?? '' }),
    [role, begun],
  )
  const draft = useDraft<Draft>(role ? `role.${role.code}` : `role.new.${from?.code ?? ''}`, initial)
  const { value, set } = draft
  const [error, setError] = useState<unknown>(null)
  const [missing, setMissing] = useState<Needed | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    if (role === null) form.current?.querySelector('input')?.focus()
  }, [role])
  const own = role?.own ?? null
  const foreign = own !== null && (!mayShape || own.rights.some((right) => !mine.includes(right)))
  const locked = role === null ? !mayShape : own === null || foreign
  const act = async (work: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    await work().catch(setError)
    setBusy(false)
  }
  const done = async (says: string, undo: () => Promise<unknown>) => {
    draft.clear()
    await again()
    offer({ words: says, undo: () => undo().then(again) })
    onClose()
  }
  const save = (event: React.FormEvent) => {
    event.preventDefault()
    if (locked || busy || (own !== null && !draft.dirty)) return
    const lacks = value.name.trim() === '' ? 'name' : value.rights.length === 0 ? 'rights' : null
    setMissing(lacks)
    if (lacks !== null) return
    const wish = { name: value.name, rights: [...value.rights] }
    void act(async () => {
      if (own === null) {
        const { code } = await rolesApi.add(wish)
        await done(t('roles.made', { name: value.name }), () => rolesApi.remove(code))
        return
      }
      const { code, name, rights } = own
      const { version } = await rolesApi.change(code, { ...wish, version: own.version })
      await done(t('roles.saved', { name: value.name }), () =>
        rolesApi.change(code, { name, rights, version }),
      )
    })
  }
  const remove = () => {
    if (own === null) return
    void act(async () => {
      const { code, name, rights } = own
      const { version } = await rolesApi.remove(code)
      await done(t('roles.removed', { name }), () => rolesApi.change(code, { name, rights, version }))
    })
  }
  const wrong = error instanceof ApiProblem ? fieldOf[error.code] : undefined
  const wrongAt = (field: Needed) =>
    missing === field ? t(`roles.wrong-${field}`) : wrong === field ? words(error) : undefined
  const said = (field: Needed) => {
    const says = wrongAt(field)
    return says === undefined ? {} : { error: says }
  }
  return (
    <Drawer
      title={role?.name ?? t('roles.new')}
      note={draft.dirty ? <DraftNote draft={draft} /> : role ? noteOf() : undefined}
      onClose={onClose}
      dirty={draft.dirty && !locked}
      footer={
        <>
          {role && mayShape && (
            <Button onClick={() => onCopy(role.code)} disabled={busy}>
              {t('roles.copy-this')}
            </Button>
          )}
          {!locked && (
            <Button
              type="primary"
              loading={busy}
              disabled={role !== null && !draft.dirty}
              onClick={() => form.current?.requestSubmit()}
            >
              {t(role ? 'roles.save' : 'roles.make')}
            </Button>
          )}
        </>
      }
    >
      {foreign && <p className="quiet">{t('roles.not-yours')}</p>}
      <form className="role-form" ref={form} onSubmit={save} noValidate>
        {(role === null || own !== null) && (
          <Field
            label={t('roles.field-name')}
            hint={role === null ? t('roles.field-name-hint') : undefined}
            {...(own && draft.changed('name') ? { was: own.name } : {})}
            {...said('name')}
          >
            <Input
              value={value.name}
              maxLength={60}
              disabled={locked}
              onChange={(event) => set({ name: event.target.value })}
            />
          </Field>
        )}
        {role === null && (
          <Field label={t('roles.copy')}>
            <select
              value={value.from}
              onChange={(event) => {
                const code = event.target.value
                set({ from: code, rights: all.find((one) => one.code === code)?.rights ?? [] })
              }}
            >
              {all.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
        )}
        <RightsField
          value={value.rights}
          locked={locked}
          error={wrongAt('rights')}
          onChange={(rights) => set({ rights })}
        />
        {/* A form with several fields hears Enter only where it has a button of its own. */}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
      {error === null || wrong ? null : <Failed error={error} />}
      {own !== null && !locked && (
        <div className="role-remove">
          <Button onClick={remove} disabled={busy || own.held > 0}>
            {t('roles.remove')}
          </Button>
          {own.held > 0 && <p className="quiet">{t('roles.remove-held', { n: own.held })}</p>}
        </div>
      )}
    </Drawer>
  )

  function noteOf(): string {
    if (!role) return ''
    const who = role.held === 0 ? t('roles.held-none') : t('roles.held', { n: role.held })
    return `${t(own ? 'roles.own' : 'roles.fixed')} · ${who}`
  }
}

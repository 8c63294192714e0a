import { roles as allRoles } from '../../../domain/chain/reach.ts'
import type { Role } from '../../../contract/people.ts'
import { useLanguage } from '../../ui/language.tsx'
import { PlaceOptions } from './place-options.tsx'

export type RoleDraft = { readonly role: Role; readonly scope: string }

/** Which roles, and where each holds: one row each, and what the role may do beneath. */
export function RolesField({
  value,
  onChange,
  error,
}: {
  readonly value: readonly RoleDraft[]
  readonly onChange: (roles: readonly RoleDraft[]) => void
  readonly error: string | undefined
}) {
  const { t } = useLanguage()
  const set = (at: number, patch: Partial<RoleDraft>) =>
    onChange(value.map((one, i) => (i === at ? { ...one, ...patch } : one)))
  return (
    <fieldset className="roles-field" data-wrong={error !== undefined || undefined}>
      <legend>
        {t('people.roles')} <span className="quiet">{t('people.roles-note')}</span>
      </legend>
      {value.map((one, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows have no name but their place
        <div key={at} className="role-row">
          <select
            aria-label={t('people.role-n', { n: at + 1 })}
            value={one.role}
            onChange={(event) =>
              set(at, { role: allRoles.find((r) => r === event.target.value) ?? one.role })
            }
          >
            {allRoles.map((role) => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
          </select>
          <select
            aria-label={t('people.place-n', { n: at + 1 })}
            value={one.scope}
            onChange={(event) => set(at, { scope: event.target.value })}
          >
            <PlaceOptions none={t('people.place-pick')} />
          </select>
          {value.length > 1 && (
            <button
              type="button"
              className="link"
              aria-label={t('people.role-drop', { n: at + 1 })}
              onClick={() => onChange(value.filter((_, i) => i !== at))}
            >
              {t('people.drop')}
            </button>
          )}
          <p>{t(`people.role-hint.${one.role}`)}</p>
        </div>
      ))}
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <button
        type="button"
        className="link"
        onClick={() => onChange([...value, { role: value.at(-1)?.role ?? 'rep', scope: '' }])}
      >
        {t('people.role-add')}
      </button>
    </fieldset>
  )
}

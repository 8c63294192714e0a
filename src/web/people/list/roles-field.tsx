import { useQuery } from '@tanstack/react-query'
import { isRole, roles as fixedRoles } from '../../../domain/chain/reach.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useRight } from '../../ui/session.ts'
import { hiddenWords } from '../roles/rights.ts'
import { rolesQuery } from '../roles/queries.ts'
import { PlaceOptions } from './place-options.tsx'

export type RoleDraft = { readonly role: string; readonly scope: string }

/** Which roles, and where each holds: one row each, and what the role may do beneath. */
export function RolesField({
  value,
  names,
  onChange,
  error,
}: {
  readonly value: readonly RoleDraft[]
  /** What the person's roles of the company's own are called. */
  readonly names: ReadonlyMap<string, string>
  readonly onChange: (roles: readonly RoleDraft[]) => void
  readonly error: string | undefined
}) {
  const { t } = useLanguage()
  // Whoever may not change people reads the form only: what the roles are called came with the person.
  const own = useQuery({ ...rolesQuery, enabled: useRight('people.change') }).data?.roles ?? []
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
            onChange={(event) => set(at, { role: event.target.value })}
          >
            {fixedRoles.map((role) => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
            {own.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
            {!isRole(one.role) && !own.some(({ code }) => code === one.role) && (
              <option value={one.role}>{names.get(one.role) ?? one.role}</option>
            )}
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
          <p>
            {isRole(one.role)
              ? t(`people.role-hint.${one.role}`)
              : hiddenWords(t, own.find(({ code }) => code === one.role)?.rights)}
          </p>
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

import type { Right } from '../../../contract/people.ts'
import { showCosts } from '../../../domain/chain/company-role.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useSession } from '../../ui/session.ts'
import { fieldWords, rightGroups, ticked, verbs } from './rights.ts'

/** Every right by chapter and verb, to tick; beneath, which fields are seen with them. */
export function RightsField({
  value,
  locked,
  error,
  onChange,
}: {
  readonly value: readonly Right[]
  readonly locked: boolean
  readonly error: string | undefined
  readonly onChange: (rights: readonly Right[]) => void
}) {
  const { t } = useLanguage()
  const { rights: mine } = useSession()
  const costs = value.includes('contribution.read')
  return (
    <>
      {rightGroups.map(({ key, word, does }) => (
        <fieldset key={key} className="role-chapter">
          <legend>{t(word)}</legend>
          {verbs.map((verb) =>
            (does[verb] ?? []).map((right, at) => {
              const needsCosts = !costs && showCosts.includes(right)
              const foreign = !mine.includes(right)
              return (
                <label key={right}>
                  <span className="role-verb" aria-hidden="true">
                    {at === 0 ? t(`roles.verb-${verb}`) : ''}
                  </span>
                  <input
                    type="checkbox"
                    checked={value.includes(right)}
                    // Where nothing can be changed the boxes still take the focus, so that the keyboard reaches what scrolls.
                    aria-disabled={locked || undefined}
                    disabled={!locked && (needsCosts || (foreign && !value.includes(right)))}
                    onChange={(event) => {
                      if (!locked) onChange(ticked(value, right, event.target.checked))
                    }}
                  />
                  <span>{t(`right.${right}`)}</span>
                </label>
              )
            }),
          )}
        </fieldset>
      ))}
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      {!costs && !locked && <p className="quiet">{t('roles.shows-costs')}</p>}
      <p role="status" className="role-fields">
        <strong>{t('roles.col-fields')}</strong> {fieldWords(t, value).join(' · ')}
      </p>
    </>
  )
}

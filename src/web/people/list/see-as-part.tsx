import { useState } from 'react'
import type { PersonView } from '../../../contract/people.ts'
import { paths } from '../../paths.ts'
import { rolesApi } from '../../roles-api.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useSession } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'

/** Opens the app as this person sees it. Not for oneself. */
export function SeeAsPart({ person }: { readonly person: PersonView }) {
  const { t } = useLanguage()
  const { email } = useSession().person
  const [error, setError] = useState<unknown>(null)
  if (email === person.email) return null
  const open = () => {
    setError(null)
    // A new page, so that nothing that was read with one's own rights is left on it.
    rolesApi.seeAs(person.email).then(() => location.assign(paths.accounts), setError)
  }
  return (
    <section className="person-part" aria-label={t('preview.part')}>
      <h3>{t('preview.part')}</h3>
      <p className="quiet">{t('preview.note', { name: person.name })}</p>
      <button type="button" className="link" onClick={open}>
        {t('preview.open', { name: person.name })}
      </button>
      {error !== null && <Failed error={error} />}
    </section>
  )
}

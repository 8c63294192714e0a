import { useState } from 'react'
import type { PersonView } from '../../../contract/people.ts'
import { secondApi } from '../../second-api.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Failed } from '../../ui/states.tsx'
import { Sure } from '../../ui/sure.tsx'
import { usePeopleWrites } from './queries.ts'

/** For a person who lost both the phone and the recovery codes. */
export function SecondPart({ person }: { readonly person: PersonView }) {
  const { t } = useLanguage()
  const { again } = usePeopleWrites()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  if (!person.secondFactor) return null
  const take = () => {
    setBusy(true)
    setError(null)
    secondApi
      .take(person.email)
      .then(again)
      .catch(setError)
      .finally(() => setBusy(false))
  }
  return (
    <section className="person-part" aria-label={t('second.title')}>
      <h3>{t('second.title')}</h3>
      <p className="quiet">{t('second.take-note')}</p>
      <Sure
        ask={t('second.take')}
        words={t('second.take-sure', { name: person.name })}
        yes={t('second.take')}
        busy={busy}
        onYes={take}
      />
      {error !== null && <Failed error={error} />}
    </section>
  )
}

import { useState } from 'react'
import type { PersonView } from '../../../contract/people.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useInChargeOfAll } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'
import { ErasePart } from '../../ui/erase-part.tsx'
import { privacyApi, saveData } from '../../privacy-api.ts'
import { usePeopleWrites } from './queries.ts'

/** What a person may ask for by law: a file of all that is kept, and that it be erased. For whoever is in charge of everybody. */
export function PrivacyPart({
  person,
  onErased,
}: {
  readonly person: PersonView
  readonly onErased: () => void
}) {
  const { t } = useLanguage()
  const { again } = usePeopleWrites()
  const all = useInChargeOfAll('people.change')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  if (!all) return null
  const get = () => {
    setBusy(true)
    setError(null)
    privacyApi
      .of(person.email)
      .then((data) => saveData(t('people.data-file', { name: person.name }), data))
      .catch(setError)
      .finally(() => setBusy(false))
  }
  const erase = async () => {
    await privacyApi.erase(person.email)
    await again()
    onErased()
  }
  return (
    <section className="person-part" aria-label={t('people.data')}>
      <h3>{t('people.data')}</h3>
      <p className="quiet">{t('people.data-why')}</p>
      <p>
        <button type="button" className="link" disabled={busy} onClick={get}>
          {t('people.data-get')}
        </button>
      </p>
      <p className="quiet">{t('people.erase-why')}</p>
      {person.active ? (
        <p className="quiet">{t('people.erase-first')}</p>
      ) : (
        <ErasePart
          ask={t('people.erase')}
          words={t('people.erase-sure', { name: person.name })}
          onErase={erase}
        />
      )}
      {error !== null && <Failed error={error} />}
    </section>
  )
}

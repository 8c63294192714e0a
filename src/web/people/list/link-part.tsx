import { Button } from 'antd'
import { useState } from 'react'
import type { PersonView } from '../../../contract/people.ts'
import { api } from '../../api.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Failed } from '../../ui/states.tsx'

/** A one-time link, to be copied and sent by whatever means there is. It is shown once and kept nowhere. */
export function LinkShown({ link, name }: { readonly link: string; readonly name: string }) {
  const { t } = useLanguage()
  const [copied, setCopied] = useState(false)
  const whole = new URL(link, location.origin).href
  return (
    <div className="link-shown" role="status">
      <p>{t('people.link-made', { name })}</p>
      <code>{whole}</code>
      <Button
        onClick={() => {
          void navigator.clipboard.writeText(whole).then(() => setCopied(true))
        }}
      >
        {copied ? t('start.copied') : t('start.copy')}
      </Button>
    </div>
  )
}

/** A new link for a person who forgot the password, or has none yet. */
export function LinkPart({ person }: { readonly person: PersonView }) {
  const { t } = useLanguage()
  const [link, setLink] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const make = () => {
    setError(null)
    api.newLink(person.email).then((made) => setLink(made.link), setError)
  }
  return (
    <section className="person-part" aria-label={t('people.link')}>
      <h3>{t('people.link')}</h3>
      {link === null ? (
        <>
          <p className="quiet">{t('people.link-note')}</p>
          <button type="button" className="link" onClick={make}>
            {t('people.link-new')}
          </button>
        </>
      ) : (
        <LinkShown link={link} name={person.name} />
      )}
      {error !== null && <Failed error={error} />}
    </section>
  )
}

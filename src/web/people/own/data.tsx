import { Button } from 'antd'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import { useSession } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'
import { privacyApi, saveData } from '../../privacy-api.ts'
import { useAct } from './queries.ts'

/** All that is kept about oneself, as a file. */
export function DataPart() {
  const { t } = useLanguage()
  const { person } = useSession()
  const { busy, said, error, act } = useAct()
  const get = () =>
    act(
      async () => saveData(t('people.data-file', { name: person.name }), await privacyApi.own()),
      t('own.data-done'),
    )
  return (
    <Section title={t('own.data')}>
      <p className="quiet">{t('own.data-note')}</p>
      <Button loading={busy} onClick={() => void get()}>
        {t('people.data-get')}
      </Button>
      <p role="status">{said}</p>
      {error !== null && <Failed error={error} />}
    </Section>
  )
}

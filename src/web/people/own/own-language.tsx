import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { Choice } from '../../ui/choice.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import { sessionQuery, useSession } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'
import { useAct } from './queries.ts'

/** The person's own language. What was chosen on this device stays as it is. */
export function LanguagePart() {
  const { t } = useLanguage()
  const { person } = useSession()
  const client = useQueryClient()
  const { busy, said, error, act } = useAct()
  const choose = (locale: 'zh' | 'en') =>
    act(
      async () => {
        await api.chooseOwnLanguage(locale)
        await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
      },
      t('own.language-done', { language: t(`people.locale-${locale}`) }),
    )
  return (
    <Section title={t('own.language')}>
      <p className="quiet">{t('own.language-note')}</p>
      <Choice
        size="full"
        label={t('own.language')}
        value={person.locale}
        options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`people.locale-${value}`) }))}
        disabled={busy}
        onChange={(locale) => void choose(locale)}
      />
      <p role="status">{said}</p>
      {error !== null && <Failed error={error} />}
    </Section>
  )
}

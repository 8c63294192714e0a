import { useQuery } from '@tanstack/react-query'
import { useTitle, PageHead } from '../ui/page.tsx'
import { useLanguage } from '../ui/language.tsx'
import { useSession } from '../ui/session.ts'
import { Failed, Loading } from '../ui/states.tsx'
import { CalendarPart } from './own/calendar.tsx'
import { DataPart } from './own/data.tsx'
import { KeysPart } from './own/keys.tsx'
import { LanguagePart } from './own/own-language.tsx'
import { PasswordPart } from './own/password.tsx'
import { ownQuery } from './own/queries.ts'
import { SecondFactorPart } from './own/second-factor.tsx'
import { SessionsPart } from './own/sessions.tsx'
import './own/own.css'

/** One's own account: where one is signed in, the password, the keys of one's programs, the language. */
export function OwnAccountScreen() {
  const { t } = useLanguage()
  useTitle(t('own.title'))
  const { person } = useSession()
  const answer = useQuery(ownQuery)
  if (!answer.data)
    return answer.error === null ? (
      <Loading />
    ) : (
      <Failed error={answer.error} onRetry={() => void answer.refetch()} />
    )
  const { sessions, keys, leastPassword } = answer.data
  return (
    <div className="own">
      <PageHead
        words={t('own.says', { n: sessions.length })}
        note={t('own.note', { name: person.name, email: person.email })}
      />
      <SessionsPart sessions={sessions} />
      <PasswordPart least={leastPassword} email={person.email} />
      <SecondFactorPart />
      <KeysPart keys={keys} />
      <CalendarPart />
      <LanguagePart />
      <DataPart />
    </div>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { shortDay } from '../../language/message.ts'
import { paths } from '../paths.ts'
import { useLanguage } from './language.tsx'
import { leave } from './kept-session.ts'
import { Pop } from './pop.tsx'
import { AppearanceChoice, LanguageChoice, UnitChoice } from './preferences.tsx'
import { roleWord } from './role-word.ts'
import { useSession } from './session.ts'

/** Who is signed in and as what; signs out. On a phone it also holds unit and language. */
export function PersonMenu({ phone = false }: { readonly phone?: boolean }) {
  const { t, locale } = useLanguage()
  const { person, roles, standsInFor } = useSession()
  const navigate = useNavigate()
  const client = useQueryClient()
  const role = roles[0]
  const roleWords = role && (
    <span className="person-role">
      <span>{roleWord(t, role)}</span>
      <span title={role.nodeName}>{role.nodeName}</span>
    </span>
  )
  const signOut = async () => {
    // Before the page is left: a navigation that another one overtakes does not come back here.
    await leave()
    await navigate({ to: paths.signIn, search: {} })
    // What this person has seen; the page that stands now keeps its own.
    client.removeQueries({ type: 'inactive' })
  }
  return (
    <Pop
      className="person"
      label={`${t('bar.person')}: ${person.name}`}
      place={phone ? 'below-end' : 'above'}
      face={
        phone ? (
          <span className="person-initial">{[...person.name][0]}</span>
        ) : (
          <>
            <strong title={person.name}>{person.name}</strong>
            {roleWords}
          </>
        )
      }
    >
      {(close) => (
        <div className="person-panel">
          <p>
            <strong>{person.name}</strong>
            <br />
            <span className="quiet">{person.email}</span>
          </p>
          {phone && (
            <>
              {roleWords}
              <UnitChoice />
              <LanguageChoice />
            </>
          )}
          {standsInFor.map((one) => (
            <p key={one.name}>
              {t('people.menu-stand-in', { name: one.name, day: shortDay(locale, one.to) })}
            </p>
          ))}
          <AppearanceChoice />
          <Link className="link" to={paths.own} search={{}} onClick={close}>
            {t('own.title')}
          </Link>
          <button type="button" className="link" onClick={() => void signOut()}>
            {t('bar.sign-out')}
          </button>
        </div>
      )}
    </Pop>
  )
}

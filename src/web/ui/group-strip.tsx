import { Link, useLocation } from '@tanstack/react-router'
import { useLanguage } from './language.tsx'
import { keepPlace, lies, useGroupHere } from './menu.tsx'

/** On a phone: the screens beside this one; the bar at the foot leads to the first of them only. */
export function GroupStrip() {
  const { t } = useLanguage()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const here = useGroupHere()
  if (here === undefined || here.entries.length < 2) return null
  return (
    <nav className="group-strip" aria-label={t(here.word)}>
      {here.entries.map(({ to, word }) => (
        <Link key={to} to={to} search={keepPlace} aria-current={lies(path, to) ? 'page' : undefined}>
          {t(word)}
        </Link>
      ))}
    </nav>
  )
}

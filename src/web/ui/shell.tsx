import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Session } from '../../contract/people.ts'
import { paths } from '../paths.ts'
import { AsOf } from './as-of.tsx'
import { Beside } from './beside.ts'
import { DemoBanner } from './demo-banner.tsx'
import { FindEverywhere } from './find-everywhere.tsx'
import { GroupStrip } from './group-strip.tsx'
import { KeySheet } from './key-sheet.tsx'
import { useLanguage } from './language.tsx'
import { Mark } from './mark.tsx'
import { recall } from './memory.ts'
import { SideMenu, TabBar } from './menu.tsx'
import { PersonMenu } from './person-menu.tsx'
import { LanguageChoice, UnitChoice } from './preferences.tsx'
import { SeenAsBanner } from './seen-as-banner.tsx'
import { SessionContext, sessionQuery } from './session.ts'
import { TerritoryPicker } from './territory-picker.tsx'
import { UndoProvider } from './undo-bar.tsx'
import { UnitProvider } from './unit.tsx'
import { usePhone } from './viewport.ts'
import './shell.css'
import './print.css'

/** The frame of every screen for one who is signed in: menu, place, search, unit, day, language. */
export function Shell() {
  const { data: session } = useSuspenseQuery(sessionQuery)
  return (
    <SessionContext value={session}>
      <Frame person={session.person} />
    </SessionContext>
  )
}

function Frame({ person }: { readonly person: Session['person'] }) {
  const { t, locale, setLocale } = useLanguage()
  const phone = usePhone()
  // Until somebody chooses a language here, it is the person's.
  useEffect(() => {
    if (recall('locale') === null && person.locale !== locale) setLocale(person.locale)
  }, [person.locale, locale, setLocale])
  const [beside, setBeside] = useState<HTMLElement | null>(null)
  return (
    <UnitProvider key={person.id}>
      <UndoProvider>
        <div className="shell">
          <a className="skip" href="#content">
            {t('bar.skip')}
          </a>
          {!phone && (
            <aside className="sider" aria-label={t('app.name')}>
              <Link className="brand" to={paths.accounts} search={{}}>
                <Mark />
                <span>{t('app.name')}</span>
              </Link>
              <SideMenu />
              <PersonMenu />
            </aside>
          )}
          <div className="work">
            <header className="top-bar">
              <TerritoryPicker />
              <FindEverywhere />
              {!phone && <UnitChoice />}
              <AsOf />
              {phone ? <PersonMenu phone /> : <LanguageChoice />}
            </header>
            {phone && <GroupStrip />}
            <div className="desk">
              <div className="desk-left">
                <SeenAsBanner />
                <DemoBanner />
                <main id="content" tabIndex={-1}>
                  <Beside value={beside}>
                    <Outlet />
                  </Beside>
                </main>
              </div>
              <div className="beside" ref={setBeside} />
            </div>
          </div>
          {phone && <TabBar />}
          <KeySheet />
        </div>
      </UndoProvider>
    </UnitProvider>
  )
}

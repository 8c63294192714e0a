import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { CompanySettings } from '../../contract/settings.ts'
import { api } from '../api.ts'
import { paths } from '../paths.ts'
import { useDraft } from '../ui/draft.ts'
import { DraftNote } from '../ui/draft-note.tsx'
import { useLanguage } from '../ui/language.tsx'
import { PageHead, useTitle } from '../ui/page.tsx'
import { currencyName, zoneName } from '../ui/places.ts'
import { useRight } from '../ui/session.ts'
import { Failed, Loading } from '../ui/states.tsx'
import { unitWord } from '../ui/unit.tsx'
import { SettingsForm } from './settings/form.tsx'
import { typedOf } from './settings/values.ts'

const settingsQuery = queryOptions<CompanySettings>({ queryKey: ['company'], queryFn: api.company })

/** What holds for the whole company: everybody reads it, who may changes it. */
export function SettingsScreen() {
  const { t } = useLanguage()
  useTitle(t('settings.title'))
  const answer = useQuery(settingsQuery)
  if (answer.data) return <Screen settings={answer.data} />
  return answer.error === null ? (
    <Loading />
  ) : (
    <Failed whole error={answer.error} onRetry={() => void answer.refetch()} />
  )
}

function Screen({ settings }: { readonly settings: CompanySettings }) {
  const { t, locale } = useLanguage()
  const mayAudit = useRight('audit.read')
  const draft = useDraft(
    'company',
    useMemo(() => typedOf(settings), [settings]),
  )
  const { currency, unit, timeZone } = settings
  return (
    <>
      <PageHead
        words={t('settings.says', {
          currency: currencyName(currency, locale),
          unit: t(unitWord[unit]),
          zone: zoneName(timeZone, locale),
        })}
        marks={settings.may ? { zone: { onPick: toZone } } : {}}
        note={
          <>
            {draft.dirty ? <DraftNote draft={draft} /> : t(settings.may ? 'settings.note' : 'settings.whom')}{' '}
            {mayAudit && (
              <Link className="link" to={paths.audit} search={{ kind: 'company' } as never}>
                {t('settings.changes')}
              </Link>
            )}
          </>
        }
      />
      <SettingsForm settings={settings} draft={draft} />
    </>
  )
}

function toZone(): void {
  document.querySelector<HTMLElement>('#settings-zone')?.focus()
}

import type { Draft } from './draft.ts'
import { useLanguage } from './language.tsx'

/** Under a form's title: how many fields differ, and that they are kept ("改了 2 处，草稿 11:24 已留"). Nothing where nothing does. */
export function DraftNote({
  draft,
}: {
  readonly draft: Pick<Draft<object>, 'changes' | 'savedAt' | 'restored'>
}) {
  const { t, locale } = useLanguage()
  if (draft.savedAt === null) return null
  const time = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    ...(draft.restored ? ({ month: 'short', day: 'numeric' } as const) : {}),
  }).format(draft.savedAt)
  return <span role="status">{t('draft.note', { n: draft.changes, time })}</span>
}

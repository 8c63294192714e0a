import { Link } from '@tanstack/react-router'
import type { AuditEntry } from '../../../contract/audit.ts'
import { actionWords, actorWords, fieldWords, valueWords } from '../../../language/audit-words.ts'
import { paths } from '../../paths.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { useLanguage } from '../../ui/language.tsx'

/** One entry whole: who, when, where, and every field with what stood there and what stands there now. */
export function EntryDrawer({
  entry,
  moment,
  onOnly,
  onClose,
}: {
  readonly entry: AuditEntry
  readonly moment: (at: string) => string
  readonly onOnly: (patch: { account?: string; person?: string }) => void
  readonly onClose: () => void
}) {
  const { t, locale } = useLanguage()
  const { subject, byEmail, said } = entry
  const account = subject?.account ?? null
  const person = byEmail ?? entry.by
  return (
    <Drawer
      title={actionWords(locale, entry.action)}
      note={`${moment(entry.at)} · ${actorWords(locale, entry.by)} · ${entry.market?.name ?? t('audit.company')}`}
      onClose={onClose}
    >
      <div className="audit-entry">
        {subject && <p className="audit-subject">{subject.name}</p>}
        {said.length === 0 ? (
          <p className="quiet">{t('audit.said-none')}</p>
        ) : (
          <dl>
            {said.map(({ field, before, after }) => (
              <div key={field}>
                <dt title={field}>{fieldWords(locale, field)}</dt>
                <dd>
                  {before !== null && (
                    <del aria-label={`${t('audit.before')} ${before}`}>
                      {valueWords(locale, field, before)}
                    </del>
                  )}
                  <span>{after === null ? t('app.missing') : valueWords(locale, field, after)}</span>
                </dd>
              </div>
            ))}
          </dl>
        )}
        {entry.from !== null && (
          <p className="quiet">
            {t('audit.col-from')} {entry.from}
          </p>
        )}
        <p className="audit-ways">
          {account !== null && (
            <>
              <Link className="link" to={paths.account} params={{ id: account }} search={{}}>
                {t('audit.open-account')}
              </Link>
              <button type="button" className="link" onClick={() => onOnly({ account })}>
                {t('audit.only-account')}
              </button>
            </>
          )}
          <button type="button" className="link" onClick={() => onOnly({ person })}>
            {t('audit.only-person')}
          </button>
        </p>
      </div>
    </Drawer>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { percent } from '../../language/message.ts'
import { paths } from '../paths.ts'
import { useLanguage } from '../ui/language.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { useProblemWords } from '../ui/states.tsx'
import { importQuery } from './queries.ts'
import { dismiss, keepFile, type Brought } from './queue.ts'

/** The files that are on their way or wait to be looked at, in a few lines above everything. */
export function QueueStrip({ queue }: { readonly queue: readonly Brought[] }) {
  const { t } = useLanguage()
  if (queue.length === 0) return null
  return (
    <ul className="queue" aria-label={t('wizard.queue')} aria-live="polite">
      {queue.map((item) => (
        <QueueLine key={item.key} item={item} />
      ))}
    </ul>
  )
}

function QueueLine({ item }: { readonly item: Brought }) {
  const { t, locale } = useLanguage()
  const words = useProblemWords()
  const client = useQueryClient()
  const sending = item.state === 'sending' || item.state === 'reading'
  return (
    <li data-state={item.state}>
      <strong className="queue-name">{item.name}</strong>
      <span className="quiet">{t(`kind.${item.kind}`)}</span>
      {item.state === 'waits' && <span className="quiet">{t('wizard.queue-waits')}</span>}
      {sending && (
        <>
          <span className="quiet">
            {item.state === 'reading'
              ? t('wizard.queue-reading')
              : t('wizard.queue-sending', { share: percent(locale, Math.floor(item.sent * 100) / 100) })}
          </span>
          <ProgressBar label={item.name} done={item.sent} />
        </>
      )}
      {item.state === 'refused' && (
        <span className="queue-problem" role="alert">
          {words(item.problem)}
        </span>
      )}
      {item.batch && (
        <Link
          className="link"
          to={paths.importBatch}
          params={{ batch: item.batch.id }}
          search={true}
          onClick={() => {
            if (!item.batch) return
            client.setQueryData(importQuery(item.batch.id).queryKey, item.batch)
            keepFile(item.batch.id, item.file)
            dismiss(item.key)
          }}
        >
          {t('wizard.queue-open')}
        </Link>
      )}
      {!sending && (
        <button type="button" className="link" onClick={() => dismiss(item.key)}>
          {item.state === 'waits' ? t('wizard.queue-drop') : t('app.close')}
        </button>
      )}
    </li>
  )
}

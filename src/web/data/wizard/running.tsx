import { columnsTaken } from './column-facts.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ImportBatch } from '../../../contract/intake.ts'
import { api } from '../../api.ts'
import { lookUp } from '../../../language/index.ts'
import { useLanguage } from '../../ui/language.tsx'
import { PageHead } from '../../ui/page.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Failed } from '../../ui/states.tsx'
import { importQuery } from '../queries.ts'
import { stepWord } from '../step-word.ts'
import { fieldName } from '../fields.ts'
import { FileStep } from './file-step.tsx'
import { FoldedStep, Step } from './step.tsx'

const ORDER = ['read', 'judge', 'post', 'settle', 'assess'] as const

/** An import while it runs, on the server: leaving, or a reload, does not stop it; 停 does, and then nothing is written. */
export function Running({ batch }: { readonly batch: ImportBatch }) {
  const language = useLanguage()
  const { t } = language
  const client = useQueryClient()
  const { progress, understood } = batch
  const at = ORDER.indexOf((progress?.step ?? 'read') as (typeof ORDER)[number])
  const stop = useMutation({
    mutationFn: () => api.stopImport(batch.id),
    onSuccess: () => client.invalidateQueries({ queryKey: importQuery(batch.id).queryKey, exact: true }),
  })
  const share = progress?.share ?? null
  return (
    <>
      <PageHead
        words={t('import.running', { file: batch.fileName })}
        note={t('wizard.running-note')}
        actions={
          <Button disabled={stop.isPending || stop.isSuccess} onClick={() => stop.mutate()}>
            {stop.isSuccess ? t('wizard.stopping') : t('wizard.stop-it')}
          </Button>
        }
      />
      {share !== null && <ProgressBar label={t('import.running', { file: batch.fileName })} done={share} />}
      {stop.isError && <Failed error={stop.error} />}
      {understood && <FileStep batch={batch} understood={understood} lines={null} />}
      <FoldedStep n={2} title={t('import.step-columns')} words={columnsWords(language, batch)} />
      <FoldedStep n={3} title={t('import.step-trial')} words={t('wizard.trial-went')} />
      <Step n={4} title={t('import.step-done')} note={t('wizard.now-running')}>
        <ol className="running-steps" aria-live="polite">
          {ORDER.map((step, i) => (
            <li key={step} data-state={i < at ? 'done' : i === at ? 'now' : 'next'}>
              <span>{t(stepWord(step))}</span>
              {i === at && progress !== null && progress.done > 1 && (
                <span className="quiet">{t('wizard.rows', { n: progress.done })}</span>
              )}
            </li>
          ))}
        </ol>
      </Step>
    </>
  )
}

/** Step 2 in one line once it is behind us: how many columns, and what a person decided of them. */
export function columnsWords({ t, locale }: ReturnType<typeof useLanguage>, { understood, map }: ImportBatch): string {
  const option = (value: string | undefined) => (value === undefined ? [] : [lookUp(locale, `option.${value}`) ?? value])
  const decided = [
    ...option(map?.quantityUnit).map((unit) => t('wizard.decided', { what: t('wizard.quantity'), as: unit })),
    ...option(map?.vat).map((vat) => t('wizard.decided', { what: t('wizard.amount'), as: vat })),
    ...option(map?.dateOrder).map((order) => t('wizard.decided', { what: t('field.date'), as: order })),
    ...option(map?.decimal),
    ...Object.entries(map?.columns ?? {}).map(([field, header]) =>
      t('wizard.decided', { what: fieldName(locale, field), as: header === '' ? t('wizard.no-column') : header }),
    ),
  ]
  return decided.length > 0
    ? t('wizard.columns-said', { n: understood ? columnsTaken(understood) : 0, said: decided.join(t('wizard.comma')) })
    : t('wizard.columns-plain', { n: understood ? columnsTaken(understood) : 0 })
}

import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import type { ImportBatch, ImportResult } from '../../../contract/intake.ts'
import { ApiProblem } from '../../api.ts'
import { useLanguage } from '../../ui/language.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { marked } from '../../ui/sentence.tsx'
import { Failed } from '../../ui/states.tsx'
import { creates, type Draft } from './draft.ts'
import { useFileReading } from './reading.ts'
import { Samples } from './samples.tsx'
import { Step } from './step.tsx'
import type { Trial } from './use-trial.ts'

/**
 * Step 3: what the import would do, in one sentence, and the one button that does it and says what it does. Under it some lines of
 * each kind.
 */
export function TrialStep({
  batch,
  draft,
  trial,
  unsure,
  onSamples,
}: {
  readonly batch: ImportBatch
  readonly draft: Draft
  readonly trial: Trial
  /** Columns that are still a guess: the button confirms them. */
  readonly unsure: number
  readonly onSamples: () => void
}) {
  const { t } = useLanguage()
  const { result, running } = trial
  const problem = batch.problem && !running ? new ApiProblem(422, batch.problem) : null
  return (
    <Step
      n={3}
      title={t('import.step-trial')}
      note={running ? t('import.trial-running') : t('wizard.trial-note')}
    >
      <div className="trial">
        <div className="trial-say" aria-live="polite">
          {result ? (
            <Answer batch={batch} result={result} onSamples={onSamples} />
          ) : running ? (
            <Working batch={batch} waits={trial.waits} />
          ) : (
            !problem && <p className="trial-answer">{t('wizard.trial-ask')}</p>
          )}
          {problem && <Failed error={problem} />}
          {trial.error !== null && <Failed error={trial.error} />}
        </div>
        <div className="trial-do">
          {result ? (
            <Button
              type="primary"
              size="large"
              loading={trial.going}
              disabled={result.rowsAccepted === 0}
              onClick={trial.go}
            >
              <strong>{goWords(t, result, unsure)}</strong>
            </Button>
          ) : (
            <Button type="primary" size="large" disabled={running} onClick={trial.tryIt}>
              <strong>{running ? t('wizard.trying') : t('wizard.try')}</strong>
            </Button>
          )}
          <span className="quiet">
            {batch.kind === 'people' ? t('wizard.people-stay') : t('wizard.undo-until')}
          </span>
        </div>
        <div className="trial-options">
          {creates(batch.kind) && (
            <Checkbox
              checked={draft.createMissing}
              onChange={(event) => draft.option({ createMissing: event.target.checked })}
            >
              {t('import.create-missing')}
            </Checkbox>
          )}
          <Checkbox
            checked={draft.allOrNothing}
            onChange={(event) => draft.option({ allOrNothing: event.target.checked })}
          >
            {t('import.all-or-nothing')}
          </Checkbox>
        </div>
      </div>
      {result && <Samples result={result} />}
    </Step>
  )
}

function goWords(t: ReturnType<typeof useLanguage>['t'], result: ImportResult, unsure: number): string {
  const n = result.rowsAccepted
  if (n === 0) return result.unchanged > 0 ? t('wizard.go-none-new') : t('wizard.go-none')
  return unsure > 0 ? t('wizard.go-confirm', { n, columns: unsure }) : t('import.go-rows', { n })
}

/** What will happen, in at most two lines; underlined figures open the samples of them. */
function Answer({
  batch,
  result,
  onSamples,
}: {
  readonly batch: ImportBatch
  readonly result: ImportResult
  readonly onSamples: () => void
}) {
  const { t } = useLanguage()
  const reading = useFileReading()
  const n = result.rowsAccepted
  const back = result.rowsRejected
  const volume = `${reading.volume(result.totals)} ${reading.unitName}`
  const made = result.created.accounts
  const parts: string[] = []
  if (n === 0 && result.unchanged > 0) parts.push(t('wizard.will-nothing', { n: result.unchanged }))
  else if (n === 0) parts.push(t('wizard.go-none'))
  else if (batch.kind === 'movements') parts.push(t('wizard.will-in', { n, volume }))
  else parts.push(t('wizard.will-in-plain', { n }))
  if (made > 0) parts.push(t('wizard.will-make', { n: made }))
  if (result.corrected > 0) parts.push(t('wizard.will-correct', { n: result.corrected }))
  if (back > 0) parts.push(t('wizard.will-back', { n: back }))
  const mark = { onPick: onSamples }
  const note: ReactNode[] = []
  if (result.unchanged > 0 && n > 0) note.push(t('wizard.will-unchanged', { n: result.unchanged }))
  if (result.created.skus > 0) note.push(t('wizard.will-make-skus', { n: result.created.skus }))
  if (result.created.markets > 0) note.push(t('wizard.will-make-markets', { n: result.created.markets }))
  return (
    <>
      <p className="trial-answer">
        {marked(parts.join(t('wizard.comma')) + t('wizard.stop'), { in: mark, back: mark, made: mark, volume: {} })}
      </p>
      {note.length > 0 && <p className="quiet">{note.join(t('wizard.then')) + t('wizard.stop')}</p>}
    </>
  )
}

function Working({ batch, waits }: { readonly batch: ImportBatch; readonly waits: boolean }) {
  const { t } = useLanguage()
  const share = batch.progress?.share ?? null
  return (
    <>
      <p className="trial-answer pale">{waits ? t('wizard.trial-waits') : t('wizard.trial-working')}</p>
      {share !== null && <ProgressBar label={t('import.trial-running')} done={share} />}
    </>
  )
}

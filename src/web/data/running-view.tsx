import type { ImportBatch } from '../../contract/intake.ts'
import { useLanguage } from '../ui/language.tsx'
import { PageHead } from '../ui/page.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { stepWord } from './step-word.ts'

/** Counted in rows where it is more than one; a share of the whole before. */
function shareOf(done: number, rows: number | null): number | null {
  if (done <= 1) return done
  return rows === null ? null : done / rows
}

/** An import while it runs. It runs on the server: leaving, or a reload, does not stop it. */
export function RunningView({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useLanguage()
  const { progress } = batch
  const rows = batch.understood?.rows ?? null
  const share = progress === null ? null : shareOf(progress.done, rows)
  return (
    <>
      <PageHead words={t('import.running', { file: batch.fileName })} note={t('import.running-note')} />
      {share !== null && <ProgressBar label={t('import.running', { file: batch.fileName })} done={share} />}
      {progress !== null && (
        <p className="quiet" role="status">
          {t(stepWord(progress.step))} {share === null && t('import.rows-done', { n: progress.done })}
        </p>
      )}
    </>
  )
}

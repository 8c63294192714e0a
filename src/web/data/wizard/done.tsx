import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportBatch, ImportResult } from '../../../contract/intake.ts'
import { figure, longDay } from '../../../language/message.ts'
import { downloads, paths } from '../../paths.ts'
import { useLanguage } from '../../ui/language.tsx'
import { PageHead } from '../../ui/page.tsx'
import { moment } from '../moment.ts'
import { BringBack } from '../bring-back.tsx'
import { Outcome } from './outcome.tsx'
import { RefusedTable } from './refused-table.tsx'
import { RowsRuler } from './rows-ruler.tsx'
import { useFileReading } from './reading.ts'
import { columnsWords } from './running.tsx'
import { FileStep } from './file-step.tsx'
import { FoldedStep, Step } from './step.tsx'
import { TakenColumns } from './taken-columns.tsx'
import { UndoPanel } from './undo-panel.tsx'
import { hadBrought } from './undone-words.ts'
import { useActor } from '../actor.ts'

/** What an import did, on the same page: the first three steps folded, where each row went, what came back and why, the way back. */
export function Done({ batch, result }: { readonly batch: ImportBatch; readonly result: ImportResult }) {
  const language = useLanguage()
  const { t, locale } = language
  const reading = useFileReading()
  const actor = useActor()
  const [undoing, setUndoing] = useState(false)
  const undone = batch.state === 'undone'
  const back = result.rowsRejected
  const understood = batch.understood ?? result.understood
  const seconds = Object.values(result.seconds).reduce((sum, s) => sum + s, 0)
  const { firstDay, lastDay } = result.seen
  const who = {
    kind: t(`kind.${batch.kind}`),
    who: actor(batch),
    when: moment(locale, batch.endedAt ?? batch.startedAt),
  }
  const words = (): string => {
    const n = result.rowsAccepted
    if (undone)
      return batch.undone
        ? t('import.undone-by', { who: actor(batch.undone), when: moment(locale, batch.undone.at) })
        : t('import.undone-title')
    if (n === 0 && back === 0) return t('import.done-nothing-new', { n: result.unchanged })
    if (batch.kind !== 'movements')
      return back > 0 ? t('import.done-plain', { n, back }) : t('import.done-plain-clean', { n })
    const volume = `${reading.volume(result.totals)} ${reading.unitName}`
    return back > 0 ? t('import.done', { n, volume, back }) : t('import.done-clean', { n, volume })
  }
  return (
    <>
      <PageHead
        words={words()}
        marks={{ in: {}, back: {} }}
        note={
          firstDay !== null && lastDay !== null
            ? t(undone ? 'import.had-come-days' : 'import.who-when-days', {
                ...who,
                first: longDay(locale, firstDay),
                last: longDay(locale, lastDay),
              })
            : t(undone ? 'import.had-come' : 'import.who-when', who)
        }
        actions={
          <>
            {!undone && !undoing && (
              <button type="button" className="button-quiet" onClick={() => setUndoing(true)}>
                {t('import.undo')}
              </button>
            )}
            <Link className="button-quiet" to={paths.accounts} search={{}}>
              {t('import.see-ranking')}
            </Link>
            {!undone && back > 0 ? (
              <a className="button-link" href={downloads.rejected(batch.id)} download>
                {t('import.download-back', { n: back })}
              </a>
            ) : (
              <Link className="button-link" to={paths.import} search={{ kind: batch.kind }}>
                {t('wizard.next-file')}
              </Link>
            )}
          </>
        }
      />
      {undoing && <UndoPanel batch={batch} onLeave={() => setUndoing(false)} />}
      <div data-pale={undone} className="done">
        {undone ? null : (
          <RowsRuler
            counts={{
              in: result.rowsAccepted,
              unchanged: result.unchanged,
              back,
              volume: result.totals,
            }}
            done
          />
        )}
        <FileStep batch={batch} understood={understood} lines={result.rowsRead} />
        <FoldedStep
          n={2}
          title={t('import.step-columns')}
          words={columnsWords(language, { ...batch, understood })}
          open={t('wizard.look')}
        >
          <TakenColumns understood={understood} />
        </FoldedStep>
        <FoldedStep
          n={3}
          title={t('import.step-trial')}
          words={t(undone ? 'wizard.as-tried-then' : 'wizard.as-tried', {
            in: figure(locale, result.rowsAccepted),
            unchanged: figure(locale, result.unchanged),
            back: figure(locale, back),
          })}
        />
        <Step
          n={4}
          title={t('import.step-done')}
          note={
            undone
              ? t('wizard.had-ended', { at: moment(locale, batch.endedAt ?? batch.startedAt) })
              : t('wizard.ended', {
                  at: clock(batch.endedAt ?? batch.startedAt),
                  seconds: Math.max(0.1, Math.round(seconds * 10) / 10),
                })
          }
        >
          {undone ? (
            <ul className="sample-names">
              {hadBrought(
                t,
                batch.kind,
                result,
                `${reading.volume(result.totals)} ${reading.unitName}`,
              ).map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          ) : (
            <div className="done-columns" data-alone={back === 0}>
              <Outcome result={result} />
              {back > 0 && (
                <div>
                  <RefusedTable result={result} />
                  <BringBack kind={batch.kind} />
                </div>
              )}
            </div>
          )}
        </Step>
      </div>
      <p className="undo-note">
        <strong>{t('import.undo')}</strong>
        <span className="quiet">
          {undone
            ? t('wizard.undone-note')
            : batch.undoable
              ? t('wizard.undo-note')
              : batch.kind === 'people'
                ? t('wizard.people-stay')
                : t('import.undo-whom')}
        </span>
      </p>
    </>
  )
}

function clock(iso: string): string {
  return new Date(iso).toLocaleTimeString('en-GB')
}

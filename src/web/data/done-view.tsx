import { Link } from '@tanstack/react-router'
import type { ImportBatch, ImportResult } from '../../contract/intake.ts'
import { LITRES_PER_TONNE } from '../../domain/volume.ts'
import { figure, longDay } from '../../language/message.ts'
import { downloads, paths } from '../paths.ts'
import { useLanguage } from '../ui/language.tsx'
import { PageHead, Section } from '../ui/page.tsx'
import { useUnit, unitWord, type VolumeUnit } from '../ui/unit.tsx'
import { useActor } from './actor.ts'
import { Changes } from './changes.tsx'
import { moment } from './moment.ts'
import { RejectedTable } from './rejected-table.tsx'
import { RowsRuler } from './rows-ruler.tsx'
import { Undo } from './undo.tsx'

/** Three significant digits in whole figures, so that 12.3 and 4,318 both read well. */
function volumeOf(result: ImportResult, unit: VolumeUnit): number {
  const litres = result.totals.millilitres / 1000
  const value = unit === 'cases' ? result.totals.cases : unit === 't' ? litres / LITRES_PER_TONNE : litres / 1000
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))
}

/** What an import did: a sentence, where each row went, what came back and why, and the way back. */
export function DoneView({ batch, result }: { readonly batch: ImportBatch; readonly result: ImportResult }) {
  const { t, locale } = useLanguage()
  const { unit } = useUnit()
  const actor = useActor()
  const undone = batch.state === 'undone'
  const back = result.rowsRejected
  const volume = `${figure(locale, volumeOf(result, unit))} ${t(unitWord[unit])}`
  const { firstDay, lastDay } = result.seen
  const kind = t(`kind.${batch.kind}`)
  const who = { kind, who: actor(batch.actor), when: moment(locale, batch.endedAt ?? batch.startedAt) }
  const words = undone ? t('import.undone-title') : sentenceOf()

  function sentenceOf(): string {
    const n = result.rowsAccepted
    if (n === 0 && back === 0) return t('import.done-nothing-new', { n: result.unchanged })
    if (batch.kind !== 'movements')
      return back > 0 ? t('import.done-plain', { n, back }) : t('import.done-plain-clean', { n })
    return back > 0 ? t('import.done', { n, volume, back }) : t('import.done-clean', { n, volume })
  }

  return (
    <>
      <PageHead
        words={words}
        marks={{ in: {}, back: { tone: 'opens' } }}
        note={
          firstDay !== null && lastDay !== null
            ? t('import.who-when-days', {
                ...who,
                first: longDay(locale, firstDay),
                last: longDay(locale, lastDay),
              })
            : t('import.who-when', who)
        }
        actions={
          <>
            {!undone && <Undo batch={batch} />}
            {!undone && back > 0 && (
              <a className="button-quiet" href={downloads.rejected(batch.id)} download>
                {t('import.download-back', { n: back })}
              </a>
            )}
            {undone ? (
              <Link className="button-link" to={paths.import} search={true}>
                {t('import.another')}
              </Link>
            ) : (
              <Link className="button-link" to={paths.accounts} search={{}}>
                {t('import.see-ranking')}
              </Link>
            )}
          </>
        }
      />
      <div data-pale={undone} className="done">
        <RowsRuler result={result} />
        <Section
          title={t('import.step-done')}
          note={t('import.took', {
            seconds: Math.round(Object.values(result.seconds).reduce((sum, s) => sum + s, 0) * 10) / 10,
          })}
        >
          <div className="done-columns">
            <Changes result={result} />
            {back > 0 && <RejectedTable result={result} />}
          </div>
        </Section>
        {!undone && (
          <p className="undo-note">
            <strong>{t('import.undo')}</strong>
            <span className="quiet">{batch.undoable ? t('import.undo-note') : t('import.undo-whom')}</span>
          </p>
        )}
      </div>
    </>
  )
}

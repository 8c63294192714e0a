import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Preview } from '../../../contract/import-preview.ts'
import type { ColumnMap, ImportBatch, ImportResult } from '../../../contract/intake.ts'
import { paths } from '../../paths.ts'
import { useLanguage } from '../../ui/language.tsx'
import { PageHead } from '../../ui/page.tsx'
import { useSession } from '../../ui/session.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { asksForMarket, onlyMarket } from '../market-choice.tsx'
import { previewQuery } from '../queries.ts'
import { BatchNotes } from './batch-notes.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { useDraft } from './draft.ts'
import { FileStep } from './file-step.tsx'
import { FoldedStep } from './step.tsx'
import { RowsRuler, type Counts } from './rows-ruler.tsx'
import { TrialStep } from './trial-step.tsx'
import { useTrial } from './use-trial.ts'

function scrollTo(id: string) {
  const target = document.querySelector<HTMLElement>(`#${id}`) ?? document.querySelector<HTMLElement>('#samples')
  target?.scrollIntoView({ behavior: 'smooth', block: 'start' })
  target?.focus({ preventScroll: true })
}

/** What is sent for a file that names no market, where there is only one. */
function firstMap(batch: ImportBatch, market: string | undefined): ColumnMap | null {
  const said = batch.map ?? null
  if (market === undefined || !asksForMarket(batch.kind, batch.understood)) return said
  return { ...said, constants: { market_code: market, ...said?.constants } }
}

/** A file that waits: file, columns and trial on one page; whatever is corrected, the ten lines and the ruler follow. */
export function Waiting({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useLanguage()
  const { nodes } = useSession()
  const draft = useDraft(batch, firstMap(batch, onlyMarket(nodes)))
  const [from, setFrom] = useState(0)
  const look = useQuery({
    ...previewQuery(batch.id, { map: draft.map, createMissing: draft.createMissing, from }),
    placeholderData: keepPreviousData,
  })
  const preview = look.data
  const trial = useTrial(batch, draft, look.isSuccess && !look.isPlaceholderData)
  const unsure = preview ? preview.fields.filter((field) => field.unsure).length : 0
  const doubts = preview ? preview.choices.filter((choice) => choice.question !== null).length : 0
  const understood = preview?.understood ?? batch.understood
  const headline = (): string => {
    if (batch.state === 'interrupted' && !trial.result) return t('import.interrupted-title')
    if (preview && needsMarket(batch, preview, draft.map)) return t('wizard.ask-market', { n: preview.totals.lines })
    if (preview) return answer(t, preview, unsure, doubts)
    return look.isError ? t('import.failed-title') : batch.fileName
  }
  const days = trial.result?.seen
  return (
    <>
      <PageHead
        words={headline()}
        marks={{
          unsure: { tone: 'unsure', onPick: () => document.querySelector<HTMLElement>('.file-choice input')?.focus() },
          known: {},
        }}
        note={
          days?.firstDay && days.lastDay
            ? t('wizard.of-days', {
                kind: t(`kind.${batch.kind}`),
                first: days.firstDay,
                last: days.lastDay,
                rows: preview?.totals.lines ?? 0,
              })
            : t('wizard.of', { kind: t(`kind.${batch.kind}`), rows: preview?.totals.lines ?? understood?.rows ?? 0 })
        }
        actions={
          <Link className="button-quiet" to={paths.import} search={{ kind: batch.kind }}>
            {t('import.another')}
          </Link>
        }
      />
      <BatchNotes batch={batch} preview={preview} />
      <RowsRuler counts={counts(trial.result, preview)} done={false} pale={look.isPlaceholderData} />
      {understood && (
        <FileStep batch={batch} understood={understood} lines={preview?.totals.lines ?? null} draft={draft} />
      )}
      {look.isError && <Failed error={look.error} onRetry={() => void look.refetch()} />}
      {look.isError && draft.map !== null && (
        <p className="back-to-found">
          <button type="button" className="link" onClick={() => draft.reset()}>
            {t('wizard.as-before')}
          </button>
        </p>
      )}
      {look.isPending && <Loading head={false} rows={6} />}
      {preview && !look.isError && (
        <ColumnsStep
          batch={batch}
          preview={preview}
          draft={draft}
          result={trial.result}
          from={from}
          onFrom={setFrom}
          pale={look.isPlaceholderData}
        />
      )}
      <TrialStep
        batch={batch}
        draft={draft}
        trial={trial}
        unsure={unsure}
        onSamples={() => scrollTo('refused')}
      />
      <FoldedStep n={4} title={t('import.step-done')} words={t('wizard.done-pending')} pale />
    </>
  )
}

/** Where each line goes: as the trial says, or as far as the look at the file knows. */
function counts(result: ImportResult | null, preview: Preview | undefined): Counts | null {
  if (result)
    return {
      in: result.rowsAccepted,
      unchanged: result.unchanged,
      back: result.rowsRejected,
      volume: result.totals,
    }
  if (!preview) return null
  const { lines, refused } = preview.totals
  return { in: lines - refused, unchanged: 0, back: refused, volume: null }
}

/** Every line waits for the market that the file does not name. */
function needsMarket({ kind }: ImportBatch, { understood, totals }: Preview, map: ColumnMap | null): boolean {
  return (
    asksForMarket(kind, understood) &&
    map?.constants?.['market_code'] === undefined &&
    totals.lines > 0 &&
    totals.refused === totals.lines
  )
}

function answer(
  t: ReturnType<typeof useLanguage>['t'],
  { fields, choices }: Preview,
  unsure: number,
  doubts: number,
): string {
  const all = fields.length
  if (unsure > 0) return t('wizard.understood-some', { n: unsure, all, known: all - unsure })
  if (doubts > 0) return t('wizard.understood-questions', { n: doubts, known: all })
  const said = choices.length > 0 && fields.some(({ by }) => by === 'map')
  return said ? t('wizard.understood-said', { n: all }) : t('wizard.understood-all', { n: all })
}

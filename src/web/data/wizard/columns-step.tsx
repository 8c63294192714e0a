import type { Preview } from '../../../contract/import-preview.ts'
import type { ImportBatch, ImportResult } from '../../../contract/intake.ts'
import { useLanguage } from '../../ui/language.tsx'
import { usePhone } from '../../ui/viewport.ts'
import { asksForMarket, MarketChoice } from '../market-choice.tsx'
import { AddField } from './add-field.tsx'
import { ColumnsCards } from './columns-cards.tsx'
import { ColumnsTable } from './columns-table.tsx'
import type { Draft } from './draft.ts'
import { FileDoubts } from './file-doubts.tsx'
import { fieldRows } from './field-rows.ts'
import { Pager } from './pager.tsx'
import { useFileReading } from './reading.ts'
import { Step } from './step.tsx'

const ON_A_PHONE = 3

/** Step 2: what each column was understood as, the doubts first, between them ten lines of the file. */
export function ColumnsStep({
  batch,
  preview,
  draft,
  result,
  from,
  onFrom,
  pale,
}: {
  readonly batch: ImportBatch
  readonly preview: Preview
  readonly draft: Draft
  readonly result: ImportResult | null
  /** First line that is shown, counted from 0. */
  readonly from: number
  readonly onFrom: (from: number) => void
  readonly pale: boolean
}) {
  const { t } = useLanguage()
  const reading = useFileReading()
  const phone = usePhone()
  const rows = fieldRows(reading, batch.kind, preview, result)
  const offset = from - preview.from
  const shown = phone
    ? [0, 1, 2].map((i) => Math.max(0, offset) + i).filter((i) => i < preview.rows.length)
    : preview.rows.map((_, i) => i)
  const market = draft.map?.constants?.['market_code']
  return (
    <Step
      n={2}
      title={t('import.step-columns')}
      note={t('wizard.columns-note')}
      aside={
        <Pager
          first={preview.rows[shown[0] ?? 0]?.row ?? 0}
          last={preview.rows[shown.at(-1) ?? 0]?.row ?? 0}
          all={preview.totals.lines}
          from={from}
          by={phone ? ON_A_PHONE : 10}
          onFrom={onFrom}
        />
      }
    >
      <div className="columns-body" data-pale={pale} aria-busy={pale}>
        {asksForMarket(batch.kind, preview.understood) && (
          <MarketChoice
            value={market === undefined ? undefined : String(market)}
            onChange={(code) => draft.patch({ constants: { market_code: code ?? null } })}
          />
        )}
        <FileDoubts preview={preview} reading={reading} onPatch={draft.patch} />
        {phone ? (
          <ColumnsCards rows={rows} lines={shown} preview={preview} reading={reading} onPatch={draft.patch} />
        ) : (
          <ColumnsTable rows={rows} preview={preview} reading={reading} onPatch={draft.patch} />
        )}
        <AddField kind={batch.kind} preview={preview} onPatch={draft.patch} />
      </div>
    </Step>
  )
}

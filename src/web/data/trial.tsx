import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { ColumnMap, ImportBatch } from '../../contract/intake.ts'
import { api } from '../api.ts'
import { useLanguage } from '../ui/language.tsx'
import { Section } from '../ui/page.tsx'
import { marked } from '../ui/sentence.tsx'
import { Failed } from '../ui/states.tsx'
import { importQuery } from './queries.ts'
import { RejectedTable } from './rejected-table.tsx'
import { RowsRuler } from './rows-ruler.tsx'

/** Kinds whose rows name things that may not be known yet. */
const CREATES = new Set(['movements', 'supply-links', 'prices'])

/** What a person said about the columns; nothing said: the server guesses alone. */
function sentMap({ columns, constants, dateFormat, sheet }: ColumnMap) {
  const map = {
    ...(columns ? { columns } : {}),
    ...(constants ? { constants } : {}),
    ...(dateFormat === undefined ? {} : { dateFormat }),
    ...(sheet === undefined ? {} : { sheet }),
  }
  return Object.keys(map).length > 0 ? map : null
}

/** What the import would do, in one line, and the one button that does it. */
export function Trial({
  batch,
  map,
  onGone,
}: {
  readonly batch: ImportBatch
  readonly map: ColumnMap
  readonly onGone: () => void
}) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [createMissing, setCreateMissing] = useState(CREATES.has(batch.kind))
  const [allOrNothing, setAllOrNothing] = useState(false)
  const asked = JSON.stringify([map, createMissing, allOrNothing])
  const [tried, setTried] = useState<string | null>(null)
  const run = useMutation({
    mutationFn: (dryRun: boolean) =>
      api.runImport(batch.id, {
        map: sentMap(map),
        createMissing,
        dryRun,
        allOrNothing,
      }),
    onSuccess: async (_, dryRun) => {
      if (dryRun) setTried(asked)
      else onGone()
      await client.invalidateQueries({ queryKey: importQuery(batch.id).queryKey })
    },
  })
  const result = batch.result?.dryRun ? batch.result : null
  // After a reload it is not known what was tried: the answer of the server stands.
  const stale = result !== null && tried !== null && tried !== asked
  const fresh = result !== null && !stale ? result : null
  return (
    <Section
      title={`3 ${t('import.step-trial')}`}
      note={stale ? t('import.trial-stale') : t('import.trial-note')}
    >
      {fresh && <RowsRuler result={fresh} />}
      <div className="trial">
        <div>
          {fresh && (
            <p className="trial-answer">
              {marked(
                fresh.rowsRejected > 0
                  ? t('import.trial-result', { n: fresh.rowsAccepted, back: fresh.rowsRejected })
                  : t('import.trial-result-clean', { n: fresh.rowsAccepted }),
                { in: {}, back: {} },
              )}
            </p>
          )}
          {CREATES.has(batch.kind) && (
            <Checkbox checked={createMissing} onChange={(event) => setCreateMissing(event.target.checked)}>
              {t('import.create-missing')}
            </Checkbox>
          )}
          <Checkbox checked={allOrNothing} onChange={(event) => setAllOrNothing(event.target.checked)}>
            {t('import.all-or-nothing')}
          </Checkbox>
          {run.isError && <Failed error={run.error} />}
        </div>
        <div className="trial-do">
          <div>
            <Button size="large" disabled={run.isPending} onClick={() => run.mutate(true)}>
              {t('import.trial')}
            </Button>
            <Button type="primary" size="large" loading={run.isPending} onClick={() => run.mutate(false)}>
              <strong>{fresh ? t('import.go-rows', { n: fresh.rowsAccepted }) : t('import.go')}</strong>
            </Button>
          </div>
          <span className="quiet">{t('import.go-note')}</span>
        </div>
      </div>
      {fresh && fresh.rowsRejected > 0 && <RejectedTable result={fresh} />}
    </Section>
  )
}

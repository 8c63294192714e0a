import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ImportBatch } from '../../contract/intake.ts'
import { api } from '../api.ts'
import { useLanguage } from '../ui/language.tsx'
import { useRight } from '../ui/session.ts'
import { useProblemWords } from '../ui/states.tsx'
import { importQuery } from './queries.ts'

/** Takes a whole import back, after a question that says what happens. */
export function Undo({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useLanguage()
  const words = useProblemWords()
  const may = useRight('import.undo') && batch.undoable
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const undo = useMutation({
    mutationFn: () => api.undoImport(batch.id),
    onSuccess: async () => {
      setAsked(false)
      await client.invalidateQueries({ queryKey: importQuery(batch.id).queryKey })
    },
  })
  if (!asked)
    return (
      <Button disabled={!may} onClick={() => setAsked(true)}>
        {t('import.undo')}
      </Button>
    )
  return (
    <div className="undo-ask" role="group" aria-label={t('import.undo')}>
      <span role="status">{undo.isError ? words(undo.error) : t('import.undo-sure')}</span>
      <Button onClick={() => setAsked(false)}>{t('app.cancel')}</Button>
      <Button danger loading={undo.isPending} onClick={() => undo.mutate()}>
        {t('import.undo-yes')}
      </Button>
    </div>
  )
}

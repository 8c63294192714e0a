import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ImportBatch } from '../../contract/intake.ts'
import { ApiProblem } from '../api.ts'
import { paths } from '../paths.ts'
import { useLanguage } from '../ui/language.tsx'
import { PageHead, useTitle } from '../ui/page.tsx'
import { Failed, Loading } from '../ui/states.tsx'
import { DoneView } from './done-view.tsx'
import { importQuery } from './queries.ts'
import { RunningView } from './running-view.tsx'
import { WaitingView } from './waiting-view.tsx'
import './data.css'

/** One import from file to result, on one page: what was understood, the trial, how far it is, what it did. */
export function BatchScreen() {
  const { t } = useLanguage()
  const { batch: id } = useParams({ from: '/shell/data/import/$batch' })
  const client = useQueryClient()
  const batch = useQuery(importQuery(id))
  const state = batch.data?.state
  useTitle(batch.data?.fileName ?? t('import.title'))
  const before = useRef(state)
  useEffect(() => {
    // What an import or its undo changes is everywhere.
    if (before.current !== undefined && before.current !== state)
      void client.invalidateQueries({ predicate: (query) => query.queryKey[1] !== id })
    before.current = state
  }, [state, client, id])
  if (batch.isPending) return <Loading />
  if (batch.isError)
    return (
      <>
        <PageHead words={t('import.title')} />
        <Failed error={batch.error} onRetry={() => void batch.refetch()} />
      </>
    )
  return <View batch={batch.data} />
}

function View({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useLanguage()
  switch (batch.state) {
    case 'uploaded':
      return <WaitingView key={batch.id} batch={batch} />
    case 'running':
      return <RunningView batch={batch} />
    case 'done':
    case 'undone':
      return batch.result ? <DoneView batch={batch} result={batch.result} /> : <RunningView batch={batch} />
    case 'failed':
    case 'interrupted':
      // What was understood is kept: a person can correct it and go again.
      if (batch.understood) return <WaitingView key={batch.id} batch={batch} />
      return (
        <>
          <PageHead
            words={batch.state === 'failed' ? t('import.failed-title') : t('import.interrupted-title')}
            note={batch.fileName}
            actions={
              <Link className="button-link" to={paths.import} search={true}>
                {t('import.another')}
              </Link>
            }
          />
          {batch.problem && (
            <Failed error={new ApiProblem(422, { code: batch.problem.code, detail: batch.problem.detail })} />
          )}
        </>
      )
  }
}

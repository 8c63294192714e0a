import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ImportBatch } from '../../contract/intake.ts'
import { ApiProblem } from '../api.ts'
import { paths } from '../paths.ts'
import { useLanguage } from '../ui/language.tsx'
import { forget } from '../ui/memory.ts'
import { PageHead, useTitle } from '../ui/page.tsx'
import { Failed, Loading } from '../ui/states.tsx'
import { Incoming } from './incoming.tsx'
import { importQuery } from './queries.ts'
import { Done } from './wizard/done.tsx'
import { Running } from './wizard/running.tsx'
import { Waiting } from './wizard/waiting.tsx'
import './data.css'
import './wizard/wizard.css'
import './wizard/trial.css'
import './wizard/cards.css'

/** One import from file to result, on one page: what was understood, the trial, how far it is, what it did. */
export function BatchScreen() {
  const { t } = useLanguage()
  const { batch: id } = useParams({ from: '/shell/data/import/$batch' })
  const client = useQueryClient()
  const batch = useQuery(importQuery(id))
  const state = batch.data?.state
  const real = state === 'done' || state === 'undone'
  useTitle(batch.data?.fileName ?? t('import.title'))
  const before = useRef(state)
  useEffect(() => {
    // What an import or its undo changes is everywhere.
    if (before.current !== undefined && before.current !== state && real) {
      forget(`map.${id}`)
      forget(`tried.${id}`)
      void client.invalidateQueries({ predicate: (query) => query.queryKey[1] !== id })
    }
    before.current = state
  }, [state, real, client, id])
  if (batch.isPending) return <Loading />
  if (batch.isError)
    return (
      <>
        <PageHead words={t('import.title')} />
        <Failed error={batch.error} onRetry={() => void batch.refetch()} />
      </>
    )
  return (
    <Incoming kind={batch.data.kind}>
      <View batch={batch.data} />
    </Incoming>
  )
}

function View({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useLanguage()
  if ((batch.state === 'done' || batch.state === 'undone') && batch.result)
    return <Done key={batch.id} batch={batch} result={batch.result} />
  // A trial is part of the page where it was asked for; an import that runs is a page of its own state.
  if (batch.state === 'running' && batch.progress?.trial !== true) return <Running key={batch.id} batch={batch} />
  if (batch.understood) return <Waiting key={batch.id} batch={batch} />
  return (
    <>
      <PageHead
        words={batch.state === 'failed' ? t('import.failed-title') : t('import.interrupted-title')}
        note={batch.fileName}
        actions={
          <Link className="button-link" to={paths.import} search={{ kind: batch.kind }}>
            {t('import.another')}
          </Link>
        }
      />
      {batch.problem && <Failed error={new ApiProblem(422, batch.problem)} />}
    </>
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Preview } from '../../../contract/import-preview.ts'
import type { ImportBatch } from '../../../contract/intake.ts'
import { lookUp } from '../../../language/index.ts'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useLanguage } from '../../ui/language.tsx'
import { moment } from '../moment.ts'
import { mappingsQuery } from '../queries.ts'

/**
 * What is known of the file itself: that these are corrected rows of another batch, that somebody brought the very same file, and
 * that the columns are remembered from an earlier one (which can be forgotten).
 */
export function BatchNotes({
  batch,
  preview,
}: {
  readonly batch: ImportBatch
  readonly preview: Preview | undefined
}) {
  const { t, locale } = useLanguage()
  const { parent } = batch
  const same = batch.same ?? []
  const remembered = preview?.fields.some(({ by }) => by === 'memory') === true
  return (
    <>
      {parent && (
        <p className="batch-note">
          {t('wizard.parent', { n: parent.refused })}{' '}
          <Link className="link" to={paths.importBatch} params={{ batch: parent.id }} search={true}>
            {parent.fileName}
          </Link>
        </p>
      )}
      {same.map((one) => (
        <p key={one.id} className="batch-note" data-amber={one.state !== 'undone'}>
          {t(sameWord(one.state), { who: one.who, when: moment(locale, one.at) })}{' '}
          <Link className="link" to={paths.importBatch} params={{ batch: one.id }} search={true}>
            {one.fileName}
          </Link>
        </p>
      ))}
      {remembered && <Remembered batch={batch} />}
    </>
  )
}

function sameWord(state: string): 'wizard.same-running' | 'wizard.same-undone' | 'wizard.same-done' {
  if (state === 'running') return 'wizard.same-running'
  return state === 'undone' ? 'wizard.same-undone' : 'wizard.same-done'
}

function Remembered({ batch }: { readonly batch: ImportBatch }) {
  const { t, locale } = useLanguage()
  const client = useQueryClient()
  const mappings = useQuery(mappingsQuery)
  const found = batch.shape ? mappings.data?.find(({ kind, shape }) => kind === batch.kind && shape === batch.shape) : undefined
  const forget = useMutation({
    mutationFn: ({ kind, shape }: { kind: ImportBatch['kind']; shape: string }) =>
      api.forgetMapping(kind, shape),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: mappingsQuery.queryKey })
      await client.invalidateQueries({ queryKey: ['preview', batch.id] })
    },
  })
  return (
    <p className="batch-note">
      {found?.fileName
        ? t('wizard.remembered-from', {
            file: found.fileName,
            who: found.who ?? lookUp(locale, 'app.missing') ?? '',
            when: found.at === null ? '' : moment(locale, found.at),
          })
        : t('wizard.remembered')}{' '}
      {found && (
        <button type="button" className="link" disabled={forget.isPending} onClick={() => forget.mutate(found)}>
          {t('wizard.forget')}
        </button>
      )}
    </p>
  )
}

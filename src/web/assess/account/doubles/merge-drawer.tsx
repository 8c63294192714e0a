import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Doubles } from '../../../../contract/account.ts'
import { api } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { Choice } from '../../../ui/choice.tsx'
import { Drawer } from '../../../ui/drawer.tsx'
import { Failed, Loading } from '../../../ui/states.tsx'
import { useUndo } from '../../../ui/undo-bar.tsx'
import { useReading } from '../../../ui/reading.ts'
import { MergePreviewTable } from './merge-preview.tsx'
import { whyDouble } from './why-double.ts'

type Named = { readonly id: string; readonly account: string; readonly name: string }

/** Whether two accounts are one: with which, which is kept, what would move and change; then the merge, which can be undone. */
export function MergeDrawer({
  account,
  doubles,
  onClose,
}: {
  readonly account: Named
  readonly doubles: Doubles
  readonly onClose: () => void
}) {
  const reading = useReading()
  const { t } = reading
  const [withId, setWith] = useState(doubles.likely[0]?.id)
  const [keep, setKeep] = useState<'this' | 'other'>('this')
  const other = doubles.likely.find(({ id }) => id === withId) ?? doubles.likely[0]
  const [moved, kept] = keep === 'this' ? [other, account] : [account, other]
  const { merge, part } = useMerges(account, onClose)
  return (
    <Drawer
      title={t('double.title')}
      note={account.name}
      onClose={onClose}
      footer={
        moved && kept ? (
          <>
            <Button onClick={onClose}>{t('app.cancel')}</Button>
            <Button type="primary" loading={merge.isPending} onClick={() => merge.mutate({ moved, kept })}>
              {t('double.go', { name: kept.account })}
            </Button>
          </>
        ) : undefined
      }
    >
      {merge.isError ? <Failed error={merge.error} /> : null}
      {part.isError ? <Failed error={part.error} /> : null}
      {other && moved && kept ? (
        <>
          <p className="doubles-note">{t('double.note')}</p>
          <fieldset className="doubles-which">
            <legend>{t('double.which')}</legend>
            {doubles.likely.map((one) => (
              <label key={one.id}>
                <input
                  type="radio"
                  name="double"
                  checked={one.id === other.id}
                  onChange={() => setWith(one.id)}
                />
                <span>
                  <strong>{one.name}</strong> {one.account}
                  <span className="record-from">
                    {[one.city ?? '', whyDouble(reading, one)].filter((word) => word !== '').join(' · ')}
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
          <div className="doubles-keep">
            <span>{t('double.keep')}</span>
            <Choice
              label={t('double.keep')}
              value={keep}
              onChange={setKeep}
              options={[
                { value: 'this', label: account.account },
                { value: 'other', label: other.account },
              ]}
            />
          </div>
          <Preview moved={moved} kept={kept} />
        </>
      ) : null}
      {doubles.merged.length > 0 ? (
        <section className="doubles-past" aria-label={t('double.past')}>
          <h3>{t('double.past')}</h3>
          <ul className="record-list">
            {doubles.merged.map((one) => (
              <li key={one.id}>
                <span>
                  {one.name} {one.account}
                </span>
                <button
                  type="button"
                  className="link"
                  aria-label={`${t('double.apart')} ${one.name} ${one.account}`}
                  disabled={part.isPending}
                  onClick={() => part.mutate(one)}
                >
                  {t('double.apart')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Drawer>
  )
}

function Preview({ moved, kept }: { readonly moved: Named; readonly kept: Named }) {
  const preview = useQuery({
    queryKey: ['merge-preview', moved.id, kept.id],
    queryFn: ({ signal }) => api.previewMerge(moved.id, kept.id, signal),
  })
  if (preview.data) return <MergePreviewTable preview={preview.data} />
  return preview.error === null ? (
    <Loading rows={6} head={false} />
  ) : (
    <Failed error={preview.error} onRetry={() => void preview.refetch()} />
  )
}

/** Merging and parting; everything that shows accounts is read again, and either is undone by the other. */
function useMerges(account: Named, onClose: () => void) {
  const { t } = useReading()
  const client = useQueryClient()
  const navigate = useNavigate()
  const offer = useUndo()
  const again = async (work: Promise<unknown>) => {
    await work
    await client.invalidateQueries()
  }
  return {
    merge: useMutation({
      mutationFn: ({ moved, kept }: { readonly moved: Named; readonly kept: Named }) =>
        api.merge(moved.id, kept.id),
      onSuccess: async (_, { moved, kept }) => {
        offer({
          words: t('double.done', {
            moved: `${moved.name} ${moved.account}`,
            kept: `${kept.name} ${kept.account}`,
          }),
          undo: () => again(api.unmerge(moved.id)),
        })
        onClose()
        if (kept.id !== account.id)
          void navigate({ to: paths.account, params: { id: kept.id }, search: true, replace: true })
        await client.invalidateQueries()
      },
    }),
    part: useMutation({
      mutationFn: (one: Named) => api.unmerge(one.id),
      onSuccess: async (_, one) => {
        offer({
          words: t('double.apart-done', { name: `${one.name} ${one.account}` }),
          undo: () => again(api.merge(one.id, account.id)),
        })
        await client.invalidateQueries()
      },
    }),
  }
}

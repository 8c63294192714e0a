import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { SavedView } from '../../../contract/views.ts'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { usePlaceAndDay } from '../../ui/place.ts'
import { Pop } from '../../ui/pop.tsx'
import { useProblemWords } from '../../ui/states.tsx'
import { useUndo } from '../../ui/undo-bar.tsx'
import { useReading } from '../../ui/reading.ts'
import { ViewLine } from './view-line.tsx'
import { viewsQuery } from './views-query.ts'
import { writeView, type RankingView } from './view.ts'

type Sent = Parameters<typeof api.saveView>[0]['body']

/** What of an address a view keeps: everything but the day and the open panel. */
export function bodyOf(view: RankingView, node: string | undefined): Sent {
  return { ...(node === undefined ? {} : { node }), ...writeView({ ...view, why: null }) }
}

function same(a: object, b: object): boolean {
  return inShort(a) === inShort(b)
}

function inShort(body: object): string {
  return JSON.stringify(Object.entries(body).toSorted())
}

/** Views that were saved: open one, keep what is seen as a new one, and keep order among them. */
export function ViewChoice({ view }: { readonly view: RankingView }) {
  const { t } = useReading()
  const { node } = usePlaceAndDay()
  const views = useQuery(viewsQuery).data?.views ?? []
  const body = bodyOf(view, node)
  const now = views.find((one) => same(one.body, body))
  return (
    <Pop
      label={t('view.title')}
      face={<span className="view-face">{now?.name ?? t('view.button')}</span>}
      className="tool"
      place="below-end"
    >
      {(close) => <Panel views={views} body={body} now={now?.id} onClose={close} />}
    </Pop>
  )
}

function Panel({
  views,
  body,
  now,
  onClose,
}: {
  readonly views: readonly SavedView[]
  readonly body: Sent
  readonly now: string | undefined
  readonly onClose: () => void
}) {
  const { t } = useReading()
  const { asOf } = usePlaceAndDay()
  const navigate = useNavigate()
  const offer = useUndo()
  const words = useProblemWords()
  const client = useQueryClient()
  const onSuccess = (answer: { views: SavedView[] }) => client.setQueryData(viewsQuery.queryKey, answer)
  const save = useMutation({ mutationFn: api.saveView, onSuccess })
  const change = useMutation({
    mutationFn: ({ id, to }: { id: string; to: Parameters<typeof api.changeView>[1] }) =>
      api.changeView(id, to),
    onSuccess,
  })
  const open = (to: SavedView['body']) => {
    onClose()
    void navigate({ to: paths.accounts, search: { ...to, ...(asOf ? { asOf } : {}) } as never })
  }
  const remove = async ({ id, name }: SavedView) => {
    await change.mutateAsync({ id, to: { deleted: true } })
    offer({
      words: t('view.deleted', { name }),
      undo: async () => void (await change.mutateAsync({ id, to: { deleted: false } })),
    })
  }
  const error = save.error ?? change.error
  return (
    <div className="tool-panel views-panel">
      {(['own', 'shared'] as const).map((which) => {
        const those = views.filter(({ shared }) => shared === (which === 'shared'))
        return those.length === 0 ? null : (
          <section key={which} aria-label={t(`view.${which}`)}>
            <h2>{t(`view.${which}`)}</h2>
            <ul>
              {those.map((one) => (
                <ViewLine
                  key={one.id}
                  view={one}
                  now={one.id === now}
                  onOpen={() => open(one.body)}
                  onChange={(to) => change.mutateAsync({ id: one.id, to: to === 'replace' ? { body } : to })}
                  onRemove={() => void remove(one)}
                />
              ))}
            </ul>
          </section>
        )
      })}
      {views.length === 0 ? <p className="quiet">{t('view.none')}</p> : null}
      {Object.keys(body).length > 0 ? (
        <button type="button" className="link" onClick={() => open({})}>
          {t('view.all')}
        </button>
      ) : null}
      <SaveForm busy={save.isPending} onSave={(name, shared) => save.mutateAsync({ name, shared, body })} />
      {error ? (
        <p className="view-problem" role="alert">
          {words(error)}
        </p>
      ) : null}
    </div>
  )
}

function SaveForm({
  busy,
  onSave,
}: {
  readonly busy: boolean
  readonly onSave: (name: string, shared: boolean) => Promise<unknown>
}) {
  const { t } = useReading()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  return (
    <form
      className="view-form"
      onSubmit={(event) => {
        event.preventDefault()
        // A refusal is said under the form; what was typed stays.
        void onSave(name, shared).then(
          () => setName(''),
          () => undefined,
        )
      }}
    >
      <input
        aria-label={t('view.name')}
        placeholder={t('view.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button-quiet" disabled={busy}>
        {t(busy ? 'view.saving' : 'view.save')}
      </button>
      <label>
        <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} />
        {t('view.share')}
      </label>
    </form>
  )
}

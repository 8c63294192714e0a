import { Button, Input } from 'antd'
import { useMemo, useRef } from 'react'
import type { MasterNode, MasterTree } from '../../../contract/masters-markets.ts'
import { mastersApi } from '../../masters-api.ts'
import { DraftNote } from '../../ui/draft-note.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Failed, useProblemWords } from '../../ui/states.tsx'
import { useAct } from '../act.ts'
import { fieldOf } from '../fault.ts'
import { MoveForm } from './move-form.tsx'

/** One node of the tree: its name and code, where it hangs and since when, and its end. */
export function NodeForm({
  tree,
  node,
  onClose,
}: {
  readonly tree: MasterTree
  readonly node: MasterNode
  readonly onClose: () => void
}) {
  const { t } = useLanguage()
  const problem = useProblemWords()
  const form = useRef<HTMLFormElement>(null)
  const { id, name, code, version } = node
  const known = useMemo(() => ({ name, code }), [name, code])
  const draft = useDraft(`master-node.${id}`, known)
  const { value, set } = draft
  const { act, busy, error } = useAct()
  const wrong = fieldOf(error)
  const said = (field: 'name' | 'code') => ({
    ...(wrong === field ? { error: problem(error) } : {}),
    ...(draft.changed(field) ? { was: known[field] } : {}),
  })
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    if (draft.dirty)
      act(
        mastersApi.changeNode(id, { ...value, version }),
        t('masters.saved', { name: value.name }),
        draft.clear,
      )
  }
  return (
    <Drawer
      title={name}
      note={draft.dirty ? <DraftNote draft={draft} /> : `${t(`node.${node.kind}`)} · ${code}`}
      onClose={onClose}
      dirty={draft.dirty}
      footer={
        tree.may ? (
          <>
            {draft.dirty && (
              <Button onClick={draft.clear}>{t('masters.throw-away', { n: draft.changes })}</Button>
            )}
            <Button
              type="primary"
              loading={busy}
              disabled={!draft.dirty}
              onClick={() => form.current?.requestSubmit()}
            >
              {t('app.save')}
            </Button>
          </>
        ) : undefined
      }
    >
      <div className="masters-form">
        {tree.may ? null : <p>{t('masters.may-not-markets')}</p>}
        <form ref={form} onSubmit={submit} noValidate>
          <Field label={t('masters.name')} {...said('name')}>
            <Input
              value={value.name}
              disabled={!tree.may}
              maxLength={400}
              onChange={(event) => set({ name: event.target.value })}
            />
          </Field>
          <Field label={t('masters.code')} {...said('code')}>
            <Input
              value={value.code}
              disabled={!tree.may}
              maxLength={200}
              onChange={(event) => set({ code: event.target.value })}
            />
          </Field>
          <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
        </form>
        {error !== null && wrong === null ? <Failed error={error} /> : null}
        <MoveForm tree={tree} node={node} onGone={onClose} />
      </div>
    </Drawer>
  )
}

import { Button, Input, Select } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import type { MasterTree, NewNode } from '../../../contract/masters-markets.ts'
import { mastersApi } from '../../masters-api.ts'
import { Choice } from '../../ui/choice.tsx'
import { DraftNote } from '../../ui/draft-note.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Failed, useProblemWords } from '../../ui/states.tsx'
import { useAct } from '../act.ts'
import { useAddress } from '../address.ts'
import { fieldOf } from '../fault.ts'
import { holders } from './tree.ts'

const kinds = ['market', 'office', 'region'] as const

/** A new market, office or region. */
export function NewNodeForm({ tree, onClose }: { readonly tree: MasterTree; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const problem = useProblemWords()
  const { set: setAddress } = useAddress()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const hq = tree.nodes.find(({ kind }) => kind === 'hq')?.id ?? ''
  const empty = useMemo<NewNode>(() => ({ kind: 'market', code: '', name: '', parent: hq }), [hq])
  const draft = useDraft<NewNode>('master-node.new', empty)
  const { value, set } = draft
  const { act, busy, error } = useAct()
  const wrong = fieldOf(error)
  const said = (field: string) => (wrong === field ? { error: problem(error) } : {})
  const places = holders(tree.nodes, value.kind)
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const parent = places.some(({ id }) => id === value.parent) ? value.parent : hq
    act(mastersApi.addNode({ ...value, parent }), t('masters.added', { name: value.name }), (done) => {
      draft.clear()
      setAddress({ open: done.id })
    })
  }
  return (
    <Drawer
      title={t('masters.new-market')}
      note={<DraftNote draft={draft} />}
      onClose={onClose}
      dirty={draft.dirty}
      footer={
        <Button type="primary" loading={busy} onClick={() => form.current?.requestSubmit()}>
          {t('masters.add')}
        </Button>
      }
    >
      <form className="masters-form" ref={form} onSubmit={submit} noValidate>
        <Field label={t('masters.name')} {...said('name')}>
          <Input value={value.name} maxLength={400} onChange={(event) => set({ name: event.target.value })} />
        </Field>
        <Field label={t('masters.code')} hint={t('masters.code-hint')} {...said('code')}>
          <Input value={value.code} maxLength={200} onChange={(event) => set({ code: event.target.value })} />
        </Field>
        <Field label={t('masters.col-kind')}>
          <Choice
            label={t('masters.col-kind')}
            size="full"
            value={value.kind}
            options={kinds.map((kind) => ({ value: kind, label: t(`node.${kind}`) }))}
            onChange={(kind) => set({ kind })}
          />
        </Field>
        <Field label={t('masters.parent')} {...said('parent')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            value={places.some(({ id }) => id === value.parent) ? value.parent : hq}
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(parent) => set({ parent })}
          />
        </Field>
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
      {error !== null && wrong === null ? <Failed error={error} /> : null}
    </Drawer>
  )
}

import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { MasterNode, MasterTree } from '../../../contract/masters-markets.ts'
import { longDay } from '../../../language/message.ts'
import { mastersApi } from '../../masters-api.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Failed, useProblemWords } from '../../ui/states.tsx'
import { useAct } from '../act.ts'
import { fieldOf } from '../fault.ts'
import { holders } from './tree.ts'

const nothing = () => undefined
const ALWAYS = '1970-01-01'

/** Where a node hangs and since when, its move, and its end: each a step of its own with a day. */
export function MoveForm({
  tree,
  node,
  onGone,
}: {
  readonly tree: MasterTree
  readonly node: MasterNode
  readonly onGone: () => void
}) {
  const { t } = useLanguage()
  const problem = useProblemWords()
  const [parent, setParent] = useState(node.parent ?? '')
  const [day, setDay] = useState(tree.today)
  const { act, busy, error } = useAct()
  const { id, name, version, closed } = node
  const fixed = node.kind === 'hq' || node.kind === 'unassigned'
  const wrong = fieldOf(error)
  const said = (field: string) => (wrong === field ? { error: problem(error) } : {})
  const options = holders(tree.nodes, node.kind, id)
  if (fixed) return <p>{t('masters.fixed')}</p>
  return (
    <>
      <h3>{t('masters.place')}</h3>
      <Past tree={tree} node={node} />
      {tree.may && (
        <>
          <div className="two">
            <Field label={t('masters.parent')} {...said('parent')}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                value={parent}
                disabled={closed !== null}
                options={options.map((one) => ({ value: one.id, label: one.name }))}
                onChange={setParent}
              />
            </Field>
            <Field label={t('masters.from-day')} {...said('day')}>
              <Input
                type="date"
                max={tree.today}
                value={day}
                onChange={(event) => setDay(event.target.value)}
              />
            </Field>
          </div>
          <div className="acts">
            <Button
              loading={busy}
              disabled={parent === node.parent || closed !== null}
              onClick={() =>
                act(mastersApi.moveNode(id, { version, parent, day }), t('masters.moved', { name }), nothing)
              }
            >
              {t('masters.move')}
            </Button>
            {node.kind !== 'market' ? null : closed === null ? (
              <Button
                loading={busy}
                onClick={() =>
                  act(mastersApi.closeNode(id, { version, day }), t('masters.closed-done', { name }), nothing)
                }
              >
                {t('masters.close')}
              </Button>
            ) : (
              <Button
                loading={busy}
                onClick={() =>
                  act(mastersApi.reopenNode(id, { version, day }), t('masters.reopened', { name }), nothing)
                }
              >
                {t('masters.reopen')}
              </Button>
            )}
            <Button
              loading={busy}
              disabled={node.inUse}
              title={node.inUse ? t('masters.delete-why') : undefined}
              onClick={() =>
                act(mastersApi.removeNode(id, { version }), t('masters.deleted', { name }), onGone)
              }
            >
              {t('masters.delete')}
            </Button>
          </div>
          <p>{node.inUse ? t('masters.delete-why') : t('masters.delete-may')}</p>
          {error !== null && wrong === null ? <Failed error={error} /> : null}
        </>
      )}
    </>
  )
}

function Past({ tree, node }: { readonly tree: MasterTree; readonly node: MasterNode }) {
  const { t, locale } = useLanguage()
  const nameOf = (id: string) => tree.nodes.find((one) => one.id === id)?.name ?? t('app.missing')
  const since = (from: string) => (from === ALWAYS ? t('masters.beginning') : longDay(locale, from))
  const stays = node.stays.length > 0 ? node.stays : [{ parent: node.parent ?? '', from: ALWAYS, to: null }]
  return (
    <ul className="masters-past">
      {stays.map(({ parent, from, to }) => (
        <li key={from}>
          <span className="masters-name" title={nameOf(parent)}>
            {nameOf(parent)}
          </span>
          <span>
            {to === null
              ? from === ALWAYS
                ? t('masters.always')
                : t('masters.since', { from: since(from) })
              : t('masters.span', { from: since(from), to: longDay(locale, to) })}
          </span>
        </li>
      ))}
      {node.closed === null ? null : (
        <li>
          <b>{t('masters.closed-since', { day: longDay(locale, node.closed) })}</b>
        </li>
      )}
    </ul>
  )
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { mastersApi } from '../../masters-api.ts'
import { prospectsApi } from '../../prospects-api.ts'
import { useDoing } from '../../ui/doing.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import { useRight } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'
import { useUndo } from '../../ui/undo-bar.tsx'
import { OpensForm, type Part } from './part-form.tsx'

const tiers = ['outlet', 'sub_distributor'] as const
type Tier = (typeof tiers)[number]
/** So many are named at once. */
const SHOWN = 20

/** Outlets and sub-distributors of ours that it serves: after signing its first order is followed to them. */
export function ServesPart({ one, onDone }: Part) {
  const { t } = useLanguage()
  const mayRead = useRight('account.read')
  const may = useRight('prospect.change')
  const undo = useUndo()
  const [all, setAll] = useState(false)
  const { busy, error, run } = useDoing()
  if (!mayRead) return null
  const add = async (id: string) => {
    await prospectsApi.serve(one.id, id)
    await onDone()
  }
  const remove = (id: string, name: string) =>
    run(async () => {
      await prospectsApi.serveNot(one.id, id)
      await onDone()
      undo({ words: t('prospect.serves-removed', { name }), undo: () => add(id) })
    })
  const shown = all ? one.serves : one.serves.slice(0, SHOWN)
  return (
    <Section title={t('prospect.serves')}>
      {one.serves.length === 0 && <p className="quiet">{t('prospect.serves-none')}</p>}
      <ul className="prospect-lines">
        {shown.map(({ id, name, tier }) => (
          <li key={id} className="prospect-line">
            <span>
              <b>{name}</b> {t(`tier.${tier as Tier}`)}
            </span>
            {may && (
              <button
                type="button"
                className="link"
                disabled={busy}
                aria-label={`${t('prospect.serves-not')} ${name}`}
                onClick={() => void remove(id, name)}
              >
                {t('prospect.serves-not')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {shown.length < one.serves.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('prospect.serves-all', { n: one.serves.length })}
        </button>
      )}
      {error !== null && <Failed error={error} />}
      <OpensForm words={t('prospect.serves-add')} onDone={onDone}>
        {() => <Picker one={one} onPick={add} />}
      </OpensForm>
    </Section>
  )
}

/** Stays open: several are added one after the other. */
function Picker({ one, onPick }: Pick<Part, 'one'> & { readonly onPick: (id: string) => Promise<void> }) {
  const { t } = useLanguage()
  const [q, setQ] = useState('')
  const { busy, error, run } = useDoing()
  const found = useQuery({
    queryKey: ['accounts-found', 'served', one.market.code, q],
    queryFn: async () => {
      const ask = { q, node: one.market.code }
      const answers = await Promise.all(tiers.map((tier) => mastersApi.masterAccounts({ ...ask, tier })))
      return answers.flatMap(({ rows }) => rows.slice(0, 30))
    },
    placeholderData: keepPreviousData,
  })
  const known = new Set(one.serves.map(({ id }) => id))
  return (
    <div className="prospect-form">
      <Field label={t('prospect.serves-whom')}>
        <Select<string>
          showSearch={{ filterOption: false, onSearch: setQ }}
          value={null}
          loading={busy || found.isFetching}
          placeholder={t('prospect.referrer-find')}
          notFoundContent={t('prospect.none-found')}
          options={(found.data ?? [])
            .filter(({ id }) => !known.has(id))
            .map(({ id, name, code, tier }) => ({
              value: id,
              label: [name, code, t(`tier.${tier}`)].join(' · '),
            }))}
          onSelect={(id: string) => void run(() => onPick(id))}
        />
      </Field>
      {error !== null && <Failed error={error} />}
    </div>
  )
}

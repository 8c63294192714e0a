import { Button, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { mastersApi } from '../../masters-api.ts'
import { DraftNote } from '../../ui/draft-note.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAct } from '../act.ts'
import { useAddress } from '../address.ts'
import { fieldOf } from '../fault.ts'
import { AccountFields } from './fields.tsx'
import { useOpenMarkets } from './move.tsx'
import { changeOf, noAccount } from './values.ts'

const empty = { ...noAccount, market: '' }

/** A new account, in a market that is open. */
export function NewAccountForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage()
  const { get, set: setAddress } = useAddress()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input.ant-input')?.focus(), [])
  const draft = useDraft('master-account.new', empty)
  const [noMarket, setNoMarket] = useState(false)
  const { act, busy, error } = useAct()
  const markets = useOpenMarkets(true)
  const here = markets.length === 1 ? markets[0] : markets.find(({ code }) => code === get('node'))
  const { market: chosen, ...fields } = draft.value
  const market = chosen === '' ? (here?.id ?? '') : chosen
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    setNoMarket(market === '')
    if (market === '') return
    act(
      mastersApi.addAccount({ ...changeOf(fields), market }),
      t('masters.added', { name: fields.name }),
      (done) => {
        draft.clear()
        setAddress({ open: done.id })
      },
    )
  }
  return (
    <Drawer
      title={t('masters.new-account')}
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
        <Field
          label={t('masters.market')}
          {...(noMarket && market === '' ? { error: t('masters.market-needed') } : {})}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            value={market === '' ? null : market}
            placeholder={t('masters.market-needed')}
            options={markets.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(to: string) => draft.set({ market: to, parent: null })}
          />
        </Field>
        <AccountFields value={fields} market={market} error={error} onChange={draft.set} />
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
      {error !== null && fieldOf(error) === null ? <Failed error={error} /> : null}
    </Drawer>
  )
}

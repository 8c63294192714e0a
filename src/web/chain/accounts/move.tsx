import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { MasterAccount } from '../../../contract/masters-accounts.ts'
import { longDay } from '../../../language/message.ts'
import { mastersApi } from '../../masters-api.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Failed, useProblemWords } from '../../ui/states.tsx'
import { useAct } from '../act.ts'
import { fieldOf } from '../fault.ts'
import { useOwners } from './fields.tsx'

/** Markets that take accounts, as choices. */
export function useOpenMarkets(may: boolean) {
  const tree = useQuery({ queryKey: ['master-tree'], queryFn: () => mastersApi.masterTree(), enabled: may })
  return (tree.data?.nodes ?? []).filter(({ kind, closed }) => kind === 'market' && closed === null)
}

/** In which market an account is and was, and its move to another from a day on. */
export function MoveAccount({
  account,
  today,
  may,
}: {
  readonly account: MasterAccount
  readonly today: string
  readonly may: boolean
}) {
  const { t, locale } = useLanguage()
  const problem = useProblemWords()
  const [market, setMarket] = useState<string | null>(null)
  const [day, setDay] = useState(today)
  const [owner, setOwner] = useState<string | null>(null)
  const markets = useOpenMarkets(may).filter(({ id }) => id !== account.market.id)
  const owners = useOwners(may)
  const { act, busy, error } = useAct()
  const { id, name, version } = account
  const wrong = fieldOf(error)
  const said = (field: string) => (wrong === field ? { error: problem(error) } : {})
  const to = markets.find((one) => one.id === market)
  const move = () =>
    to &&
    act(
      mastersApi.moveAccount(id, { version, market: to.id, day, ...(owner === null ? {} : { owner }) }),
      t('masters.account-moved', { name, market: to.name }),
      () => setMarket(null),
    )
  const since = account.before.at(-1)?.until
  return (
    <>
      <h3>{t('masters.market')}</h3>
      <ul className="masters-past">
        {account.before.map(({ market: was, until }) => (
          <li key={until}>
            <span className="masters-name" title={was}>
              {was}
            </span>
            <span>{t('masters.until', { day: longDay(locale, until) })}</span>
          </li>
        ))}
        <li>
          <span className="masters-name" title={account.market.name}>
            {account.market.name}
          </span>
          <span>
            {since === undefined ? t('masters.always') : t('masters.since', { from: longDay(locale, since) })}
          </span>
        </li>
      </ul>
      {!may ? null : markets.length === 0 ? (
        <p>{t('masters.account-move-nowhere')}</p>
      ) : (
        <>
          <p>{t('masters.account-move-why')}</p>
          <div className="two">
            <Field label={t('masters.account-move-to')} {...said('market')}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                value={market}
                placeholder={t('masters.market-needed')}
                options={markets.map((one) => ({ value: one.id, label: one.name }))}
                onChange={setMarket}
              />
            </Field>
            <Field label={t('masters.from-day')} {...said('day')}>
              <Input type="date" max={today} value={day} onChange={(event) => setDay(event.target.value)} />
            </Field>
          </div>
          <Field label={t('masters.account-move-owner')} {...said('owner')}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              value={owner}
              placeholder={account.ownerName ?? t('masters.owner-none')}
              options={(owners.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
              onChange={(one: string | null | undefined) => setOwner(one ?? null)}
            />
          </Field>
          <div className="acts">
            <Button loading={busy} disabled={!to || day === ''} onClick={move}>
              {t('masters.move')}
            </Button>
          </div>
          {error !== null && !['market', 'day', 'owner'].includes(wrong ?? '') ? (
            <Failed error={error} />
          ) : null}
        </>
      )}
    </>
  )
}

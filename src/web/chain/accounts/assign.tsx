import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { tiers, type Tier } from '../../../domain/chain/line.ts'
import { mastersApi } from '../../masters-api.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useProblemWords } from '../../ui/states.tsx'
import { useAct } from '../act.ts'
import { useOwners } from './fields.tsx'
import { useOpenMarkets } from './move.tsx'

/** Another rep, tier or market for the picked accounts. */
export function AssignAccounts({ ids, today }: { readonly ids: readonly string[]; readonly today: string }) {
  const { t } = useLanguage()
  const problem = useProblemWords()
  const owners = useOwners(true)
  const [owner, setOwner] = useState<string | null>(null)
  const [tier, setTier] = useState<Tier | null>(null)
  const markets = useOpenMarkets(true)
  const [market, setMarket] = useState<string | null>(null)
  const [day, setDay] = useState(today)
  const { act, busy, error } = useAct()
  const give = (what: { owner: string } | { tier: Tier }) =>
    act(
      mastersApi.changeAccounts({ ids: [...ids], ...what }),
      t('masters.accounts-changed', { n: ids.length }),
      () => {
        setOwner(null)
        setTier(null)
      },
    )
  const to = markets.find(({ id }) => id === market)
  const move = () =>
    to &&
    act(
      mastersApi.moveAccounts({ ids: [...ids], market: to.id, day }),
      t('masters.accounts-moved', { n: ids.length, market: to.name }),
      () => setMarket(null),
    )
  return (
    <>
      <Select
        className="masters-pick"
        showSearch={{ optionFilterProp: 'label' }}
        value={owner}
        aria-label={t('masters.owner')}
        placeholder={t('masters.owner')}
        options={(owners.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setOwner}
      />
      <Button loading={busy} disabled={owner === null} onClick={() => owner && give({ owner })}>
        {t('masters.set-owner')}
      </Button>
      <Select<Tier>
        className="masters-pick"
        value={tier}
        aria-label={t('masters.tier')}
        placeholder={t('masters.tier')}
        options={tiers.map((one) => ({ value: one, label: t(`tier.${one}`) }))}
        onChange={setTier}
      />
      <Button loading={busy} disabled={tier === null} onClick={() => tier && give({ tier })}>
        {t('masters.set-tier')}
      </Button>
      {markets.length < 2 ? null : (
        <>
          <Select
            className="masters-pick"
            showSearch={{ optionFilterProp: 'label' }}
            value={market}
            aria-label={t('masters.market')}
            placeholder={t('masters.market')}
            options={markets.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setMarket}
          />
          <Input
            className="masters-pick"
            type="date"
            max={today}
            value={day}
            aria-label={t('masters.from-day')}
            onChange={(event) => setDay(event.target.value)}
          />
          <Button loading={busy} disabled={!to || day === ''} onClick={move}>
            {t('masters.set-market')}
          </Button>
        </>
      )}
      {error === null ? null : <span role="alert">{problem(error)}</span>}
    </>
  )
}

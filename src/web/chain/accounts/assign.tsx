import { Button, Select } from 'antd'
import { useState } from 'react'
import { tiers, type Tier } from '../../../domain/chain/line.ts'
import { api } from '../../api.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useProblemWords } from '../../ui/states.tsx'
import { useAct } from '../act.ts'
import { useOwners } from './fields.tsx'

/** Another rep or tier for the picked accounts. */
export function AssignAccounts({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useLanguage()
  const problem = useProblemWords()
  const owners = useOwners(true)
  const [owner, setOwner] = useState<string | null>(null)
  const [tier, setTier] = useState<Tier | null>(null)
  const { act, busy, error } = useAct()
  const give = (what: { owner: string } | { tier: Tier }) =>
    act(
      api.changeAccounts({ ids: [...ids], ...what }),
      t('masters.accounts-changed', { n: ids.length }),
      () => {
        setOwner(null)
        setTier(null)
      },
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
      {error === null ? null : <span role="alert">{problem(error)}</span>}
    </>
  )
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { agreementsApi } from '../../agreements-api.ts'
import { mastersApi } from '../../masters-api.ts'
import { prospectsApi } from '../../prospects-api.ts'
import { useAddress } from '../../ui/address.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useScenarios } from '../deal/kept-scenarios.ts'
import { AgreementFormDrawer } from './agreement-form.tsx'
import { emptyForm } from './form-values.ts'
import { fromDesk } from './from-desk.ts'

type Kind = 'prospect' | 'account'
type Party = {
  readonly kind: Kind
  readonly id: string
  readonly name: string
  readonly market: { readonly id: string; readonly name: string }
}

/** A new agreement: with whom, and from which scenario of the deal desk. The address may say both (`prospect`, `scenario`). */
export function NewAgreement({
  today,
  onClose,
  onDone,
}: {
  readonly today: string
  readonly onClose: () => void
  readonly onDone: (id: string) => void
}) {
  const { t } = useLanguage()
  const { get, set } = useAddress()
  const [scenarios] = useScenarios()
  const [chosen, setChosen] = useState<Party | null>(null)
  const [missing, setMissing] = useState(false)
  const asked = get('prospect')
  const known = useQuery({
    queryKey: ['prospects', 'one', asked],
    queryFn: () => prospectsApi.one(asked ?? ''),
    enabled: asked !== undefined && chosen === null,
  })
  const found = known.data
  const party: Party | null =
    chosen ?? (found ? { kind: 'prospect', id: found.id, name: found.name, market: found.market } : null)
  const scenario = scenarios.find(({ id }) => id === get('scenario'))
  const market = party?.market.id
  const initial = useMemo(
    () => ({
      ...emptyForm(today, market === undefined ? [] : [market]),
      ...(scenario ? fromDesk(scenario.desk, today) : {}),
    }),
    [today, market, scenario],
  )
  return (
    <AgreementFormDrawer
      // Another prospect, another scenario: what was typed for one is none of the other’s.
      draftKey={`agreement.new.${asked ?? ''}.${scenario?.id ?? ''}`}
      title={t('agreement.add')}
      initial={initial}
      changed={chosen !== null}
      head={
        <>
          <PartyField value={party} wrong={missing && party === null} onChange={setChosen} />
          {scenarios.length > 0 && (
            <Field label={t('agreement.scenario')}>
              <Select<string>
                value={scenario?.id ?? ''}
                options={[
                  { value: '', label: t('agreement.scenario-none') },
                  ...scenarios.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onChange={(id) => set({ scenario: id === '' ? null : id })}
              />
            </Field>
          )}
        </>
      }
      onSave={async (draft) => {
        setMissing(party === null)
        return party === null ? null : agreementsApi.add({ with: { kind: party.kind, id: party.id }, draft })
      }}
      onClose={onClose}
      onDone={onDone}
    />
  )
}

/** A prospect in talks, or a wholesaler that is there. */
function PartyField({
  value,
  wrong,
  onChange,
}: {
  readonly value: Party | null
  readonly wrong: boolean
  readonly onChange: (party: Party | null) => void
}) {
  const { t } = useLanguage()
  const [kind, setKind] = useState<Kind>('prospect')
  const [q, setQ] = useState('')
  const shown = value?.kind ?? kind
  const prospects = useQuery({
    queryKey: ['prospects', { q, state: 'open' }],
    queryFn: () => prospectsApi.list({ q, state: 'open' }),
    placeholderData: keepPreviousData,
    enabled: shown === 'prospect',
  })
  const accounts = useQuery({
    queryKey: ['accounts-found', q, 'wholesaler'],
    queryFn: () => mastersApi.masterAccounts({ q, tier: 'wholesaler' }),
    placeholderData: keepPreviousData,
    enabled: shown === 'account',
  })
  const rows = (shown === 'prospect' ? prospects.data?.rows : accounts.data?.rows) ?? []
  const parties: readonly Party[] = [
    ...(value === null ? [] : [value]),
    ...rows
      .filter(({ id }) => id !== value?.id)
      .map(({ id, name, market, marketName }) => ({
        kind: shown,
        id,
        name,
        market: { id: market, name: marketName },
      })),
  ]
  return (
    <>
      <div className="agreement-with">
        <Choice
          label={t('agreement.party')}
          value={shown}
          size="full"
          options={(['prospect', 'account'] as const).map((one) => ({
            value: one,
            label: t(`agreement.party-${one}`),
          }))}
          onChange={(to) => {
            setKind(to)
            onChange(null)
          }}
        />
      </div>
      <Field label={t('agreement.party')} {...(wrong ? { error: t('agreement.party-needed') } : {})}>
        <Select<string>
          showSearch={{ filterOption: false, onSearch: setQ }}
          value={value?.id ?? null}
          placeholder={t('agreement.party-find')}
          loading={prospects.isFetching || accounts.isFetching}
          options={parties.map(({ id, name, market }) => ({ value: id, label: `${name} · ${market.name}` }))}
          onChange={(id) => onChange(parties.find((one) => one.id === id) ?? null)}
        />
      </Field>
    </>
  )
}

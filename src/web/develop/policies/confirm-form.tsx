import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { addMonths } from '../../../domain/day.ts'
import { periodOf, WHOLE_TERM } from '../../../domain/develop/trade-policy.ts'
import { periodWords } from '../../../language/trade-words.ts'
import { mastersApi } from '../../masters-api.ts'
import { tradeApi, type OnePolicy } from '../../trade-api.ts'
import { useDoing } from '../../ui/doing.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Failed } from '../../ui/states.tsx'
import { useUndo } from '../../ui/undo-bar.tsx'

/** Periods of a policy that have begun, the latest first. */
export function periodsOf(
  { from, to, period }: Pick<OnePolicy['draft'], 'from' | 'to' | 'period'>,
  today: string,
): readonly string[] {
  if (period === 'term') return from <= today ? [WHOLE_TERM] : []
  const step = { month: 1, quarter: 3, year: 12 }[period]
  const last = to < today ? to : today
  const found: string[] = []
  for (let at = periodOf(period, from); at <= last; at = addMonths(at, step)) found.unshift(at)
  return found
}

/** Somebody saw that conduct was kept or a display stands: then it accrues. Ten seconds long it can be taken back. */
export function ConfirmForm({
  policy: { id, draft },
  today,
  onClose,
}: {
  readonly policy: OnePolicy
  readonly today: string
  readonly onClose: () => void
}) {
  const { t, locale } = useLanguage()
  const client = useQueryClient()
  const offer = useUndo()
  const periods = periodsOf(draft, today)
  const [period, setPeriod] = useState(periods[0] ?? '')
  const [account, setAccount] = useState<string | null>(null)
  const [q, setQ] = useState('')
  const { busy, error, run } = useDoing()
  const found = useQuery({
    queryKey: ['accounts-found', q],
    queryFn: () => mastersApi.masterAccounts({ q }),
    placeholderData: (before) => before,
  })
  const rows = found.data?.rows ?? []
  const save = async () => {
    if (account === null) return
    const facts = {
      account: rows.find((row) => row.id === account)?.name ?? '',
      period: periodWords(locale, draft.period, period),
    }
    const put = (confirmed: boolean) => tradeApi.confirm(id, { account, period, confirmed })
    await run(async () => {
      await put(true)
      offer({
        words: t('trade.confirmed-said', facts),
        undo: async () => {
          await put(false)
          await client.invalidateQueries()
        },
      })
      await client.invalidateQueries()
      onClose()
    })
  }
  return (
    <Drawer
      title={t('trade.confirm-title')}
      note={draft.name}
      onClose={onClose}
      footer={
        <Button type="primary" loading={busy} disabled={account === null} onClick={() => void save()}>
          {t('trade.confirm')}
        </Button>
      }
    >
      <p className="trade-quiet">{t('trade.confirm-why')}</p>
      <Field label={t('trade.confirm-account')}>
        <Select<string | null>
          showSearch={{ filterOption: false, onSearch: setQ }}
          value={account}
          loading={found.isFetching}
          placeholder={t('trade.accounts-find')}
          options={rows.map(({ id: value, name }) => ({ value, label: name }))}
          onChange={setAccount}
        />
      </Field>
      <Field label={t('trade.confirm-period')}>
        <Select<string>
          value={period}
          options={periods.map((value) => ({ value, label: periodWords(locale, draft.period, value) }))}
          onChange={setPeriod}
        />
      </Field>
      {error !== null && <Failed error={error} />}
    </Drawer>
  )
}

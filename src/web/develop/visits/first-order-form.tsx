import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { FirstOrder } from '../../../contract/first-order.ts'
import { addDays } from '../../../domain/day.ts'
import { visitsApi } from '../../visits-api.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { useSession } from '../../ui/session.ts'
import { unread } from '../../ui/unread.ts'
import { Failed } from '../../ui/states.tsx'
import { useDoing } from '../../ui/doing.ts'

/** Until when the first order is due, and how many cases. */
export function FirstOrderForm({
  account,
  plan,
  onClose,
}: {
  readonly account: { readonly id: string; readonly name: string }
  readonly plan: FirstOrder['plan']
  readonly onClose: () => void
}) {
  const { t } = useLanguage()
  const { today } = useSession()
  const client = useQueryClient()
  const [dueOn, setDueOn] = useState(plan && plan.dueOn > today ? plan.dueOn : addDays(today, 15))
  const [cases, setCases] = useState<number | null>(plan?.cases ?? null)
  const { busy, error, run } = useDoing()
  const save = async () => {
    await run(async () => {
      await visitsApi.planFirstOrder(account.id, { dueOn, cases })
      await client.invalidateQueries({ queryKey: ['visits'] })
      onClose()
    })
  }
  return (
    <Drawer
      title={account.name}
      note={t('first.title')}
      onClose={onClose}
      footer={
        <Button
          type="primary"
          className="visit-save"
          loading={busy}
          onClick={({ currentTarget }) => !unread(currentTarget) && void save()}
        >
          {t('app.save')}
        </Button>
      }
    >
      <Field label={t('first.due')}>
        <Input type="date" value={dueOn} min={today} onChange={(event) => setDueOn(event.target.value)} />
      </Field>
      <Field label={t('first.said')} hint={t('first.said-hint')}>
        <NumberInput value={cases} onValue={setCases} />
      </Field>
      {error !== null && <Failed error={error} />}
    </Drawer>
  )
}

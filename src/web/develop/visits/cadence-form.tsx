import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { AccountVisits } from '../../../contract/visit.ts'
import { addDays } from '../../../domain/day.ts'
import { DAYS_AHEAD } from '../../../domain/develop/visit.ts'
import { visitsApi } from '../../visits-api.ts'
import { ChipChoice, Chips } from '../../ui/chips.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useSession } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'
import { WEEK } from './week.ts'
import { useDoing } from '../../ui/doing.ts'

const every = ['7', '10', '14', '30', 'none'] as const

/** How often an account is visited, and on which weekdays. */
export function CadenceForm({
  account,
  cadence,
  onClose,
}: {
  readonly account: { readonly id: string; readonly name: string }
  readonly cadence: AccountVisits['cadence']
  readonly onClose: () => void
}) {
  const { t } = useLanguage()
  const { today } = useSession()
  const client = useQueryClient()
  const held = cadence?.everyDays ?? 7
  const offered = every.some((one) => one === String(held)) ? every : ([String(held), ...every] as const)
  const [days, setDays] = useState<string>(cadence?.everyDays === null ? 'none' : String(held))
  const [weekdays, setWeekdays] = useState<readonly number[]>(cadence?.weekdays ?? [1, 2, 3, 4, 5])
  const [from, setFrom] = useState(today)
  const { busy, error, run } = useDoing()
  const save = async () => {
    await run(async () => {
      const everyDays = days === 'none' ? null : Number(days)
      await visitsApi.setCadence(account.id, { everyDays, weekdays: [...weekdays], from })
      await client.invalidateQueries({ queryKey: ['visits'] })
      onClose()
    })
  }
  return (
    <Drawer
      title={account.name}
      note={t('visit.cadence-title')}
      onClose={onClose}
      footer={
        <Button type="primary" className="visit-save" loading={busy} onClick={() => void save()}>
          {t('app.save')}
        </Button>
      }
    >
      <Field label={t('visit.cadence-every')}>
        <ChipChoice
          label={t('visit.cadence-every')}
          value={days}
          options={offered.map((value) => ({
            value,
            label: value === 'none' ? t('visit.cadence-stop') : t('visit.cadence-days', { n: Number(value) }),
          }))}
          onChange={setDays}
        />
      </Field>
      {days !== 'none' && (
        <Field label={t('visit.cadence-weekdays')} hint={t('visit.cadence-weekdays-hint')}>
          <Chips
            label={t('visit.cadence-weekdays')}
            value={weekdays}
            options={WEEK.map((value) => ({ value, label: t(`visit.weekday-${value}`) }))}
            onChange={setWeekdays}
          />
        </Field>
      )}
      <Field label={t('visit.cadence-from')}>
        <Input
          type="date"
          value={from}
          min={today}
          max={addDays(today, DAYS_AHEAD)}
          onChange={(event) => setFrom(event.target.value)}
        />
      </Field>
      {error !== null && <Failed error={error} />}
    </Drawer>
  )
}

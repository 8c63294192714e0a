import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { FirstOrder } from '../../../contract/first-order.ts'
import { addDays } from '../../../domain/day.ts'
import { visitsApi } from '../../visits-api.ts'
import { Section } from '../../ui/page.tsx'
import { dayWords, useReading, type Reading } from '../../ui/reading.ts'
import { Failed } from '../../ui/states.tsx'
import { FirstOrderForm } from './first-order-form.tsx'
import { PlacementPart } from './placement-part.tsx'
import './visits.css'

type Account = { readonly id: string; readonly name: string }

/** So long the first order of an account is news. */
const SHOWN_DAYS = 60

/** An account's first order: until when it is due, what came, and where it went. Nothing is shown of one long past. */
export function FirstOrderPart({ account }: { readonly account: Account }) {
  const { may, today } = useReading()
  const enabled = may('visit.read')
  const answer = useQuery({
    queryKey: ['visits', 'first-order', account.id],
    queryFn: () => visitsApi.firstOrder(account.id),
    enabled,
  })
  if (answer.error) return <Failed error={answer.error} onRetry={() => void answer.refetch()} />
  const order = answer.data?.order ?? null
  if (!answer.data || (order !== null && addDays(order.day, SHOWN_DAYS) < today)) return null
  return <Part account={account} known={answer.data} />
}

/** What was said and what came, as one sentence. */
function stateWords(reading: Reading, { plan, order, state }: FirstOrder): string {
  const { t } = reading
  const due = plan === null ? '' : dayWords(reading, plan.dueOn)
  const came = order === null ? '' : dayWords(reading, order.day)
  const said = plan?.cases == null ? {} : { n: plan.cases }
  if (state === 'none') return t('first.none')
  if (state === 'waits' || state === 'late') return t(`first.${state}`, { due, ...said } as never)
  return t(`first.${state}`, { day: came, n: order?.cases ?? 0, due, said: plan?.cases ?? 0 } as never)
}

function Part({ account, known }: { readonly account: Account; readonly known: FirstOrder }) {
  const reading = useReading()
  const { t } = reading
  const may = reading.may('prospect.change')
  const [setting, setSetting] = useState(false)
  const words = stateWords(reading, known)
  const odd = known.state === 'late' || known.state === 'came-late' || known.state === 'came-short'
  return (
    <Section
      title={t('first.title')}
      note={odd ? <span className="visit-late">{words}</span> : words}
      aside={
        known.order === null && (
          <Button
            disabled={!may}
            title={may ? undefined : t('prospect.may-not')}
            onClick={() => setSetting(true)}
          >
            {t('first.set')}
          </Button>
        )
      }
    >
      {known.placement && known.order && (
        <PlacementPart placement={known.placement} cases={known.order.cases} />
      )}
      {setting && <FirstOrderForm account={account} plan={known.plan} onClose={() => setSetting(false)} />}
    </Section>
  )
}

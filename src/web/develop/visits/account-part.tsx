import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { AccountVisits } from '../../../contract/visit.ts'
import { visitsApi } from '../../visits-api.ts'
import { Facts, Section } from '../../ui/page.tsx'
import { dayWords, useReading } from '../../ui/reading.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { CadenceForm } from './cadence-form.tsx'
import { VisitDrawer } from './visit-drawer.tsx'
import type { Target } from './target.ts'
import { weekdayWords } from './week.ts'
import { planWords, saidWords } from './words.ts'
import './visits.css'

type Account = { readonly id: string; readonly name: string }
const BEHIND = 5
const AHEAD = 3

/** An account's fixed dates: how often, what came of the last ones, which are next. */
export function AccountVisitsPart({ account }: { readonly account: Account }) {
  const { may } = useReading()
  const answer = useQuery({
    queryKey: ['visits', 'account', account.id],
    queryFn: () => visitsApi.account(account.id),
    enabled: may('visit.read'),
  })
  if (!may('visit.read')) return null
  if (answer.data) return <Part account={account} known={answer.data} />
  if (answer.error) return <Failed error={answer.error} onRetry={() => void answer.refetch()} />
  return <Loading rows={3} head={false} />
}

function Part({ account, known }: { readonly account: Account; readonly known: AccountVisits }) {
  const reading = useReading()
  const { t } = reading
  const may = reading.may('visit.change')
  const why = may ? undefined : t('visit.may-not')
  const [setting, setSetting] = useState(false)
  const [target, setTarget] = useState<Target | null>(null)
  const { cadence, plans } = known
  const open = plans.filter(({ state }) => state === 'overdue' || state === 'due' || state === 'planned')
  const over = plans.filter(({ state }) => state === 'done' || state === 'missed')
  const next = open.find(({ day }) => day >= known.today)?.day
  const words =
    cadence === null
      ? t('visit.cadence-none')
      : cadence.everyDays === null
        ? t('visit.cadence-over')
        : t('visit.cadence', {
            n: cadence.everyDays,
            days: weekdayWords(t, cadence.weekdays),
            ...(next === undefined ? {} : { next: dayWords(reading, next) }),
          } as never)
  const list = (label: string, rows: AccountVisits['plans']) =>
    rows.length > 0 && (
      <div>
        <h3>{label}</h3>
        <ul className="visit-list" aria-label={label}>
          {rows.map((plan) => (
            <li key={`${plan.day} ${plan.visit?.id ?? ''}`} data-state={plan.state}>
              <button
                type="button"
                disabled={!may && !plan.visit}
                title={why}
                onClick={() => setTarget({ account: account.id, name: account.name, plan })}
              >
                <span className="visit-state">{t(`visit.state-${plan.state}`)}</span>
                <span className="visit-facts">
                  <Facts of={[...planWords(reading, plan), ...saidWords(t, plan)]} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    )
  return (
    <Section
      title={t('visit.part')}
      note={words}
      aside={
        <span className="visit-acts">
          <Button disabled={!may} title={why} onClick={() => setSetting(true)}>
            {t('visit.set')}
          </Button>
          <Button
            disabled={!may}
            title={why}
            onClick={() => setTarget({ account: account.id, name: account.name, plan: null })}
          >
            {t('visit.add')}
          </Button>
        </span>
      }
    >
      <div className="visit-two">
        {list(t('visit.ahead'), open.slice(0, AHEAD))}
        {list(t('visit.behind'), over.slice(-BEHIND).toReversed())}
      </div>
      {setting && <CadenceForm account={account} cadence={cadence} onClose={() => setSetting(false)} />}
      {target !== null && (
        <VisitDrawer
          key={`${target.plan?.day ?? ''} ${target.plan?.visit?.id ?? ''}`}
          target={target}
          onClose={() => setTarget(null)}
        />
      )}
    </Section>
  )
}

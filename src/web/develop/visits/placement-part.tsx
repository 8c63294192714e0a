import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { FirstOrder } from '../../../contract/first-order.ts'
import { paths } from '../../paths.ts'
import { dayWords, useReading } from '../../ui/reading.ts'
import { SaidForm } from './said-form.tsx'

type Placement = NonNullable<FirstOrder['placement']>
const FEW = 8

/** Where the first order went in half a month: how far it has come, who has it, whom to try next. */
export function PlacementPart({
  placement,
  cases,
}: {
  readonly placement: Placement
  readonly cases: number
}) {
  const reading = useReading()
  const { t } = reading
  const may = reading.may('visit.change')
  const [going, setGoing] = useState<Placement['next'][number] | null>(null)
  const [all, setAll] = useState(false)
  const { placed, between, reached, reachedTotal, known, by, state, next } = placement
  const slow = state === 'behind' || state === 'fell-short'
  const share = Math.floor((placed / cases) * 100)
  const over = state === 'placed' || state === 'fell-short'
  return (
    <>
      <p className={slow ? 'visit-late' : undefined}>
        {t(`first.is-${state}`, { placed, cases, outlets: reachedTotal, by: dayWords(reading, by) } as never)}
      </p>
      <p className="visit-bar-line" aria-hidden="true">
        <i style={{ inlineSize: `${String(share)}%` }} />
      </p>
      {between > 0 && <p className="page-note">{t('first.between', { n: between })}</p>}
      <div className="visit-two">
        {next.length > 0 && !over && (
          <div>
            <h3>{t('first.next', { left: known - reachedTotal })}</h3>
            <ul className="visit-without" aria-label={t('first.next-list')}>
              {next.map((outlet) => (
                <li key={outlet.id}>
                  <span>{outlet.name}</span>
                  <Button
                    disabled={!may}
                    title={may ? undefined : t('visit.may-not')}
                    aria-label={`${t('first.go')} ${outlet.name}`}
                    onClick={() => setGoing(outlet)}
                  >
                    {t('first.go')}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        )}
        {reached.length > 0 && (
          <div>
            <h3>{t('first.reached')}</h3>
            <ul className="visit-without" aria-label={t('first.reached')}>
              {(all ? reached : reached.slice(0, FEW)).map((outlet) => (
                <li key={outlet.id}>
                  <span>{outlet.name}</span>
                  <span className="visit-facts">
                    {[
                      outlet.cases === null ? '' : t('first.cases', { n: outlet.cases }),
                      t(`first.how-${outlet.how}`, { day: dayWords(reading, outlet.day) }),
                    ]
                      .filter((fact) => fact !== '')
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
            {!all && reached.length > FEW && (
              <Button type="link" onClick={() => setAll(true)}>
                {t('first.all', { n: reached.length })}
              </Button>
            )}
          </div>
        )}
      </div>
      {going && (
        <SaidForm
          key={going.id}
          title={going.name}
          note={
            <Link className="link" to={paths.visits}>
              {t('menu.visits')}
            </Link>
          }
          target={{ account: going.id, name: going.name, plan: null }}
          onClose={() => setGoing(null)}
        />
      )}
    </>
  )
}

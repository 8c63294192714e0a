import { Button } from 'antd'
import { memo } from 'react'
import { useLanguage } from '../../ui/language.tsx'
import type { Desk } from './desk.ts'
import { MOST_SCENARIOS, type Scenario } from './kept-scenarios.ts'
import { SendButton } from './send-button.tsx'
import { sumsOf } from './sums.ts'

/** What can be done with the slip: begin again, send it, put it aside as a scenario. `now` is the desk at the moment of the press. */
export const DealActions = memo(function DealActions({
  now,
  again,
  ready,
  scenarios,
  keep,
  money,
}: {
  readonly now: () => Desk
  readonly again: (() => void) | undefined
  readonly ready: boolean
  readonly scenarios: readonly Scenario[]
  readonly keep: (next: readonly Scenario[]) => void
  readonly money: string
}) {
  const { t } = useLanguage()
  const full = scenarios.length >= MOST_SCENARIOS
  const putAside = () => {
    const desk = now()
    if (sumsOf(desk).sums === null) return
    const used = new Set(scenarios.map(({ name }) => name))
    const name =
      [1, 2, 3].map((n) => t('desk.scenario', { n })).find((one) => !used.has(one)) ??
      t('desk.scenario', { n: 1 })
    keep([...scenarios, { id: crypto.randomUUID(), name, desk }])
  }
  return (
    <>
      {again && (
        <button type="button" className="link" onClick={again}>
          {t('desk.again')}
        </button>
      )}
      <SendButton now={now} ready={ready} money={money} />
      <Button type="primary" disabled={full || !ready} onClick={putAside}>
        {t(full ? 'desk.full' : 'desk.put-aside')}
      </Button>
    </>
  )
})

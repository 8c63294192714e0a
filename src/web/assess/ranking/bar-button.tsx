import type { RankedAccount } from '../../../contract/assess.ts'
import { criteria, type Criterion } from '../../../domain/assess/criterion.ts'
import { fixed } from '../../ui/figures.ts'
import { Bars, barLayout } from '../parts/bars.tsx'
import { useReading } from '../../ui/reading.ts'
import type { RowFrame } from './row-frame.ts'

function rect(target: Element): DOMRect {
  return target.getBoundingClientRect()
}

/** The four bars as one target: the pointer's height says which one is meant, a press keeps its "why" open. */
export function BarButton({
  account,
  frame,
  width,
}: {
  readonly account: RankedAccount
  readonly frame: RowFrame
  readonly width: number
}) {
  const { t, locale } = useReading()
  const meant = (target: Element, clientY: number): Criterion => {
    const box = target.getBoundingClientRect()
    const y = clientY - box.top - (box.height - 28) / 2
    const bars = barLayout(frame.weights)
    return bars.find((bar) => y < bar.top + bar.thickness + 1.5)?.criterion ?? 'potential'
  }
  const words = criteria.map(
    (criterion) => `${t(`part.${criterion}`)} ${fixed(locale, account.parts[criterion], 0)}`,
  )
  return (
    <button
      type="button"
      className="bar-button"
      aria-haspopup="dialog"
      aria-label={`${t('bars.open', { name: account.name })} · ${words.join(' · ')}`}
      onPointerMove={(event) => {
        if (event.pointerType !== 'mouse') return
        frame.onBar(account, meant(event.currentTarget, event.clientY), rect(event.currentTarget), 'over')
      }}
      onPointerLeave={(event) => {
        if (event.pointerType === 'mouse') frame.onBar(account, 'volume', rect(event.currentTarget), 'out')
      }}
      onClick={(event) => {
        event.stopPropagation()
        const criterion = event.detail === 0 ? 'volume' : meant(event.currentTarget, event.clientY)
        frame.onBar(account, criterion, rect(event.currentTarget), 'press')
      }}
    >
      <Bars parts={account.parts} means={frame.means} weights={frame.weights} width={width} />
    </button>
  )
}

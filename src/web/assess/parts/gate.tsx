import type { RankedAccount } from '../../../contract/assess.ts'
import { fixed } from '../../ui/figures.ts'
import { otherWarnings, riskWords, silenceWarns } from '../loyalty.ts'
import { useReading } from '../../ui/reading.ts'

/** Silence in usual intervals, drawn to four of them: the tick is one, the dotted red one is three. */
const REACH = 4

/** The loyalty gate of one row: silence against the usual interval. It turns red when silence warns, and then it speaks; what else warns stands beside it. */
export function Gate({
  account,
  width,
}: {
  readonly account: Pick<RankedAccount, 'standing' | 'loyalty'>
  readonly width: number
}) {
  const reading = useReading()
  const { t, locale } = reading
  const { loyalty } = account
  const { silentDays, usualDays, cycles } = loyalty
  // The standing of one that is not safe has said it.
  const said = riskWords(reading, account).length > 0
  const others = said ? '' : otherWarnings(reading, loyalty).join(' · ')
  if (silentDays === null || usualDays === null || cycles === null) {
    return (
      <span className="gate">
        <span className="sub">{t('gate.unknown')}</span>
        {others === '' ? null : <strong className="sub gate-other">{others}</strong>}
      </span>
    )
  }
  const red = silenceWarns(loyalty)
  const x = (value: number) => (Math.min(value, REACH) / REACH) * width
  const days = { silent: fixed(locale, silentDays, 0), usual: fixed(locale, usualDays, 0) }
  return (
    <span className="gate" data-red={red || undefined} title={others === '' ? undefined : others}>
      <svg width={width} height="11" viewBox={`0 0 ${width} 11`} aria-hidden="true">
        <path d={`M0 5.5H${width}`} stroke="var(--grid)" strokeWidth="1.5" />
        <rect
          y="3.5"
          width={Math.max(1, x(cycles))}
          height="4"
          fill={red ? 'var(--loss)' : 'var(--value-4)'}
        />
        <path d={`M${x(1)} 0V11`} stroke="var(--ink)" strokeWidth="1.25" />
        <path
          d={`M${x(3)} 1V10`}
          stroke={red && cycles > 3 ? 'var(--surface)' : 'var(--loss)'}
          strokeDasharray="2 1.5"
        />
      </svg>
      <span className="sub">
        {red ? (
          <>
            <strong>{t('gate.silent', days)}</strong> {t('gate.usual', days)}
          </>
        ) : (
          <>
            {t('gate.days', days)}
            {others === '' ? null : <strong className="gate-other"> {others}</strong>}
          </>
        )}
      </span>
    </span>
  )
}

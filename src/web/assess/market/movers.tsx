import { listed } from '../../../language/message.ts'
import type { MarketPage } from '../../../contract/market.ts'
import { Section } from '../../ui/page.tsx'
import { WhyButton } from '../../ui/why.tsx'
import { columnDigits, inUnit, signed } from '../../ui/figures.ts'
import { unitWord, useReading } from '../../ui/reading.ts'
import { MemberName } from './member-name.tsx'
import { wholeOf } from './volume.ts'

const EACH = 3

/** Who gained and who lost most in three months, on one scale from one base. */
export function Movers({
  page,
  onWhy,
}: {
  readonly page: MarketPage
  readonly onWhy: (key: string) => void
}) {
  const reading = useReading()
  const { t, locale, unit } = reading
  const title = t('movers.title')
  const { movers } = page
  if (!movers)
    return (
      <Section title={title}>
        <p className="quiet">{t('movers.none')}</p>
      </Section>
    )
  const whole = wholeOf(page.row)
  const rows = [...movers.up.slice(0, EACH), ...movers.down.slice(0, EACH).toReversed()]
  const most = Math.max(1, ...rows.map(({ change }) => Math.abs(change)))
  const digits = columnDigits(rows.map(({ change }) => inUnit(unit, change, whole)))
  return (
    <Section
      title={title}
      note={
        <>
          {t('movers.note', { unit: unitWord(reading) })}{' '}
          <WhyButton of={title} onOpen={() => onWhy('movers')} />
        </>
      }
    >
      {rows.length === 0 ? <p className="quiet">{t('movers.still')}</p> : null}
      <ul className="movers">
        {rows.map((one) => {
          const part = (Math.abs(one.change) / most) * 50
          return (
            <li key={one.id}>
              <span className="mover-name">
                <MemberName member={one} level={one.tier} />
                {one.suppliers.length > 0 ? (
                  <span className="mover-from" title={one.suppliers.join(' · ')}>
                    {listed(locale, one.suppliers)}
                  </span>
                ) : null}
              </span>
              <span className="mover-track" aria-hidden="true">
                <i
                  data-down={one.change < 0 || undefined}
                  style={{ insetInlineStart: `${one.change < 0 ? 50 - part : 50}%`, width: `${part}%` }}
                />
              </span>
              <strong>{signed(locale, inUnit(unit, one.change, whole), digits)}</strong>
            </li>
          )
        })}
      </ul>
      {rows.length > 0 ? (
        <p className="market-small mover-all">
          <span>{t('movers.all')}</span>
          <strong>{signed(locale, inUnit(unit, movers.changeLitres, whole), digits)}</strong>
        </p>
      ) : null}
    </Section>
  )
}

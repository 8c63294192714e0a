import type { Ranking } from '../../../contract/assess.ts'
import { standings, type StandingFilter } from '../../../domain/assess/criterion.ts'
import { fixed, percent, type Whole } from '../../ui/figures.ts'
import { useReading } from '../../ui/reading.ts'
import { Ruler } from '../../ui/ruler.tsx'
import { StandingGlyph, standingFill } from '../../ui/standing.tsx'
import { segments } from './arrange.ts'
import { volumeWithUnit } from './says.ts'

/** The answer drawn to scale: one segment a standing, width = share of the volume; each is a filter. */
export function StandingsRuler({
  totals,
  chosen,
  whole,
  onPick,
}: {
  readonly totals: Ranking['totals']
  readonly chosen: readonly StandingFilter[]
  readonly whole: Whole
  readonly onPick: (standings: readonly StandingFilter[]) => void
}) {
  const reading = useReading()
  const { t, locale } = reading
  return (
    <Ruler
      label={t('ruler.label')}
      picked={chosen}
      onPick={(key) => onPick(standings.filter((standing) => standing === key))}
      segments={segments(totals).map(({ standing, accounts, litres, share }) => ({
        key: standing,
        name: t(`standing.${standing}`),
        figures: [
          t('ruler.accounts', { n: accounts }),
          `${percent(locale, share)}%`,
          volumeWithUnit(reading, litres, whole),
        ],
        share,
        fill: standingFill[standing],
        glyph: <StandingGlyph of={standing} />,
        broken: standing === 'on_watch',
      }))}
    />
  )
}

/** The same filter for a thumb: chips with the glyph, the short word and its count. */
export function StandingChips({
  totals,
  chosen,
  onPick,
}: {
  readonly totals: Ranking['totals']
  readonly chosen: readonly StandingFilter[]
  readonly onPick: (standings: readonly StandingFilter[]) => void
}) {
  const { t, locale } = useReading()
  return (
    <div className="chips">
      <button type="button" className="chip" aria-pressed={chosen.length === 0} onClick={() => onPick([])}>
        {t('ruler.all', { n: totals.accounts })}
      </button>
      {segments(totals).map(({ standing, accounts }) => (
        <button
          key={standing}
          type="button"
          className="chip"
          aria-pressed={chosen.includes(standing)}
          aria-label={`${t(`standing.${standing}`)} ${fixed(locale, accounts, 0)}`}
          onClick={() => onPick([standing])}
        >
          <StandingGlyph of={standing} /> {t(`standing-short.${standing}`)} {fixed(locale, accounts, 0)}
        </button>
      ))}
    </div>
  )
}

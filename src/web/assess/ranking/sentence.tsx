import { Link } from '@tanstack/react-router'
import type { Ranking } from '../../../contract/assess.ts'
import { addDays, daysBetween } from '../../../domain/day.ts'
import type { StandingFilter } from '../../../domain/assess/criterion.ts'
import { paths } from '../../paths.ts'
import type { Mark } from '../../ui/sentence.tsx'
import type { Whole } from '../../ui/figures.ts'
import { dayWords, useReading } from '../../ui/reading.ts'
import { keyStandings } from '../../../domain/assess/criterion.ts'
import { volumeWithUnit } from './says.ts'

/** Days without records after which the freshness of the data is a warning. */
const STALE_DAYS = 7

/** A figure of the sentence shows whom it counts. */
export function sentenceMarks(
  pick: (standings: readonly StandingFilter[]) => void,
): Readonly<Record<string, Mark>> {
  return {
    key: { tone: 'opens', onPick: () => pick(keyStandings) },
    share: { tone: 'opens', onPick: () => pick(keyStandings) },
    risk: { tone: 'loss', onPick: () => pick(['at_risk']) },
    watch: { tone: 'opens', onPick: () => pick(['on_watch']) },
    loss: { tone: 'loss', onPick: () => pick(['big_disloyal']) },
    sleep: { tone: 'loss', onPick: () => pick(['dormant_big']) },
  }
}

/** What the figures are of, how fresh they are, and what is missing: each missing thing with what it costs. */
export function RankingNote({ ranking, whole }: { readonly ranking: Ranking; readonly whole: Whole }) {
  const reading = useReading()
  const { t, locale, may } = reading
  const { lastMovement, asOf, totals } = ranking
  const silent = lastMovement === null ? 0 : daysBetween(lastMovement, asOf)
  const { lacksCost: noCost, lacksStrength: noStrength } = totals
  const gap = locale === 'zh' ? '' : ' '
  const day = lastMovement === null ? '' : dayWords(reading, lastMovement)
  return (
    <>
      {t('ranking.window', {
        from: addDays(ranking.after, 1),
        to: asOf,
        n: totals.accounts,
        volume: volumeWithUnit(reading, totals.litres, whole),
      })}
      {gap}
      {lastMovement === null ? null : silent > STALE_DAYS ? (
        <span className="unsure-text">{t('ranking.stale', { day, n: silent })}</span>
      ) : (
        t('ranking.fresh', { day })
      )}
      {totals.beyondPlaces > 0 ? (
        <>
          {gap}
          {t('ranking.beyond', { n: totals.beyondPlaces, places: totals.places })}
          {may('policy.read') ? (
            <>
              {' '}
              <Link className="link" to={paths.policy} search={{ why: 'lines' } as never}>
                {t('ranking.beyond-why')}
              </Link>{' '}
            </>
          ) : null}
        </>
      ) : null}
      {noCost > 0 && may('contribution.read') ? gap + t('ranking.lacks-cost', { n: noCost }) : null}
      {noStrength > 0 ? gap + t('ranking.lacks-strength', { n: noStrength }) : null}
    </>
  )
}

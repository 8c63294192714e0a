import type { Ranking } from '../../../contract/assess.ts'
import { addDays, daysBetween } from '../../../domain/day.ts'
import type { Standing } from '../../../domain/assess/criterion.ts'
import type { Mark } from '../../ui/sentence.tsx'
import { digitsOf, fixed, inUnit, type Whole } from '../figures.ts'
import { dayWords, unitWord, useReading, type Reading } from '../reading.ts'
import { keyStandings } from '../../../domain/assess/criterion.ts'
import { summary } from './arrange.ts'

/** Days without records after which the freshness of the data is a warning. */
const STALE_DAYS = 7
/** A volume with its unit, for a sentence; kilolitres where cases are asked for and nobody counted them. */
export function volumeWithUnit(reading: Reading, litres: number, whole: Whole): string {
  const value = inUnit(reading.unit, litres, whole)
  const shown = value ?? litres / 1000
  const word = value === null ? reading.t('unit.kilolitres') : unitWord(reading)
  return fixed(reading.locale, shown, digitsOf(shown)) + (reading.locale === 'zh' ? '' : ' ') + word
}

/** The answer in one sentence, its figures marked `key`, `share`, `risk` and `loss`. */
export function rankingSentence(reading: Reading, ranking: Ranking, whole: Whole): string {
  const { t } = reading
  const facts = summary(ranking.totals)
  if (facts.keyAccounts === 0 && facts.disloyal === 0) {
    return t('ranking.says-none', { place: ranking.node.name, n: ranking.totals.accounts })
  }
  const key = t('ranking.says-key', { n: facts.keyAccounts, share: facts.keyShare })
  if (facts.disloyal === 0) {
    return key + (facts.atRisk > 0 ? t('ranking.says-risk', { n: facts.atRisk }) : t('ranking.end'))
  }
  const risk = facts.atRisk > 0 ? t('ranking.says-risk-and', { n: facts.atRisk }) : ''
  const volume = volumeWithUnit(reading, facts.disloyalLitres, whole)
  return key + risk + t('ranking.says-disloyal', { n: facts.disloyal, volume })
}

/** A figure of the sentence shows whom it counts. */
export function sentenceMarks(
  pick: (standings: readonly Standing[]) => void,
): Readonly<Record<string, Mark>> {
  return {
    key: { tone: 'opens', onPick: () => pick(keyStandings) },
    share: { tone: 'opens', onPick: () => pick(keyStandings) },
    risk: { tone: 'loss', onPick: () => pick(['at_risk']) },
    loss: { tone: 'loss', onPick: () => pick(['big_disloyal']) },
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
      {noCost > 0 && may('contribution.read') ? gap + t('ranking.lacks-cost', { n: noCost }) : null}
      {noStrength > 0 ? gap + t('ranking.lacks-strength', { n: noStrength }) : null}
    </>
  )
}

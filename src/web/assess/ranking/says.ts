import type { Ranking } from '../../../contract/assess.ts'
import { digitsOf, fixed, inUnit, type Whole } from '../../ui/figures.ts'
import { unitWord, type Reading } from '../../ui/reading.ts'
import { summary, type Summary } from './arrange.ts'

/** A volume with its unit, for a sentence; kilolitres where cases are asked for and nobody counted them. */
export function volumeWithUnit(reading: Reading, litres: number, whole: Whole): string {
  const value = inUnit(reading.unit, litres, whole)
  const shown = value ?? litres / 1000
  const word = value === null ? reading.t('unit.kilolitres') : unitWord(reading)
  return fixed(reading.locale, shown, digitsOf(shown)) + (reading.locale === 'zh' ? '' : ' ') + word
}

/** The answer in one sentence, its figures marked `key`, `share`, `risk`, `watch`, `loss` and `sleep`. */
export function rankingSentence(reading: Reading, ranking: Ranking, whole: Whole): string {
  const { t } = reading
  const facts = summary(ranking.totals)
  const { sleepsBig } = ranking.totals
  const none = facts.keyAccounts === 0 && facts.disloyal === 0
  const disloyal = volumeWithUnit(reading, facts.disloyalLitres, whole)
  const slept = volumeWithUnit(reading, sleepsBig.litres, whole)
  return [
    none
      ? t('ranking.says-none', { place: ranking.node.name, n: ranking.totals.accounts })
      : t('ranking.says-key', { n: facts.keyAccounts, share: facts.keyShare }),
    unsafe(reading, facts),
    facts.disloyal > 0 ? t('ranking.says-disloyal', { n: facts.disloyal, volume: disloyal }) : '',
    sleepsBig.accounts > 0 ? t('ranking.says-sleeping', { n: sleepsBig.accounts, volume: slept }) : '',
    t('ranking.end'),
  ].join('')
}

/** Those among the key accounts that the ruler shows apart: at risk, on watch. */
function unsafe({ t }: Reading, { atRisk, onWatch }: Summary): string {
  if (atRisk === 0) return onWatch > 0 ? t('ranking.says-watch', { n: onWatch }) : ''
  return (
    t('ranking.says-risk', { n: atRisk }) + (onWatch > 0 ? t('ranking.says-watch-and', { n: onWatch }) : '')
  )
}

import { judgePairs, type Comparison } from '../../../domain/assess/pairs.ts'
import { useLanguage } from '../../ui/language.tsx'
import { pairWords, stepOf, timesOf } from './pair-words.ts'

/** The six comparisons, each a slider between its two; what they make, and what contradicts, in words beneath. */
export function PairSliders({
  comparisons,
  onChange,
}: {
  readonly comparisons: readonly Comparison[]
  readonly onChange: (comparisons: readonly Comparison[]) => void
}) {
  const { t } = useLanguage()
  const judged = judgePairs(comparisons)
  const set = (at: number, times: number) =>
    onChange(comparisons.map((one, i) => (i === at ? { ...one, times } : one)))
  const { mend } = judged
  const odd = mend && comparisons.findIndex((one) => one.a === mend.pair.a && one.b === mend.pair.b)
  return (
    <div className="pairs">
      {comparisons.map((one, at) => {
        const words = pairWords(t, one)
        return (
          <div
            key={`${one.a}-${one.b}`}
            className="pair"
            data-odd={(!judged.consistent && at === odd) || undefined}
          >
            <span>{t(`part.${one.a}`)}</span>
            <input
              type="range"
              min={-8}
              max={8}
              step={1}
              // The left end is the first of the two.
              value={-stepOf(one.times)}
              aria-label={t('policy.pair', { a: t(`part.${one.a}`), b: t(`part.${one.b}`) })}
              aria-valuetext={words}
              onChange={(event) => set(at, timesOf(-Number(event.target.value)))}
            />
            <span>{t(`part.${one.b}`)}</span>
            <p>{words}</p>
          </div>
        )
      })}
      <div className={judged.consistent ? 'pairs-say' : 'pairs-say failed'} role="status">
        <p>
          {judged.cr < 0.0005
            ? t('policy.cr-perfect')
            : t(judged.consistent ? 'policy.cr-good' : 'policy.cr-bad', { cr: judged.cr.toFixed(2) })}
        </p>
        {judged.circle && (
          <p>
            {t('policy.circle', {
              a: t(`part.${judged.circle[0]}`),
              b: t(`part.${judged.circle[1]}`),
              c: t(`part.${judged.circle[2]}`),
            })}
          </p>
        )}
        {mend && !judged.consistent && odd !== null && (
          <p>
            {t('policy.mend', {
              now: pairWords(t, mend.pair),
              instead: pairWords(t, { ...mend.pair, times: mend.instead }),
              cr: mend.cr.toFixed(2),
            })}{' '}
            <button type="button" className="link" onClick={() => set(odd, mend.instead)}>
              {t('policy.mend-do')}
            </button>
          </p>
        )}
      </div>
    </div>
  )
}

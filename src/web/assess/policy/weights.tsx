import { useState } from 'react'
import { criteria, four, type Criterion, type Four } from '../../../domain/assess/criterion.ts'
import { judgePairs, type Comparison } from '../../../domain/assess/pairs.ts'
import { rankWeights } from '../../../domain/assess/weights.ts'
import { percent } from '../../../language/message.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { comparisonsOf, orderOf, type PolicyDraft } from './draft.ts'
import { NumberBox } from './number-box.tsx'
import { OrderList } from './order-list.tsx'
import { PairSliders } from './pair-sliders.tsx'
import { hundredths } from './settings.ts'

const METHODS = ['ranking', 'pairwise', 'direct'] as const

/** The four weights: put in order, compared pair by pair, or typed; beneath, what each was and would be, as bars. */
export function Weights({ draft }: { readonly draft: PolicyDraft }) {
  const { t } = useLanguage()
  const { policy, value } = draft
  // To look at another way is no change; what is changed there is.
  const [looking, setLooking] = useState(policy.weightsFrom)
  const [from, setFrom] = useState(policy.weightsFrom)
  if (from !== policy.weightsFrom) {
    setFrom(policy.weightsFrom)
    setLooking(policy.weightsFrom)
  }
  const by = looking
  const order = value.order.length === criteria.length ? value.order : orderOf(policy.weights)
  const comparisons = comparisonsOf(policy, value.pairs)
  const taken = by === policy.weightsFrom
  const byThis = by === 'ranking' ? byOrder(order) : by === 'pairwise' ? byPairs(comparisons) : null
  return (
    <>
      <div className="method">
        <Choice
          label={t('policy.by')}
          value={by}
          options={METHODS.map((method) => ({ value: method, label: t(`policy.by-${method}`) }))}
          onChange={setLooking}
        />
        <p className="quiet">
          {t(`policy.by-${by}-note`)}
          {!taken && (
            <>
              {' '}
              {t('policy.by-look', { method: t(`policy.by-${policy.weightsFrom}`) })}{' '}
              {byThis && (
                <button type="button" className="link" onClick={() => draft.change(byThis)}>
                  {t('policy.by-take')}
                </button>
              )}
            </>
          )}
        </p>
      </div>
      {by === 'ranking' && (
        <OrderList
          order={order}
          shares={order.map((one) => (taken ? policy.weights : byOrder(order).weights)[one])}
          onOrder={(next) => draft.change(byOrder(next))}
        />
      )}
      {by === 'pairwise' && (
        <PairSliders comparisons={comparisons} onChange={(next) => draft.change(byPairs(next))} />
      )}
      {by === 'direct' && <Numbers draft={draft} />}
      <Bars weights={policy.weights} live={draft.live.weights} />
    </>
  )
}

function byOrder(order: readonly Criterion[]) {
  const weights = rankWeights(order.length)
  return {
    order,
    weightsFrom: 'ranking',
    weights: four((criterion) => weights[order.indexOf(criterion)] ?? 0),
  } as const
}

function byPairs(comparisons: readonly Comparison[]) {
  const { weights } = judgePairs(comparisons)
  return {
    pairs: comparisons.map(({ times }) => times),
    weightsFrom: 'pairwise',
    weights: four((criterion) => weights[criteria.indexOf(criterion)] ?? 0),
  } as const
}

function Numbers({ draft }: { readonly draft: PolicyDraft }) {
  const { t } = useLanguage()
  const { weights } = draft.policy
  const known = criteria.map((one) => weights[one]).map((weight) => (Number.isFinite(weight) ? weight : 0))
  const sum = known.reduce((total, weight) => total + weight, 0)
  const wrongSum = Math.abs(sum - 1) > 1e-6
  const set = (one: Criterion, value: number | null) =>
    draft.change({
      weightsFrom: 'direct',
      weights: {
        ...weights,
        [one]: value === null ? value : Number((value / 100).toFixed(6)),
      } as Four<number>,
    })
  const fill = () => {
    const parts = known.map((weight) => Number((Math.max(0, weight) / sum).toFixed(4)))
    // What rounding leaves over goes to the largest.
    const rest = 1 - parts.reduce((total, part) => total + part, 0)
    const largest = parts.indexOf(Math.max(...parts))
    draft.change({
      weightsFrom: 'direct',
      weights: four((one) => {
        const at = criteria.indexOf(one)
        return Number(((parts[at] ?? 0) + (at === largest ? rest : 0)).toFixed(4))
      }),
    })
  }
  return (
    <>
      <div className="field-row weights-row">
        {criteria.map((one) => {
          const weight: number | null = weights[one]
          const error =
            weight === null
              ? t('policy.wrong.number')
              : weight < 0
                ? t('policy.wrong.weight-negative')
                : undefined
          return (
            <Field key={one} label={`${t(`part.${one}`)} %`} {...(error ? { error } : {})}>
              <NumberBox
                value={weight === null ? null : hundredths(weight)}
                step={1}
                onValue={(value) => set(one, value)}
              />
            </Field>
          )
        })}
      </div>
      <p className={wrongSum ? 'weights-sum wrong' : 'weights-sum'} role="status">
        {wrongSum ? t('policy.wrong.weights-sum', { sum }) : t('policy.sum', { sum })}{' '}
        {wrongSum && sum > 0 && (
          <button type="button" className="link" onClick={fill}>
            {t('policy.fill')}
          </button>
        )}
      </p>
    </>
  )
}

/** One bar a criterion on one scale: the draft in ink, the policy in force as a tick. */
function Bars({ weights, live }: { readonly weights: Four<number>; readonly live: Four<number> }) {
  const { t, locale } = useLanguage()
  const most = Math.max(...criteria.flatMap((one) => [weights[one], live[one]]), 0.01)
  const wide = (share: number) => `${(100 * Math.min(1, Math.max(0, share) / most)).toFixed(2)}%`
  return (
    <dl className="weight-bars">
      {criteria.map((one) => (
        <div key={one}>
          <dt>{t(`part.${one}`)}</dt>
          <dd>
            <span className="weight-track" aria-hidden="true">
              <i style={{ width: wide(weights[one]) }} />
              <b style={{ insetInlineStart: wide(live[one]) }} />
            </span>
            <strong>{percent(locale, weights[one])}</strong>
            <span className="quiet">
              {Math.abs(weights[one] - live[one]) < 1e-6 ? '' : t('policy.before', { share: live[one] })}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

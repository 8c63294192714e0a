import { useReading } from '../../ui/reading.ts'
import { sortKeys, type SortKey } from '../../../domain/assess/list-order.ts'
import { firstDirection, type RankingView } from './view.ts'

const words = {
  score: 'col.score',
  rank: 'col.rank-long',
  name: 'col.name',
  standing: 'col.standing',
  volume: 'col.volume',
  change: 'col.change',
  share: 'col.share',
  contribution: 'col.contribution',
  silence: 'col.silence',
  robustness: 'col.robustness',
} as const satisfies Record<SortKey, string>

/** The order of the cards: the phone's own chooser, each order in its first direction. */
export function SortChoice({
  view,
  onView,
}: {
  readonly view: RankingView
  readonly onView: (view: RankingView) => void
}) {
  const { t, may } = useReading()
  // Who does not see costs is not offered an order by them; without another wish the list stands by rank.
  const sees = may('contribution.read')
  const offered = sortKeys.filter((key) => sees || (key !== 'score' && key !== 'contribution'))
  return (
    <label className="sort-choice">
      <span className="visually-hidden">{t('ranking.sort')}</span>
      <select
        value={offered.includes(view.sort) ? view.sort : 'rank'}
        onChange={(event) => {
          const sort = sortKeys.find((key) => key === event.target.value)
          if (sort) onView({ ...view, sort, descending: firstDirection(sort), why: null })
        }}
      >
        {offered.map((key) => (
          <option key={key} value={key}>
            {t(words[key])}
          </option>
        ))}
      </select>
    </label>
  )
}

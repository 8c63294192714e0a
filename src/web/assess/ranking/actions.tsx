import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Ranking } from '../../../contract/assess.ts'
import type { ColumnId } from '../../../domain/assess/list-columns.ts'
import { paths } from '../../paths.ts'
import { usePlaceAndDay } from '../../ui/place.ts'
import { useRoving } from '../../ui/roving.ts'
import { usePhone } from '../../ui/viewport.ts'
import { useReading } from '../../ui/reading.ts'
import { ColumnChoice } from './column-choice.tsx'
import type { Column } from './columns.ts'
import { FileChoice } from './file-choice.tsx'
import type { Picked } from './use-picked.ts'
import { ViewChoice } from './view-choice.tsx'
import type { RankingView } from './view.ts'

/** As many as fit side by side. */
export const MOST_COMPARED = 4

/** What can be done from the ranking (cards have no columns and are not picked; views and the file stand beside their search); at the far right what a manager would do next. */
export function RankingActions({
  urgent,
  view,
  onView,
  all,
  columns,
  picked,
}: {
  readonly urgent: Ranking['totals']['urgent']
  readonly view: RankingView
  readonly onView: (view: RankingView) => void
  readonly all: readonly Column[]
  readonly columns: readonly ColumnId[]
  readonly picked: Picked['picked']
}) {
  const { t } = useReading()
  const phone = usePhone()
  const { node, asOf } = usePlaceAndDay()
  const navigate = useNavigate()
  const roving = useRoving<HTMLDivElement>()
  const day = { ...(node ? { node } : {}), ...(asOf ? { asOf } : {}) }
  const count = picked.size
  const fits = count >= 2 && count <= MOST_COMPARED
  return (
    <div className="tools" role="toolbar" aria-label={t('ranking.tools')} {...roving}>
      {phone ? null : (
        <>
          <ViewChoice view={view} />
          <ColumnChoice
            all={all}
            shown={columns}
            onShown={(chosen) => onView({ ...view, columns: chosen })}
          />
          <FileChoice view={view} columns={columns} />
        </>
      )}
      {phone ? null : (
        <Button
          type={fits ? 'primary' : 'default'}
          disabled={!fits}
          onClick={() =>
            void navigate({
              to: paths.compare,
              search: { ...day, ids: [...picked.keys()].join(',') } as never,
            })
          }
        >
          {fits
            ? t('compare.button')
            : count > MOST_COMPARED
              ? t('compare.button-many', { n: count })
              : t('compare.button-pick')}
        </Button>
      )}
      {urgent === null ? null : (
        <Button
          type={fits ? 'default' : 'primary'}
          className="next-button"
          title={t(urgent.standing === 'candidate' ? 'next.candidate' : 'next.loss', { name: urgent.name })}
          onClick={() => void navigate({ to: paths.account, params: { id: urgent.id }, search: day })}
        >
          <span>{t('next.see', { name: urgent.name })}</span>
        </Button>
      )}
    </div>
  )
}

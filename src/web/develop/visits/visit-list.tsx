import type { VisitRow } from '../../../contract/visit.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Facts } from '../../ui/page.tsx'
import { dayWords, useReading } from '../../ui/reading.ts'
import type { Target } from './target.ts'
import { planWords, saidWords } from './words.ts'

const order = ['overdue', 'due', 'planned', 'done', 'missed'] as const
const place = (row: VisitRow) => order.indexOf(row.state)

/** Dates of accounts by day: each a row for a thumb. What is overdue stands first, what is over last. */
export function VisitList({
  rows,
  onOpen,
}: {
  readonly rows: readonly VisitRow[]
  readonly onOpen: (target: Target) => void
}) {
  const { t } = useLanguage()
  const reading = useReading()
  return (
    <ul className="visit-list" aria-label={t('visit.list')}>
      {rows
        .toSorted((a, b) => place(a) - place(b))
        .map((row) => (
          <li key={`${row.account} ${row.day} ${row.visit?.id ?? ''}`} data-state={row.state}>
            <button
              type="button"
              onClick={() => onOpen({ account: row.account, name: row.accountName, plan: row })}
            >
              <span className="visit-state">{t(`visit.state-${row.state}`)}</span>
              <b>{row.accountName}</b>
              <span className="visit-facts">
                <Facts
                  of={[
                    ...planWords(reading, row),
                    row.marketName,
                    row.last === null
                      ? t('visit.last-none')
                      : row.last === row.day
                        ? ''
                        : t('visit.last', { day: dayWords(reading, row.last) }),
                  ]}
                />
              </span>
              <span className="visit-facts">
                <Facts of={saidWords(t, row)} />
              </span>
            </button>
          </li>
        ))}
    </ul>
  )
}

import { useMemo } from 'react'
import { dealAnswer } from '../../../domain/develop/deal-answer.ts'
import { percent } from '../../../language/message.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import { fieldWord } from './field-words.ts'
import { yuan } from './figures.ts'
import type { Sums } from './sums.ts'

const MOST_SWINGS = 6

/** What would break the deal: where nothing is left, and which figure moves it most. Counted on what is kept. */
export function BreaksPart({ sums }: { readonly sums: Sums }) {
  const { t, locale } = useLanguage()
  const { breakpoints, sensitivity, total } = useMemo(() => dealAnswer(sums.deal).perCase, [sums])
  if (sensitivity === null || total === null) return null
  const says = breakpoints.flatMap(({ field, at, worse }) => {
    if (at === null) return []
    if (field === 'case.spread') return t('desk.break-spread', { at: yuan(at) })
    const part = field === 'case.capPrize.kept' ? 'kept' : 'back'
    return t(`desk.break-${part}-${worse}`, { at: percent(locale, at) })
  })
  const { tornado, worst } = sensitivity
  const swings = tornado.slice(0, MOST_SWINGS)
  const least = Math.min(total, ...swings.flatMap(({ lower, higher }) => [lower, higher]))
  const most = Math.max(total, ...swings.flatMap(({ lower, higher }) => [lower, higher]))
  const span = Math.max(most - least, 0.01)
  const at = (value: number) => ((value - least) / span) * 100
  return (
    <Section
      title={t('desk.breaks')}
      note={sums.open.length > 0 ? t('desk.breaks-said') : t('desk.breaks-kept')}
    >
      <ul className="desk-says">
        {says.map((words) => (
          <li key={words}>{words}</li>
        ))}
        <li>{t('desk.worst', { worst: yuan(worst) })}</li>
      </ul>
      {swings.length > 0 && (
        <table className="tornado">
          <caption>{t('desk.tornado')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('desk.figure')}</th>
              <td aria-hidden="true" />
              <th scope="col" className="number">
                {t('desk.least')}
              </th>
              <th scope="col" className="number">
                {t('desk.most')}
              </th>
            </tr>
          </thead>
          <tbody>
            {swings.map(({ field, lower, higher }) => {
              const [from, to] = [Math.min(lower, higher, total), Math.max(lower, higher, total)]
              return (
                <tr key={field}>
                  <th scope="row">{fieldWord(t, field).field}</th>
                  <td aria-hidden="true">
                    <span className="tornado-bar">
                      <i style={{ insetInlineStart: `${at(from)}%`, width: `${at(to) - at(from)}%` }} />
                      <b style={{ insetInlineStart: `${at(total)}%` }} />
                    </span>
                  </td>
                  <td className="number">{yuan(from)}</td>
                  <td className="number">{yuan(to)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </Section>
  )
}

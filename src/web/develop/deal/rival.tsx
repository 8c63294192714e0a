import { memo } from 'react'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import type { DeskProps } from './desk.ts'
import { yuan } from './figures.ts'
import { NumberInput } from '../../ui/number-input.tsx'
import type { Sums } from './sums.ts'

const more = (a: number | null, b: number | null) =>
  a === null || b === null ? null : Math.round((a - b) * 100) / 100

/** Like with like: kept beside kept, said beside said; the point at which it tips is counted on what is kept. */
export const RivalBars = memo(function RivalBars({
  name: typed,
  rivalSaid,
  rivalKept,
  sums,
}: {
  readonly name: string
  readonly rivalSaid: number | null
  readonly rivalKept: number | null
  readonly sums: Sums
}) {
  const { t } = useLanguage()
  if (rivalSaid === null && rivalKept === null) return null
  const name = typed.trim() === '' ? t('desk.rival') : typed.trim()
  const said = sums.said.perCase.total
  const kept = sums.open.length > 0 ? null : sums.kept.perCase.total
  const most = Math.max(rivalSaid ?? 0, rivalKept ?? 0, said ?? 0, kept ?? 0, 0.01)
  const rows = [
    { key: 'rival', name, kept: rivalKept, said: rivalSaid },
    { key: 'ours', name: t('desk.us'), kept, said },
  ]
  const [byKept, bySaid] = [more(kept, rivalKept), more(said, rivalSaid)]
  return (
    <div className="slip-rival">
      <table>
        <caption>{t('desk.rival-legend')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('desk.who')}</span>
            </th>
            <td aria-hidden="true" />
            <th scope="col">{t('desk.kept-short')}</th>
            <th scope="col">{t('desk.said-short')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-row={row.key}>
              <th scope="row">{row.name}</th>
              <td aria-hidden="true">
                <span className="rival-bar">
                  <i style={{ width: share(row.said, most) }} />
                  <b style={{ width: share(row.kept, most) }} />
                </span>
              </td>
              <td className="number rival-kept">{yuan(row.kept)}</td>
              <td className="number">{yuan(row.said)}</td>
            </tr>
          ))}
          <tr className="rival-more">
            <th scope="row" colSpan={2}>
              {t('desk.we-more')}
            </th>
            <td className="number rival-kept">{yuan(byKept)}</td>
            <td className="number">{yuan(bySaid)}</td>
          </tr>
        </tbody>
      </table>
      <p>{rivalSays()}</p>
    </div>
  )

  function rivalSays(): string {
    if (sums.open.length > 0) return t('desk.rival-open')
    if (sums.rivalBreak === null || byKept === null) return t('desk.rival-kept-open', { name })
    return t(byKept > 0 ? 'desk.rival-break' : 'desk.rival-ahead', { name, at: yuan(sums.rivalBreak) })
  }
})

function share(value: number | null, most: number): string {
  return `${String((Math.max(0, value ?? 0) / most) * 100)}%`
}

/** What the rival says and what is known to be kept of it; hearsay, so the slip shows both. */
export function RivalFields({ desk, set }: DeskProps) {
  const { t } = useLanguage()
  return (
    <Section title={t('desk.rival')} note={t('desk.rival-note')}>
      <div className="desk-fields">
        <Field label={t('desk.rival-name')}>
          <input
            type="text"
            maxLength={40}
            autoComplete="off"
            value={desk.rivalName}
            onChange={(event) => set({ rivalName: event.target.value })}
          />
        </Field>
        <Field label={t('desk.rival-said')}>
          <NumberInput value={desk.rivalSaid} onValue={(rivalSaid) => set({ rivalSaid })} />
        </Field>
        <Field label={t('desk.rival-kept')}>
          <NumberInput value={desk.rivalKept} onValue={(rivalKept) => set({ rivalKept })} />
        </Field>
      </div>
    </Section>
  )
}

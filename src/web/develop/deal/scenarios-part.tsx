import { Link } from '@tanstack/react-router'
import { componentNames, type ComponentName } from '../../../domain/develop/deal.ts'
import { figure } from '../../../language/message.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import { paths } from '../../paths.ts'
import { useRight } from '../../ui/session.ts'
import { useUndo } from '../../ui/undo-bar.tsx'
import type { Desk, DeskProps } from './desk.ts'
import { shareSaid, wholeYuan, yuan, yuanRange } from './figures.ts'
import type { Scenario } from './kept-scenarios.ts'
import { sumsOf, type Sums } from './sums.ts'

/** What is on the desk beside what was put aside: the same rows, so that one eye goes across. */
export function ScenariosPart({
  desk,
  set,
  all,
  onChange,
}: DeskProps & {
  readonly all: readonly Scenario[]
  readonly onChange: (next: readonly Scenario[]) => void
}) {
  const { t, locale } = useLanguage()
  const undo = useUndo()
  const mayAgree = useRight('agreement.change')
  if (all.length === 0) return null
  const columns = [{ id: 'now', desk }, ...all].map((one) => ({ ...one, sums: sumsOf(one.desk).sums }))
  const drop = (gone: Scenario) => {
    onChange(all.filter(({ id }) => id !== gone.id))
    undo({ words: t('desk.dropped', { name: gone.name }), undo: () => Promise.resolve(onChange(all)) })
  }
  return (
    <Section title={t('desk.compare')} note={t('desk.compare-note')}>
      <div className="scenarios">
        <table>
          <thead>
            <tr>
              <td aria-hidden="true" />
              <th scope="col">{t('desk.now')}</th>
              {all.map((one) => (
                <th scope="col" key={one.id}>
                  <input
                    aria-label={t('desk.scenario-name')}
                    value={one.name}
                    maxLength={20}
                    onChange={(event) =>
                      onChange(all.map((now) => (now === one ? { ...now, name: event.target.value } : now)))
                    }
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows().map(({ name, of, strong }) => (
              <tr key={name} data-strong={strong || undefined}>
                <th scope="row">{name}</th>
                {columns.map((column) => (
                  <td key={column.id} className="number">
                    {of(column.desk, column.sums)}
                  </td>
                ))}
              </tr>
            ))}
            <tr className="scenario-acts">
              <th scope="row">
                <span className="visually-hidden">{t('desk.actions')}</span>
              </th>
              <td aria-hidden="true" />
              {all.map((one) => (
                <td key={one.id}>
                  {mayAgree && (
                    <Link
                      className="link"
                      to={paths.agreements}
                      search={{ new: '1', scenario: one.id } as never}
                    >
                      {t('agreement.from-desk')}
                    </Link>
                  )}{' '}
                  <button type="button" className="link" onClick={() => set(one.desk)}>
                    {t('desk.take')}
                  </button>{' '}
                  <button type="button" className="link" onClick={() => drop(one)}>
                    {t('desk.drop')}
                  </button>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </Section>
  )

  function rows(): readonly {
    readonly name: string
    readonly of: (one: Desk, sums: Sums | null) => string
    readonly strong?: boolean
  }[] {
    const part = (name: ComponentName) => ({
      name: t(`deal.component.${name}`),
      of: (_: Desk, sums: Sums | null) =>
        yuan(sums?.said.perCase.components.find((one) => one.name === name)?.amount ?? null),
    })
    const share = (value: number | null) => (value === null ? t('app.missing') : shareSaid(locale, value))
    const parts = componentNames
      .map(part)
      .filter(({ of }) => columns.some((column) => of(column.desk, column.sums) !== yuan(null)))
    return [
      ...parts,
      { name: t('desk.said'), of: (_, sums) => yuan(sums?.said.perCase.total ?? null), strong: true },
      { name: t('desk.returned'), of: (one) => share(one.returnRate) },
      { name: t('desk.staying'), of: (one) => share(one.kept) },
      { name: t('desk.kept'), of: (_, sums) => (sums === null ? yuan(null) : yuanRange(sums)), strong: true },
      { name: t('desk.order'), of: (one) => (one.cases === null ? yuan(null) : figure(locale, one.cases)) },
      { name: t('desk.profit'), of: (_, sums) => wholeYuan(sums?.kept.firstOrder?.profit ?? null) },
      { name: t('desk.peak'), of: (_, sums) => wholeYuan(sums?.kept.firstOrder?.peakCash ?? null) },
      {
        name: t('desk.payback'),
        of: (_, sums) => {
          const order = sums?.kept.firstOrder
          if (!order || order.peakCash === null) return yuan(null)
          return order.paybackDay === null ? t('desk.never') : t('desk.day', { day: order.paybackDay })
        },
      },
    ]
  }
}

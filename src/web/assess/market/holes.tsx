import type { MarketPage } from '../../../contract/market.ts'
import { Section } from '../../ui/page.tsx'
import { WhyButton } from '../../ui/why.tsx'
import { fixed } from '../../ui/figures.ts'
import { useReading } from '../../ui/reading.ts'
import { NothingYet } from './nothing-yet.tsx'

const FEW = 5

/** Outlets that nobody serves, by district: filled is served, outline is a hole, all on one scale. */
export function Holes({ page, onWhy }: { readonly page: MarketPage; readonly onWhy: (key: string) => void }) {
  const { t, locale } = useReading()
  const title = t('holes.title')
  const { outlets, holes, areas } = page.coverage
  if (outlets === 0) return <NothingYet title={title} words={t('holes.none')} bring={t('holes.none-do')} />
  const rows = areas.filter((area) => area.holes > 0).slice(0, FEW)
  const left = areas.filter((area) => area.holes > 0).length - rows.length
  const most = Math.max(1, ...rows.map((area) => area.holes + area.served))
  return (
    <Section
      title={title}
      note={
        <>
          {holes === 0
            ? t('holes.every', { n: outlets })
            : t('holes.note', { n: holes, share: holes / outlets })}{' '}
          <WhyButton of={title} onOpen={() => onWhy('holes')} />
        </>
      }
    >
      {rows.length === 0 ? null : (
        <table className="plain-table holes">
          <thead>
            <tr>
              <th scope="col">{t('holes.area')}</th>
              <th scope="col">{t('holes.bars')}</th>
              <th scope="col" className="number">
                {t('holes.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((area) => (
              <tr key={area.name}>
                <th scope="row">
                  <strong>{area.name === '' ? t('holes.nowhere') : area.name}</strong>
                </th>
                <td>
                  <span className="visually-hidden">{t('holes.served', { n: area.served })}</span>
                  <span
                    className="hole-bar"
                    title={t('holes.served', { n: area.served })}
                    style={{ width: `${((area.holes + area.served) / most) * 100}%` }}
                  >
                    <i style={{ flexGrow: area.served }} />
                    <i data-hole style={{ flexGrow: area.holes }} />
                  </span>
                </td>
                <td className="number">{fixed(locale, area.holes, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {left > 0 ? <p className="market-small">{t('holes.more', { n: left })}</p> : null}
    </Section>
  )
}

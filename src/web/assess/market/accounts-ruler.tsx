import { useNavigate } from '@tanstack/react-router'
import type { MarketPage } from '../../../contract/market.ts'
import { paths } from '../../paths.ts'
import { usePlaceAndDay } from '../../ui/place.ts'
import { Ruler } from '../../ui/ruler.tsx'
import { StandingGlyph, standingFill } from '../../ui/standing.tsx'
import { percent } from '../../ui/figures.ts'
import { useReading } from '../../ui/reading.ts'
import { volumeSaid, wholeOf } from './volume.ts'

/** The market drawn to scale: one segment an account in the colour of its standing, the small ones together. */
export function AccountsRuler({ page }: { readonly page: MarketPage }) {
  const reading = useReading()
  const { t, locale } = reading
  const { node, asOf } = usePlaceAndDay()
  const navigate = useNavigate()
  const whole = wholeOf(page.row)
  const figures = (share: number, litres: number) => [
    `${percent(locale, share)}%`,
    volumeSaid(reading, litres, whole),
  ]
  if (page.ruler.length === 0) return null
  return (
    <Ruler
      label={t('market.ruler')}
      onPick={(id) =>
        void (id === 'rest'
          ? navigate({ to: paths.accounts, search: { node: page.row.code, ...(asOf ? { asOf } : {}) } })
          : navigate({
              to: paths.account,
              params: { id },
              search: { ...(node ? { node } : {}), ...(asOf ? { asOf } : {}) },
            }))
      }
      segments={[
        ...page.ruler.map(({ id, name, standing, litres, share }) => ({
          key: id,
          name,
          figures: figures(share, litres),
          share,
          fill: standingFill[standing],
          glyph: <StandingGlyph of={standing} />,
          broken: standing === 'on_watch',
        })),
        {
          key: 'rest',
          name: t('market.ruler-rest', { n: page.rulerRest.accounts }),
          figures: figures(page.rulerRest.share, page.rulerRest.litres),
          share: page.rulerRest.share,
          fill: 'var(--ordinary-fill)',
        },
      ]}
    />
  )
}

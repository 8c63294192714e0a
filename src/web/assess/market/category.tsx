import { Button } from 'antd'
import type { MarketPage } from '../../../contract/market.ts'
import { Section } from '../../ui/page.tsx'
import { WhyButton } from '../../ui/why.tsx'
import { fixed, percent } from '../../ui/figures.ts'
import { Arrow } from '../parts/change.tsx'
import { dayWords, useReading } from '../../ui/reading.ts'
import { ALWAYS } from './size-draft.ts'
import { volumeSaid } from './volume.ts'

type Share = NonNullable<MarketPage['category']['now']>

/** Our share of all that is drunk, this year over last, with the band of the estimate; unknown says so and can be filled. */
export function Category({
  page,
  onWhy,
  onEstimate,
}: {
  readonly page: MarketPage
  readonly onWhy: (key: string) => void
  readonly onEstimate: () => void
}) {
  const reading = useReading()
  const { t, locale, may } = reading
  const { now, lastYear, stale } = page.category
  const title = t('category.title')
  const allowed = may('market.change')
  const points = now && lastYear ? (now.share - lastYear.share) * 100 : null
  const enter = (
    <Button
      size="small"
      disabled={!allowed}
      title={allowed ? undefined : t('category.whom')}
      onClick={onEstimate}
    >
      {t(now ? 'category.change' : 'category.enter')}
    </Button>
  )
  if (!now)
    return (
      <Section title={title}>
        <p>
          <strong>{t('category.unknown')}</strong>
        </p>
        <p className="market-small">{t('category.unknown-why')}</p>
        <p className="no-print">{enter}</p>
        {allowed ? null : <p className="market-small no-print">{t('category.whom')}</p>}
      </Section>
    )
  const always = now.size.validFrom === ALWAYS
  return (
    <Section
      title={title}
      note={
        <>
          {'% '}
          <WhyButton of={title} onOpen={() => onWhy('category')} />
        </>
      }
      aside={
        points === null ? undefined : (
          <>
            <Arrow direction={Math.sign(Math.round(points * 10))} />{' '}
            {t('category.points', { points: fixed(locale, Math.abs(points), 1) })}
          </>
        )
      }
    >
      <ShareBar name={t('category.now')} share={now} />
      {lastYear ? (
        <ShareBar name={t('category.before')} share={lastYear} old />
      ) : (
        <p className="market-small">{t('category.last-unknown')}</p>
      )}
      <p className="market-small">
        {t('category.text', {
          volume: volumeSaid(reading, now.size.litres, { litres: page.row.litres, cases: page.row.cases }),
          source: now.size.source,
          day: always ? t('category.always') : dayWords(reading, now.size.validFrom),
          ...(now.from === null || now.to === null
            ? {}
            : { from: percent(locale, now.from), to: percent(locale, now.to) }),
        } as { volume: string; source: string; day: string; from: string; to: string })}{' '}
        {stale || always ? <span className="unsure-text">{t('category.stale')} </span> : null}
        {now.share > 1 ? <span className="unsure-text">{t('category.over')} </span> : null}
      </p>
      <p className="no-print">{enter}</p>
    </Section>
  )
}

function ShareBar({
  name,
  share,
  old = false,
}: {
  readonly name: string
  readonly share: Share
  readonly old?: boolean
}) {
  const { t, locale } = useReading()
  const ours = Math.min(1, Math.max(0, share.share)) * 100
  const from = Math.min(1, share.from ?? share.share) * 100
  const to = Math.min(1, share.to ?? share.share) * 100
  return (
    <div className="category-bar" data-old={old || undefined}>
      <strong>{name}</strong>
      <div className="category-track">
        <i className="category-ours" style={{ width: `${ours}%` }} />
        <i className="category-band" style={{ insetInlineStart: `${from}%`, width: `${to - from}%` }} />
        <i className="category-tick" style={{ insetInlineStart: `${ours}%` }} />
        <span className="category-figure" style={{ insetInlineStart: 0 }}>
          {`${t('category.ours')} `}
          <b>{percent(locale, share.share)}</b>
        </span>
        {ours < 75 ? (
          <span className="category-figure" style={{ insetInlineStart: `max(92px, ${ours}%)` }}>
            {`${t('category.others')} ${percent(locale, 1 - share.share)}`}
          </span>
        ) : null}
      </div>
    </div>
  )
}

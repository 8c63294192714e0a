import { useState, type ReactNode } from 'react'
import type { PolicyPreview } from '../../../contract/policy.ts'
import { ranksOf } from '../../../domain/assess/k.ts'
import { Section } from '../../ui/page.tsx'
import { Failed } from '../../ui/states.tsx'
import { WhyButton } from '../../ui/why.tsx'
import { dayWords, useReading } from '../../ui/reading.ts'
import { ByMarket, Changes } from './preview.tsx'
import { useSeconds } from './queries.ts'

const FIRST = 12

/** What a draft would change: the accounts, the farthest moves of rank, and each market. */
export function Outcome({
  preview,
  drafted,
  running,
  error,
  markets,
  onWhy,
  onLines,
  onRetry,
  children,
}: {
  readonly preview: PolicyPreview | undefined
  readonly drafted: boolean
  readonly running: boolean
  readonly error: unknown
  readonly markets: number
  readonly onWhy: () => void
  /** Opens what is behind the lines for coming in and going out. */
  readonly onLines: () => void
  readonly onRetry: () => void
  /** What to do about it, between who changes and the rest. */
  readonly children: ReactNode
}) {
  const reading = useReading()
  const { t } = reading
  const seconds = useSeconds(running)
  const note = preview ? t('policy.preview-note', { day: dayWords(reading, preview.asOf) }) : undefined
  return (
    <>
      <Section
        id="changes"
        title={t('policy.preview')}
        note={note}
        aside={<WhyButton of={t('policy.preview')} onOpen={onWhy} />}
      >
        {error !== null && <Failed error={error} onRetry={onRetry} />}
        {running && seconds >= 1 && (
          <p className="working" role="status">
            <span className="working-bar" aria-hidden="true" />
            {t('policy.preview-wait', { n: markets, seconds })}
          </p>
        )}
        {!drafted && <p className="quiet">{t('policy.preview-none')}</p>}
        {preview && drafted && (
          <div data-pale={running || undefined} className="outcome" aria-live="polite">
            <Standings preview={preview} />
          </div>
        )}
      </Section>
      {children}
      {preview && (
        <div data-pale={running || undefined} className="outcome">
          {drafted && <Moves preview={preview} />}
          <Markets preview={preview} drafted={drafted} onWhy={onLines} />
        </div>
      )}
    </>
  )
}

function Standings({ preview }: { readonly preview: PolicyPreview }) {
  const { t } = useReading()
  const [all, setAll] = useState(false)
  const { changed } = preview
  const byYardstick = changed.filter((row) => row.byYardstick).length
  const shown = all ? changed : changed.slice(0, FIRST)
  return (
    <>
      {byYardstick > 0 && <p className="quiet">{t('policy.preview-yardstick', { n: byYardstick })}</p>}
      {changed.length === 0 ? <p>{t('policy.preview-same')}</p> : <Changes rows={shown} />}
      {shown.length < changed.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('policy.more', { n: changed.length - shown.length })}
        </button>
      )}
    </>
  )
}

function Moves({ preview: { moves, moved } }: { readonly preview: PolicyPreview }) {
  const { t } = useReading()
  if (moves.length === 0) return null
  return (
    <Section title={t('policy.moves')} note={t('policy.moves-note', { n: moved })}>
      <Changes rows={moves.slice(0, 6)} />
    </Section>
  )
}

function Markets({
  preview,
  drafted,
  onWhy,
}: {
  readonly preview: PolicyPreview
  readonly drafted: boolean
  readonly onWhy: () => void
}) {
  const { t } = useReading()
  const [all, setAll] = useState(false)
  const shown = all ? preview.markets : preview.markets.slice(0, drafted ? 8 : 16)
  return (
    <Section title={t('policy.markets')}>
      <Beyond preview={preview} onWhy={onWhy} />
      <ByMarket markets={shown} />
      {shown.length < preview.markets.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('policy.more-markets', { n: preview.markets.length - shown.length })}
        </button>
      )}
    </Section>
  )
}

/** Why a market can have more key accounts than places. */
function Beyond({
  preview: { markets, body },
  onWhy,
}: {
  readonly preview: PolicyPreview
  readonly onWhy: () => void
}) {
  const { t } = useReading()
  const beyond = markets.filter(({ key, k }) => key.after > k.after)
  const [one] = beyond.toSorted((a, b) => b.key.after - b.k.after - (a.key.after - a.k.after))
  if (!one) return null
  const { enterRank, leaveRank } = ranksOf(one.k.after, body.hysteresis)
  return (
    <p className="quiet beyond">
      {t('policy.beyond', {
        n: beyond.length,
        market: one.name,
        k: one.k.after,
        key: one.key.after,
        enter: enterRank,
        leave: leaveRank,
        months: body.hysteresis.leaveAfter,
      })}{' '}
      <WhyButton of={t('policy.lines')} onOpen={onWhy} />
    </p>
  )
}

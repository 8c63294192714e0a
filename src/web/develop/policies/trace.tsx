import { useQuery } from '@tanstack/react-query'
import type { PeriodKind } from '../../../domain/develop/trade-policy.ts'
import { periodWords, termsWords } from '../../../language/trade-words.ts'
import { tradeApi, type Trace } from '../../trade-api.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { dayWords, useReading } from '../../ui/reading.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { countedWords } from './counted.ts'

type Posting = Trace['postings'][number]

/** Why an account is owed a sum: each posting, the state before and after, the terms that held, and the movements that earned it. */
export function TraceDrawer({
  policy,
  account,
  period,
  periodKind,
  onBack,
  onClose,
}: {
  readonly policy: string
  readonly account: string
  readonly period: string
  readonly periodKind: PeriodKind
  readonly onBack: () => void
  readonly onClose: () => void
}) {
  const { t, locale } = useLanguage()
  const money = useMinorMoney()
  const trace = useQuery({
    queryKey: ['trade-policies', 'trace', policy, account, period],
    queryFn: () => tradeApi.trace(policy, account, period),
  })
  const { data } = trace
  return (
    <Drawer
      title={t('trade.why')}
      note={
        <button type="button" className="link" onClick={onBack}>
          {data?.name ?? t('app.close')}
        </button>
      }
      onClose={onClose}
    >
      {data === undefined ? (
        trace.error ? (
          <Failed error={trace.error} onRetry={() => void trace.refetch()} />
        ) : (
          <Loading rows={6} head={false} />
        )
      ) : (
        <>
          <p className="trade-lead">
            {t('trade.why-says', {
              account: data.accountName,
              period: periodWords(locale, periodKind, period),
              name: data.name,
              sum: money.said(data.accruedMinor),
            })}
          </p>
          {data.postings.map((posting) => (
            <OnePosting key={posting.id} posting={posting} periodKind={periodKind} />
          ))}
        </>
      )}
    </Drawer>
  )
}

function OnePosting({ posting, periodKind }: { readonly posting: Posting; readonly periodKind: PeriodKind }) {
  const { t, locale } = useLanguage()
  const reading = useReading()
  const money = useMinorMoney()
  const { terms, before, after, tier, lines } = posting
  const counted = (quantity: number) => countedWords(terms, quantity, { t, said: money.said })
  const moved = (from: string | null, to: string | null) =>
    from === null || to === null ? null : t('trade.why-moved', { before: from, after: to })
  const inTier = tier[1] == null ? null : t('trade.why-tier', { n: tier[1] + 1 })
  return (
    <section className="trade-posting">
      <h3>
        <span>{`${dayWords(reading, posting.bookedOn)} · ${t(`trade.why-cause-${posting.cause === 'change' && posting.version === 1 ? 'made' : posting.cause}`)}`}</span>
        <b className="trade-number">{money.said(posting.amountMinor)}</b>
      </h3>
      <p>
        {t('trade.why-terms', {
          version: posting.version,
          terms: termsWords(locale, terms, periodKind, money.said),
        })}
        {terms.kind === 'tiers' && inTier !== null ? ` ${inTier}` : ''}
      </p>
      <dl className="trade-facts">
        {(
          [
            [t('trade.why-counted'), moved(counted(before.quantity), counted(after.quantity))],
            [t('trade.why-base'), terms.kind === 'growth' ? counted(after.base) : null],
            [t('trade.col-accrued'), moved(money.said(before.minor), money.said(after.minor))],
          ] as const
        ).map(([name, words]) =>
          words === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ),
        )}
      </dl>
      {lines.length > 0 && <Lines posting={posting} />}
    </section>
  )
}

function Lines({ posting: { lines, moreLines } }: { readonly posting: Posting }) {
  const { t } = useLanguage()
  const reading = useReading()
  const money = useMinorMoney()
  // After a change a whole unit is posted in one row: it has no document and no product.
  if (lines.every(({ sku, doc }) => sku === null && doc === null))
    return (
      <p className="trade-quiet">{t('trade.why-at-once', { day: dayWords(reading, lines[0]?.day ?? '') })}</p>
    )
  return (
    <>
      <p className="trade-quiet">{t('trade.why-lines')}</p>
      <ul className="trade-units">
        {lines.map(({ day, sku, doc, milliCases, amountMinor }, at) => (
          // Two lines of a document may say the same.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <div>
              <span>{[dayWords(reading, day), doc].filter((one) => one !== null).join(' · ')}</span>
              <small>
                {[sku, milliCases === null ? null : t('trade.of-cases', { n: milliCases / 1000 })]
                  .filter((one) => one !== null)
                  .join(' · ')}
              </small>
            </div>
            <span className="trade-number">{money.exact(amountMinor)}</span>
          </li>
        ))}
      </ul>
      {moreLines && <p className="trade-quiet">{t('trade.why-more-lines', { n: lines.length })}</p>}
    </>
  )
}

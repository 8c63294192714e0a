import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { periodWords } from '../../../language/trade-words.ts'
import { paths } from '../../paths.ts'
import { tradeApi } from '../../trade-api.ts'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { Section } from '../../ui/page.tsx'
import { useReading } from '../../ui/reading.ts'
import { Failed } from '../../ui/states.tsx'

const FEW = 6

/** What an account has coming under policies and nobody has asked for yet, and the way to its statement. */
export function Dealings({ account }: { readonly account: string }) {
  const { t, may, locale } = useReading()
  const money = useMinorMoney()
  const reads = may('trade_policy.read')
  const answer = useQuery({
    queryKey: ['claimable', { account }],
    queryFn: () => tradeApi.claimable({ account }),
    enabled: reads,
  })
  if (!reads) return null
  const units = answer.data?.units ?? []
  return (
    <Section
      title={t('dealings.title')}
      {...(units.length > 0
        ? {
            note: t('claim.note', { left: money.about(answer.data?.leftMinor ?? 0), n: answer.data?.n ?? 0 }),
          }
        : {})}
      aside={
        <Link className="aside-button" to={paths.statement} params={{ id: account }}>
          {t('dealings.statement')}
        </Link>
      }
    >
      {answer.error === null ? null : <Failed error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data && units.length === 0 ? <p className="missing-line">{t('dealings.none')}</p> : null}
      <ul className="record-list">
        {units.slice(0, FEW).map((unit) => (
          <li key={`${unit.policy}.${unit.period}`}>
            <div className="record">
              <p className="record-words">
                {unit.policyName} <b>{money.said(unit.leftMinor)}</b>
              </p>
              <p className="record-from">
                {[
                  periodWords(locale, unit.periodKind, unit.period),
                  ...(unit.waits ? [t('claim.waits')] : []),
                ].join(' · ')}
              </p>
            </div>
            <span className="record-do">
              <Link
                className="link"
                aria-label={`${t('claim.ask')}: ${unit.policyName}, ${periodWords(locale, unit.periodKind, unit.period)}`}
                to={paths.claims}
                search={{ tab: 'ask', ask: `${unit.policy}.${account}.${unit.period}` } as never}
              >
                {t('claim.ask')}
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

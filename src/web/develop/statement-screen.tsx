import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import type { TradeStatement } from '../../contract/claim.ts'
import { addMonths } from '../../domain/day.ts'
import { monthWords, periodWords } from '../../language/trade-words.ts'
import { paths } from '../paths.ts'
import { statementFile, statementPdf, tradeApi } from '../trade-api.ts'
import { useAddress } from '../ui/address.ts'
import { useLanguage } from '../ui/language.tsx'
import type { ListColumn } from '../ui/list-column.ts'
import { ListTable } from '../ui/list-table.tsx'
import { useMinorMoney } from '../ui/minor-money.ts'
import { PageHead, Section, useTitle } from '../ui/page.tsx'
import { dayWords, useReading } from '../ui/reading.ts'
import { useRight, useSession } from '../ui/session.ts'
import { Failed, Loading, NoRight } from '../ui/states.tsx'
import './policies/trade.css'
import './claims/claims.css'

type Line = TradeStatement['lines'][number]

/** A month of an account: what stood open, what came, what was paid, what stands open. Made to be printed and sent. */
export function StatementScreen() {
  const { t } = useLanguage()
  const { id } = useParams({ strict: false }) as { id: string }
  const { today } = useSession()
  const may = useRight('trade_policy.read')
  const { get } = useAddress()
  const asked = get('month')
  const month = asked !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7)
  const statement = useQuery({
    queryKey: ['trade-statement', id, month],
    queryFn: () => tradeApi.statement(id, month),
    placeholderData: keepPreviousData,
    enabled: may,
  })
  useTitle([statement.data?.accountName, t('statement.title')].filter(Boolean).join(' · '))
  if (!may) return <NoRight right="trade_policy.read" />
  if (statement.data) return <Shown of={statement.data} month={month} />
  if (statement.error)
    return <Failed error={statement.error} onRetry={() => void statement.refetch()} whole />
  return <Loading rows={8} />
}

function Shown({ of, month }: { readonly of: TradeStatement; readonly month: string }) {
  const { t, locale } = useLanguage()
  const money = useMinorMoney()
  const mayExport = useRight('export.run')
  const said = { month: monthWords(locale, of.month), name: of.accountName }
  return (
    <>
      <PageHead
        words={
          of.closingMinor === 0
            ? t('statement.says-none', said)
            : t('statement.says', { ...said, closing: money.said(of.closingMinor) })
        }
        marks={{ closing: {} }}
        note={`${of.accountCode} · ${t('statement.note')}`}
        actions={
          <>
            <Link className="button-quiet" to={paths.account} params={{ id: of.account }} search={true}>
              {of.accountName}
            </Link>
            {mayExport ? (
              <a className="button-quiet" href={statementFile(of.account, of.month, locale)} download>
                {t('statement.download')}
              </a>
            ) : (
              <Button disabled title={t('statement.may-not-export')}>
                {t('statement.download')}
              </Button>
            )}
            <a className="button-link" href={statementPdf(of.account, of.month, locale)} download>
              {t('statement.print')}
            </a>
          </>
        }
      />
      <MonthBar month={month} />
      <dl className="statement-sums">
        {(
          [
            ['opening', of.openingMinor],
            ['accrued', of.accruedMinor],
            ['settled', of.settledMinor],
            ['closing', of.closingMinor],
            ['claimed', of.claimedMinor],
            ['unclaimed', of.closingMinor - of.claimedMinor],
          ] as const
        ).map(([key, minor]) => (
          <div key={key}>
            <dt>{t(`statement.${key}`)}</dt>
            <dd className="trade-number">{money.said(minor)}</dd>
          </div>
        ))}
      </dl>
      <Section title={t('statement.lines')}>
        <ListTable
          label={t('statement.lines')}
          rows={of.lines.map((line, at) => ({ ...line, at }))}
          columns={useColumns()}
          rowKey={({ at }) => String(at)}
          empty={t('statement.none')}
        />
      </Section>
    </>
  )
}

function MonthBar({ month }: { readonly month: string }) {
  const { t } = useLanguage()
  const { today } = useSession()
  const { set } = useAddress()
  const go = (by: number) => set({ month: addMonths(`${month}-01`, by).slice(0, 7) })
  return (
    <div className="statement-month">
      <Button onClick={() => go(-1)}>{t('statement.before')}</Button>
      <input
        type="month"
        aria-label={t('statement.month')}
        value={month}
        max={today.slice(0, 7)}
        onChange={(event) => {
          if (event.target.value !== '') set({ month: event.target.value })
        }}
      />
      <Button disabled={month >= today.slice(0, 7)} onClick={() => go(1)}>
        {t('statement.after')}
      </Button>
    </div>
  )
}

function useColumns(): readonly ListColumn<Line & { readonly at: number }>[] {
  const { t, locale } = useLanguage()
  const reading = useReading()
  const money = useMinorMoney()
  const adds = ({ kind }: Line) => kind === 'accrual' || kind === 'settlement'
  return [
    { key: 'day', head: t('statement.col-day'), width: 120, cell: ({ on }) => dayWords(reading, on) },
    {
      key: 'what',
      head: t('statement.col-what'),
      width: 100,
      cell: ({ kind }) => t(`statement.kind-${kind}`),
    },
    {
      key: 'amount',
      head: t('statement.col-amount', { money: money.word }),
      width: 130,
      align: 'end',
      // What adds nothing to the balance stands back.
      cell: (line) => (
        <span className={adds(line) ? 'trade-number' : 'trade-number trade-quiet'}>
          {money.exact(line.amountMinor)}
        </span>
      ),
    },
    {
      key: 'balance',
      head: t('statement.col-balance', { money: money.word }),
      width: 130,
      align: 'end',
      cell: ({ balanceMinor }) => <b className="trade-number">{money.exact(balanceMinor)}</b>,
    },
    {
      key: 'policy',
      head: t('statement.col-policy'),
      cell: ({ policyCode, policyName }) => <span title={`${policyCode} ${policyName}`}>{policyName}</span>,
    },
    {
      key: 'period',
      head: t('statement.col-period'),
      width: 130,
      cell: ({ periodKind, period }) => periodWords(locale, periodKind, period),
    },
  ]
}

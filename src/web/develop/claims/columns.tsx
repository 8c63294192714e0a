import type { Claimable, Claims } from '../../../contract/claim.ts'
import { periodWords } from '../../../language/trade-words.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { dayWords, useReading } from '../../ui/reading.ts'

type Unit = Claimable['units'][number]
type Row = Claims['claims'][number]

function Named({ name, note }: { readonly name: string; readonly note: string }) {
  return (
    <span className="trade-name">
      <b title={name}>{name}</b>
      <small>{note}</small>
    </span>
  )
}

/** What can be asked for: whom, under which policy, when, how much. */
export function useAskColumns(): readonly ListColumn<Unit>[] {
  const { t, locale } = useLanguage()
  const money = useMinorMoney()
  return [
    {
      key: 'account',
      head: t('claim.col-account'),
      cell: (row) => <Named name={row.accountName} note={row.marketName} />,
    },
    {
      key: 'left',
      head: t('claim.col-left', { money: money.word }),
      width: 130,
      align: 'end',
      cell: ({ leftMinor }) => <b>{money.exact(leftMinor)}</b>,
    },
    {
      key: 'period',
      head: t('claim.col-period'),
      width: 130,
      cell: ({ periodKind, period }) => periodWords(locale, periodKind, period),
    },
    {
      key: 'policy',
      head: t('claim.col-policy'),
      width: 220,
      cell: ({ policyName }) => <span title={policyName}>{policyName}</span>,
    },
    {
      key: 'waits',
      head: t('claim.col-state'),
      width: 120,
      cell: ({ waits }) => (waits ? t('claim.waits') : ''),
    },
  ]
}

/** What was paid in full is done, whatever its state is called in the books. */
export function stateWords(
  { state, approvedMinor, settledMinor }: Pick<Row, 'state' | 'approvedMinor' | 'settledMinor'>,
  t: ReturnType<typeof useLanguage>['t'],
): string {
  return t(`claim.state-${state === 'approved' && settledMinor === approvedMinor ? 'paid' : state}`)
}

/** Claims that were sent: whom, how much, when, in which state. */
export function useClaimColumns(tab: 'ask' | 'decide' | 'pay' | 'done'): readonly ListColumn<Row>[] {
  const { t, locale } = useLanguage()
  const reading = useReading()
  const money = useMinorMoney()
  const owed = ({ approvedMinor, settledMinor }: Row) => approvedMinor - settledMinor
  return [
    {
      key: 'account',
      head: t('claim.col-account'),
      cell: (row) => <Named name={row.accountName} note={row.marketName} />,
    },
    {
      key: 'amount',
      head: t(tab === 'pay' ? 'claim.col-owed' : 'claim.col-asked', { money: money.word }),
      width: 130,
      align: 'end',
      cell: (row) => <b>{money.exact(tab === 'pay' ? owed(row) : row.askedMinor)}</b>,
    },
    ...(tab === 'done'
      ? [
          {
            key: 'state',
            head: t('claim.col-state'),
            width: 100,
            cell: (row: Row) => stateWords(row, t),
          },
        ]
      : []),
    {
      key: 'period',
      head: t('claim.col-period'),
      width: 130,
      cell: ({ periodKind, period }) => periodWords(locale, periodKind, period),
    },
    {
      key: 'policy',
      head: t('claim.col-policy'),
      width: 220,
      cell: ({ policyName }) => <span title={policyName}>{policyName}</span>,
    },
    {
      key: 'sent',
      head: t('claim.col-sent'),
      width: 180,
      cell: ({ sentBy, sentOn }) => `${sentBy} · ${dayWords(reading, sentOn)}`,
    },
  ]
}

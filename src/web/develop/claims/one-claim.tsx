import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ClaimView } from '../../../contract/claim.ts'
import { periodWords } from '../../../language/trade-words.ts'
import { paths } from '../../paths.ts'
import { tradeApi } from '../../trade-api.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { dayWords, useReading } from '../../ui/reading.ts'
import { useRight } from '../../ui/session.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { useClaimAct } from './act.ts'
import { stateWords } from './columns.tsx'
import { DecideForm } from './decide-form.tsx'
import { SettleForm } from './settle-form.tsx'

/** One claim in the drawer: what was asked and why it is owed, its files, what became of it, and what is to be done. */
export function OpenClaim({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const one = useQuery({ queryKey: ['claims', 'one', id], queryFn: () => tradeApi.claim(id) })
  if (one.data) return <Shown claim={one.data} onClose={onClose} />
  return (
    <Drawer title={t('claim.title')} onClose={onClose}>
      {one.error ? (
        <Failed error={one.error} onRetry={() => void one.refetch()} />
      ) : (
        <Loading rows={6} head={false} />
      )}
    </Drawer>
  )
}

function Shown({ claim, onClose }: { readonly claim: ClaimView; readonly onClose: () => void }) {
  const { t, locale } = useLanguage()
  const mayAsk = useRight('claim.change')
  const { act, busy, error } = useClaimAct()
  return (
    <Drawer
      title={claim.accountName}
      note={`${claim.policyName} · ${periodWords(locale, claim.periodKind, claim.period)} · ${stateWords(claim, t)}`}
      onClose={onClose}
      footer={
        claim.state === 'open' && mayAsk ? (
          <Button loading={busy} onClick={() => act(() => tradeApi.withdraw(claim.id))}>
            {t('claim.withdraw')}
          </Button>
        ) : undefined
      }
    >
      <Sums claim={claim} />
      {claim.words !== '' && <p className="trade-lead">{claim.words}</p>}
      <Evidence claim={claim} />
      {claim.reason !== '' && (
        <p className="trade-cliff">
          <b>{t('claim.reason')}</b> {claim.reason}
        </p>
      )}
      {claim.state === 'open' && <DecideForm claim={claim} />}
      <Payments claim={claim} />
      {claim.state === 'approved' && claim.settledMinor < claim.approvedMinor && (
        <SettleForm key={claim.settledMinor} claim={claim} />
      )}
      {error !== null && <Failed error={error} />}
    </Drawer>
  )
}

function Sums({ claim }: { readonly claim: ClaimView }) {
  const { t } = useLanguage()
  const reading = useReading()
  const money = useMinorMoney()
  const approved = claim.state === 'approved'
  type Sum = readonly [
    of: 'asked' | 'approved' | 'settled' | 'accrued' | 'claimed',
    minor: number,
    note: string,
  ]
  const sums: readonly (Sum | null)[] = [
    [
      'asked',
      claim.askedMinor,
      t('claim.fact-sent', { by: claim.sentBy, day: dayWords(reading, claim.sentOn) }),
    ],
    approved || claim.state === 'refused'
      ? [
          'approved',
          claim.approvedMinor,
          t('claim.fact-decided', {
            by: claim.decidedBy ?? '',
            day: dayWords(reading, claim.decidedOn ?? ''),
          }),
        ]
      : null,
    approved ? ['settled', claim.settledMinor, ''] : null,
    ['accrued', claim.accruedMinor, ''],
    ['claimed', claim.claimedMinor, ''],
  ]
  return (
    <>
      <dl className="claim-sums">
        {sums.map((sum) =>
          sum === null ? null : (
            <div key={sum[0]}>
              <dt>{t(`claim.fact-${sum[0]}`)}</dt>
              <dd className="trade-number">{money.said(sum[1])}</dd>
              {sum[2] !== '' && <dd className="trade-quiet">{sum[2]}</dd>}
            </div>
          ),
        )}
      </dl>
      <p>
        <Link
          className="link"
          to={paths.tradePolicies}
          search={{ open: claim.policy, why: `${claim.account}.${claim.period}`, tab: 'all' } as never}
        >
          {t('claim.trace')}
        </Link>
      </p>
    </>
  )
}

function Evidence({ claim }: { readonly claim: ClaimView }) {
  const { t } = useLanguage()
  return (
    <>
      <h3 className="trade-head">{t('claim.files')}</h3>
      {claim.evidence.length === 0 && <p className="trade-quiet">{t('claim.no-files')}</p>}
      <ul className="trade-units">
        {claim.evidence.map(({ record, name }) => (
          <li key={record}>
            <a className="link" href={`/api/accounts/${claim.account}/files/${record}`} download={name}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Payments({ claim: { settlements } }: { readonly claim: ClaimView }) {
  const { t } = useLanguage()
  const reading = useReading()
  const money = useMinorMoney()
  if (settlements.length === 0) return null
  return (
    <>
      <h3 className="trade-head">{t('claim.payments')}</h3>
      <ul className="trade-units">
        {settlements.map(({ how, amountMinor, sku, cases, on }, at) => (
          // Two payments of a day may say the same.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            {how === 'goods'
              ? t('claim.payment-goods', {
                  day: dayWords(reading, on),
                  sku: sku ?? '',
                  n: cases ?? 0,
                  sum: money.said(amountMinor),
                })
              : t('claim.payment', {
                  day: dayWords(reading, on),
                  how: t(`claim.how-${how}`),
                  sum: money.said(amountMinor),
                })}
          </li>
        ))}
      </ul>
    </>
  )
}

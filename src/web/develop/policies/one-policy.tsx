import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { listed } from '../../../language/message.ts'
import { periodWords, termsWords } from '../../../language/trade-words.ts'
import { tradeApi, type OnePolicy } from '../../trade-api.ts'
import { paths } from '../../paths.ts'
import { useAddress } from '../../ui/address.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { dayWords, useReading } from '../../ui/reading.ts'
import { useRight, useSession } from '../../ui/session.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { BudgetBar } from './budget-bar.tsx'
import { Cliffs } from './cliffs.tsx'
import { ConfirmForm } from './confirm-form.tsx'
import { countedWords } from './counted.ts'
import { ChangePolicy } from './policy-form.tsx'
import { TraceDrawer } from './trace.tsx'

/** One policy in the drawer: what it says, how far its budget is gone, what each account earned, what it said before. */
export function OpenedPolicy({ id, today }: { readonly id: string; readonly today: string }) {
  const { t } = useLanguage()
  const { get, set } = useAddress()
  const may = useRight('trade_policy.change')
  const one = useQuery({ queryKey: ['trade-policies', 'one', id], queryFn: () => tradeApi.policy(id) })
  const close = () => set({ open: null, edit: null, why: null, confirm: null })
  if (one.data) {
    const policy = one.data
    const [account, period] = get('why')?.split('.') ?? []
    if (account !== undefined && period !== undefined)
      return (
        <TraceDrawer
          policy={id}
          account={account}
          period={period}
          periodKind={policy.draft.period}
          onBack={() => set({ why: null })}
          onClose={close}
        />
      )
    if (get('edit') !== undefined && may)
      return <ChangePolicy policy={policy} onClose={() => set({ edit: null })} />
    if (get('confirm') !== undefined && may)
      return <ConfirmForm policy={policy} today={today} onClose={() => set({ confirm: null })} />
    return <Shown policy={policy} onClose={close} />
  }
  return (
    <Drawer title={t('trade.title')} onClose={close}>
      {one.error ? (
        <Failed error={one.error} onRetry={() => void one.refetch()} />
      ) : (
        <Loading rows={8} head={false} />
      )}
    </Drawer>
  )
}

function Shown({ policy, onClose }: { readonly policy: OnePolicy; readonly onClose: () => void }) {
  const { t, locale } = useLanguage()
  const money = useMinorMoney()
  const { set } = useAddress()
  const may = useRight('trade_policy.change')
  const { id, code, version, state, draft, agreement } = policy
  const confirmed = draft.terms.kind === 'conduct' || draft.terms.kind === 'display'
  const mayRead = useRight('agreement.read')
  const why = may ? undefined : t('trade.may-not')
  return (
    <Drawer
      title={draft.name}
      note={`${t('trade.code', { code, version })} · ${t(`trade.state-${state}`)}`}
      onClose={onClose}
      footer={
        <>
          <Button disabled={!may} title={why} onClick={() => set({ open: null, new: '1', like: id })}>
            {t('trade.again')}
          </Button>
          {confirmed && (
            <Button disabled={!may} title={why} onClick={() => set({ confirm: '1' })}>
              {t('trade.confirm')}
            </Button>
          )}
          <Button type="primary" disabled={!may} title={why} onClick={() => set({ edit: '1' })}>
            {t(agreement === null ? 'trade.edit' : 'trade.edit-budget')}
          </Button>
        </>
      }
    >
      <p className="trade-lead">{termsWords(locale, draft.terms, draft.period, money.said)}</p>
      <Cliffs terms={draft.terms} />
      {agreement !== null && (
        <p className="trade-quiet">
          {t('trade.of-agreement', { code: agreement.code })}{' '}
          {mayRead && (
            <Link className="link" to={paths.agreements} search={{ open: agreement.id } as never}>
              {t('trade.open-agreement')}
            </Link>
          )}
        </p>
      )}
      <div className="trade-budget">
        <BudgetBar of={policy} />
        <p>
          {t('trade.used-of', {
            held: money.exact(policy.heldMinor),
            budget: money.exact(draft.budgetMinor ?? 0),
            money: money.word,
          })}
        </p>
      </div>
      <ScopeFacts draft={draft} />
      <Units policy={policy} onWhy={(why_) => set({ why: why_ })} />
      <h3 className="trade-head">{t('trade.versions')}</h3>
      <ul className="trade-lines">
        {policy.versions.map(({ version: n, by, at, draft: said }) => (
          <li key={n}>
            <p>{t('trade.version', { version: n, by, day: at.slice(0, 10) })}</p>
            <small>{termsWords(locale, said.terms, said.period, money.said)}</small>
          </li>
        ))}
      </ul>
    </Drawer>
  )
}

function ScopeFacts({ draft }: { readonly draft: OnePolicy['draft'] }) {
  const { t, locale } = useLanguage()
  const reading = useReading()
  const money = useMinorMoney()
  const { nodes } = useSession()
  const places = draft.nodes.map((id) => nodes.find((node) => node.id === id)?.name ?? t('trade.elsewhere'))
  const levels = listed(
    locale,
    draft.tiers.map((tier) => t(`tier.${tier}`)),
  )
  const facts = [
    ['days', t('trade.days', { from: dayWords(reading, draft.from), to: dayWords(reading, draft.to) })],
    ['where', listed(locale, [...new Set(places)])],
    [
      'to-whom',
      draft.accounts === null
        ? t('trade.to-all', { tiers: levels })
        : t('trade.to-some', { tiers: levels, n: draft.accounts.length }),
    ],
    [
      'which-skus',
      draft.skus === null ? t('trade.skus-all') : t('trade.skus-some', { n: draft.skus.length }),
    ],
    ['how-often', t(`trade.period-${draft.period}`)],
    ['stacking', t(`trade.stacking-${draft.stacking}`)],
    ['component', t(`step.${draft.component}`)],
  ] as const
  return (
    <>
      <dl className="trade-facts">
        {facts.map(([key, words]) => (
          <div key={key}>
            <dt>{key === 'days' ? t('trade.col-days') : t(`trade.${key}`)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="trade-quiet">{t('trade.limit-said', { sum: money.said(draft.approveUpToMinor) })}</p>
    </>
  )
}

function Units({ policy, onWhy }: { readonly policy: OnePolicy; readonly onWhy: (unit: string) => void }) {
  const { t, locale } = useLanguage()
  const money = useMinorMoney()
  const { units, more, draft } = policy
  return (
    <>
      <h3 className="trade-head">
        <span>{t('trade.units')}</span>
        <small>{t('trade.unit-accrued', { money: money.word })}</small>
      </h3>
      {units.length === 0 && <p className="trade-quiet">{t('trade.units-none')}</p>}
      <ul className="trade-units">
        {units.map(({ account, accountName, period, quantity, confirmed, accruedMinor }) => (
          <li key={`${account}.${period}`}>
            <div>
              <b title={accountName}>{accountName}</b>
              <small>
                {[
                  periodWords(locale, draft.period, period),
                  countedWords(draft.terms, quantity, { t, said: money.said }),
                  confirmed ? t('trade.confirmed') : null,
                ]
                  .filter((one) => one !== null)
                  .join(' · ')}
              </small>
            </div>
            <button
              type="button"
              className="link trade-number"
              title={t('trade.why')}
              aria-label={`${t('trade.why')}: ${accountName}, ${periodWords(locale, draft.period, period)}, ${money.said(accruedMinor)}`}
              onClick={() => onWhy(`${account}.${period}`)}
            >
              {money.exact(accruedMinor)}
            </button>
          </li>
        ))}
      </ul>
      {more && <p className="trade-quiet">{t('trade.units-more', { n: units.length })}</p>}
    </>
  )
}

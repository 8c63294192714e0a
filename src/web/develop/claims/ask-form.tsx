import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import type { Claimable } from '../../../contract/claim.ts'
import { periodWords } from '../../../language/trade-words.ts'
import { api } from '../../api.ts'
import { tradeApi, tradeKeys } from '../../trade-api.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { NumberInput } from '../../ui/number-input.tsx'
import { useRight } from '../../ui/session.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { useUndo } from '../../ui/undo-bar.tsx'
import { unread } from '../../ui/unread.ts'
import { EvidenceField, useEvidence } from './evidence.tsx'
import { useDoing } from '../../ui/doing.ts'
import { FormFault } from '../../ui/form-fault.tsx'

type Unit = Claimable['units'][number]

/** A unit of the address, `policy.account.period`: also one that no list here shows. */
export function OpenAsk({ unit, onClose }: { readonly unit: string; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const [policy = '', account = '', period = ''] = unit.split('.')
  const answer = useQuery({
    queryKey: ['claimable', { policy, account }],
    queryFn: () => tradeApi.claimable({ policy, account }),
  })
  const found = answer.data?.units.find((one) => one.period === period)
  if (found) return <AskForm unit={found} onClose={onClose} />
  return (
    <Drawer title={t('claim.ask')} onClose={onClose}>
      {answer.error ? (
        <Failed error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data ? (
        <p className="trade-quiet">{t('claim.none-left')}</p>
      ) : (
        <Loading rows={6} head={false} />
      )}
    </Drawer>
  )
}

/** Asks for what was posted: the amount is there already, a photo is one tap away. Ten seconds long it can be withdrawn. */
function AskForm({ unit, onClose }: { readonly unit: Unit; readonly onClose: () => void }) {
  const { t, locale } = useLanguage()
  const money = useMinorMoney()
  const client = useQueryClient()
  const offer = useUndo()
  const may = useRight('claim.change')
  const { policy, account, period, leftMinor, budgetLeftMinor } = unit
  const most = Math.max(0, Math.min(leftMinor, budgetLeftMinor))
  const [asked, setAsked] = useState<number | null>(money.typed(most))
  const [words, setWords] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const { busy, error, run } = useDoing()
  const evidence = useEvidence(account)
  const files = useQuery({
    queryKey: ['account-records', account, ''],
    queryFn: ({ signal }) => api.accountRecords(account, {}, signal),
  })
  const again = async () => {
    await Promise.all(
      [...tradeKeys, 'account-records'].map((key) => client.invalidateQueries({ queryKey: [key] })),
    )
  }
  const send = async () => {
    await run(async () => {
      const records = await evidence.keep()
      const askedMinor = money.minorOf(asked) ?? 0
      const { id } = await tradeApi.send({ policy, account, period, askedMinor, records, words })
      offer({
        words: t('claim.sent', { account: unit.accountName, sum: money.said(askedMinor) }),
        undo: async () => {
          await tradeApi.withdraw(id)
          await again()
        },
      })
      onClose()
      await again()
    })
  }
  return (
    <Drawer
      title={unit.accountName}
      note={`${unit.policyName} · ${periodWords(locale, unit.periodKind, period)}`}
      onClose={onClose}
      dirty={words !== '' || evidence.chosen > 0}
      footer={
        <Button
          type="primary"
          loading={busy}
          disabled={!may || unit.waits}
          title={may ? undefined : t('claim.may-not-ask')}
          onClick={() => form.current?.requestSubmit()}
        >
          {t('claim.send')}
        </Button>
      }
    >
      {!may && <p className="trade-quiet">{t('claim.may-not-ask')}</p>}
      {unit.waits && <p className="trade-cliff">{t('claim.waits')}</p>}
      <dl className="trade-facts">
        <div>
          <dt>{t('claim.fact-accrued')}</dt>
          <dd className="trade-number">{money.said(unit.accruedMinor)}</dd>
        </div>
        <div>
          <dt>{t('claim.fact-claimed')}</dt>
          <dd className="trade-number">{money.said(unit.claimedMinor)}</dd>
        </div>
      </dl>
      <form
        ref={form}
        className="trade-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!unread(event.currentTarget)) void send()
        }}
      >
        <Field
          label={t('claim.asked', { money: money.word })}
          hint={t(budgetLeftMinor < leftMinor ? 'claim.asked-budget' : 'claim.asked-hint', {
            left: money.exact(most),
          })}
        >
          <NumberInput digits={money.digits} value={asked} onValue={setAsked} />
        </Field>
        <EvidenceField
          evidence={evidence}
          there={(files.data?.records ?? []).filter(({ kind }) => kind === 'file')}
          hint={t(unit.needsFile ? 'claim.files-hint' : 'claim.files-kept')}
        />
        <Field label={t('claim.words')} hint={t('claim.words-hint')}>
          <Input.TextArea
            rows={2}
            value={words}
            maxLength={1000}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
      <FormFault error={error} />
    </Drawer>
  )
}

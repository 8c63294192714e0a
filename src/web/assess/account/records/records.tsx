import { useMemo, useState } from 'react'
import type { AccountFact, AccountRecord, AccountRecords } from '../../../../contract/account.ts'
import type { AccountProfile } from '../../../../contract/assess.ts'
import { recordKinds, type RecordKind } from '../../../../domain/chain/account-record.ts'
import { longDay } from '../../../../language/message.ts'
import { usePlaceAndDay } from '../../../ui/place.ts'
import { Failed, Loading } from '../../../ui/states.tsx'
import { useReading } from '../../../ui/reading.ts'
import { FactForm } from './fact-form.tsx'
import { Facts } from './facts.tsx'
import { Files } from './files.tsx'
import { useOpened } from './opened.ts'
import { RecordForm } from './record-form.tsx'
import { RecordSection } from './record-section.tsx'
import { Timeline } from './timeline.tsx'
import { useRecords, useWrites, type Writes } from './writes.ts'
import './records.css'

/** What people know of an account: whom to call, where to go, what was said, what it can carry; and how it came to be what it is. */
export function Records({ profile }: { readonly profile: AccountProfile }) {
  const { asOf } = usePlaceAndDay()
  const answer = useRecords(profile.account.id, asOf)
  if (answer.data) return <Known known={answer.data} profile={profile} />
  return answer.error === null ? (
    <Loading rows={4} head={false} />
  ) : (
    <Failed error={answer.error} onRetry={() => void answer.refetch()} />
  )
}

function Known({ known, profile }: { readonly known: AccountRecords; readonly profile: AccountProfile }) {
  const { t, locale, may, today } = useReading()
  const { asOf } = usePlaceAndDay()
  const writes = useWrites(known.id)
  const [error, setError] = useState<unknown>(null)
  const [opened, open] = useOpened()
  const past = asOf !== undefined && asOf < today
  const [notes, changes] = [may('account.note') && !past, may('account.change') && !past]
  const act = (work: Promise<void>) => {
    setError(null)
    work.catch(setError)
  }
  const section = (kind: RecordKind) => (
    <RecordSection
      account={known.id}
      kind={kind}
      records={known.records.filter((one) => one.kind === kind)}
      mayChange={notes}
      onOpen={(record) => open(record === null ? kind : `${kind}.${record.id}`)}
      onRemove={(name, record) => act(writes.remove(name, record))}
    />
  )
  return (
    <>
      {past || !may('account.note') || !may('account.change') ? (
        <ul className="folded">
          {past ? <li>{t('records.past', { day: longDay(locale, asOf) })}</li> : null}
          {may('account.note') ? null : <li>{t('records.whom-note')}</li>}
          {may('account.change') ? null : <li>{t('records.whom-change')}</li>}
        </ul>
      ) : null}
      {error === null ? null : <Failed error={error} />}
      <div className="account-columns records" data-under>
        <div>
          {section('contact')}
          {section('site')}
          {section('note')}
          <Files
            account={known.id}
            files={known.records.filter((one) => one.kind === 'file')}
            mayChange={notes}
            writes={writes}
            onRemove={(name, file) => act(writes.remove(name, file))}
          />
        </div>
        <div>
          <Facts
            facts={known.facts}
            asOf={asOf ?? today}
            mayChange={changes}
            onOpen={(fact) => open(fact === null ? 'fact' : `fact.${fact.fact}.${fact.day}`)}
            onTakeBack={(name, fact) => act(writes.takeBack(name, fact))}
          />
          <Timeline account={known.id} policy={profile.policy.version} />
        </div>
      </div>
      <OpenForm
        opened={opened}
        known={known}
        may={{ note: notes, change: changes }}
        writes={writes}
        onClose={() => open(null)}
      />
    </>
  )
}

function OpenForm({
  opened,
  known,
  may,
  writes,
  onClose,
}: {
  readonly opened: string | null
  readonly known: AccountRecords
  readonly may: { readonly note: boolean; readonly change: boolean }
  readonly writes: Writes
  readonly onClose: () => void
}) {
  const [kind, id, day] = opened?.split('.') ?? []
  const record = known.records.find((one) => one.id === id) ?? null
  const fact = known.facts.find((one) => one.account === null && one.fact === id && one.day === day) ?? null
  const old = useSame<AccountRecord>(record)
  const oldFact = useSame<AccountFact>(fact)
  const form = { account: { id: known.id, name: known.name }, writes, onClose }
  const of = recordKinds.find((one) => one === kind)
  if (of && may.note && (id === undefined || record))
    return <RecordForm key={opened} {...form} kind={of} old={old} />
  if (kind === 'fact' && may.change && (id === undefined || fact))
    return <FactForm key={opened} {...form} old={oldFact} there={known.facts} />
  return null
}

/** The same object as long as it says the same: a form's draft is measured against it. */
function useSame<T>(value: T | null): T | null {
  const text = JSON.stringify(value)
  return useMemo(() => JSON.parse(text) as T | null, [text])
}

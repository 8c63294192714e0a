import type { AccountRecord } from '../../../../contract/account.ts'
import type { RecordKind } from '../../../../domain/chain/account-record.ts'
import { Section } from '../../../ui/page.tsx'
import { dayWords, useReading } from '../../../ui/reading.ts'
import { PhoneLook } from './phone-look.tsx'
import { titleOf } from './title.ts'

/** Contacts, sites or notes of an account, latest first. */
export function RecordSection({
  account,
  kind,
  records,
  mayChange,
  onOpen,
  onRemove,
}: {
  readonly account: string
  readonly kind: RecordKind
  readonly records: readonly AccountRecord[]
  readonly mayChange: boolean
  readonly onOpen: (record: AccountRecord | null) => void
  readonly onRemove: (name: string, record: AccountRecord) => void
}) {
  const { t, may } = useReading()
  return (
    <Section
      title={t(`records.${kind}`)}
      {...(kind === 'contact' && records.length > 0 && may('account.note')
        ? { note: t('records.seeing') }
        : {})}
      aside={
        mayChange ? (
          <button type="button" className="aside-button" onClick={() => onOpen(null)}>
            {t(`records.${kind}-add`)}
          </button>
        ) : undefined
      }
    >
      {records.length === 0 ? (
        <p className="missing-line">{t(`records.${kind}-none`)}</p>
      ) : (
        <ul className="record-list">
          {records.map((record) => (
            <li key={record.id}>
              <One account={account} record={record} />
              {mayChange ? (
                <span className="record-do">
                  <button
                    type="button"
                    className="link"
                    aria-label={`${t('records.change')} ${titleOf(record)}`}
                    onClick={() => onOpen(record)}
                  >
                    {t('records.change')}
                  </button>
                  <button
                    type="button"
                    className="link"
                    aria-label={`${t('records.remove')} ${titleOf(record)}`}
                    onClick={() => onRemove(titleOf(record), record)}
                  >
                    {t('records.remove')}
                  </button>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function One({ account, record }: { readonly account: string; readonly record: AccountRecord }) {
  const reading = useReading()
  const { t } = reading
  const from = [
    t('records.by', { by: record.by, day: dayWords(reading, record.day) }),
    ...(record.account === null ? [] : [t('records.of', { account: record.account })]),
  ]
  return (
    <div className="record">
      {record.name === '' && record.role === '' && record.phoneMasked === null ? null : (
        <p className="record-head">
          {record.name === '' ? null : <strong>{record.name}</strong>}
          {record.role === '' ? null : <span>{record.role}</span>}
          {record.phoneMasked === null ? null : (
            <PhoneLook account={account} record={record.id} name={record.name} masked={record.phoneMasked} />
          )}
        </p>
      )}
      {record.words === '' ? null : <p className="record-words">{record.words}</p>}
      <p className="record-from">{from.join(' · ')}</p>
    </div>
  )
}

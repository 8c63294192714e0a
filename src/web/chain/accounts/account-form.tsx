import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, useRef } from 'react'
import type { MasterAccount } from '../../../contract/masters-accounts.ts'
import { mastersApi } from '../../masters-api.ts'
import { privacyApi } from '../../privacy-api.ts'
import { paths } from '../../paths.ts'
import { DraftNote } from '../../ui/draft-note.tsx'
import { useDraft } from '../../ui/draft.ts'
import { ErasePart } from '../../ui/erase-part.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useRight } from '../../ui/session.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { useAct } from '../act.ts'
import { fieldOf } from '../fault.ts'
import { CloseAccount } from './close.tsx'
import { AccountFields } from './fields.tsx'
import { MoveAccount } from './move.tsx'
import { changeOf, textOf } from './values.ts'

type Open = { readonly today: string; readonly onClose: () => void }

/** One account as master data. */
export function OpenAccount({ id, ...open }: Open & { readonly id: string }) {
  const { t } = useLanguage()
  const account = useQuery({ queryKey: ['master-account', id], queryFn: () => mastersApi.masterAccount(id) })
  if (account.data) return <Form account={account.data} {...open} />
  return (
    <Drawer title={t('masters.tab-accounts')} onClose={open.onClose}>
      {account.error ? (
        <Failed error={account.error} onRetry={() => void account.refetch()} />
      ) : (
        <Loading rows={8} head={false} />
      )}
    </Drawer>
  )
}

function Form({ account, today, onClose }: Open & { readonly account: MasterAccount }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const may = useRight('account.change')
  const form = useRef<HTMLFormElement>(null)
  const { id, name, version, market } = account
  const known = useMemo(() => textOf(account), [account])
  const draft = useDraft(`master-account.${id}`, known)
  const { act, busy, error } = useAct()
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    if (draft.dirty)
      act(
        mastersApi.changeAccount(id, { ...changeOf(draft.value), version }),
        t('masters.saved', { name: draft.value.name }),
        draft.clear,
      )
  }
  return (
    <Drawer
      title={name}
      note={draft.dirty ? <DraftNote draft={draft} /> : `${t(`tier.${account.tier}`)} · ${account.code}`}
      onClose={onClose}
      dirty={draft.dirty}
      footer={
        may ? (
          <>
            {draft.dirty && (
              <Button onClick={draft.clear}>{t('masters.throw-away', { n: draft.changes })}</Button>
            )}
            <Button
              type="primary"
              loading={busy}
              disabled={!draft.dirty}
              onClick={() => form.current?.requestSubmit()}
            >
              {t('app.save')}
            </Button>
          </>
        ) : undefined
      }
    >
      <div className="masters-form">
        {may ? null : <p>{t('masters.may-not-accounts')}</p>}
        {account.tier === 'wholesaler' ? (
          <p>
            <Link className="link" to={paths.account} params={{ id }}>
              {t('masters.account-look')}
            </Link>
          </p>
        ) : null}
        <form ref={form} onSubmit={submit} noValidate>
          <AccountFields
            value={draft.value}
            known={known}
            names={{ parent: account.parentName, owner: account.ownerName }}
            phone={account.phone}
            market={market.id}
            error={error}
            disabled={!may}
            onChange={draft.set}
          />
          <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
        </form>
        {error !== null && fieldOf(error) === null ? <Failed error={error} /> : null}
        {account.phone === null && account.contact === null ? null : (
          <ErasePart
            ask={t('masters.contact-erase')}
            words={t('masters.contact-erase-why')}
            onErase={async () => {
              await privacyApi.eraseContact(id)
              await client.invalidateQueries()
            }}
          />
        )}
        <MoveAccount account={account} today={today} may={may} />
        <CloseAccount account={account} today={today} may={may} />
      </div>
    </Drawer>
  )
}

import type { MasterAccount } from '../../../contract/masters-accounts.ts'
import type { Tier } from '../../../domain/chain/line.ts'

/** The fields of an account as they are typed; an empty text is nothing known. An empty phone leaves the one that stands, unless it is to be dropped. */
export type AccountText = {
  readonly name: string
  readonly code: string
  readonly tier: Tier
  readonly parent: string | null
  readonly owner: string | null
  readonly channel: string
  readonly city: string
  readonly address: string
  readonly contact: string
  readonly phone: string
  readonly opened: string
  readonly dropPhone: boolean
}
export const noAccount: AccountText = {
  name: '',
  code: '',
  tier: 'wholesaler',
  parent: null,
  owner: null,
  channel: '',
  city: '',
  address: '',
  contact: '',
  phone: '',
  opened: '',
  dropPhone: false,
}

const text = (value: string | null) => value ?? ''

export function textOf(account: MasterAccount): AccountText {
  const { name, code, tier, parent, owner } = account
  return {
    name,
    code,
    tier,
    parent,
    owner,
    channel: text(account.channel),
    city: text(account.city),
    address: text(account.address),
    contact: text(account.contact),
    phone: '',
    opened: text(account.opened),
    dropPhone: false,
  }
}

/** What is sent: the phone only where one was typed or is dropped, for it is read masked. */
export function changeOf({ phone, dropPhone, ...rest }: AccountText) {
  if (dropPhone) return { ...rest, phone: null }
  return phone.trim() === '' ? rest : { ...rest, phone }
}

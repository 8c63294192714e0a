import { ALWAYS } from '../../domain/chain/size-period.ts'
import type { Changing } from './change-store.ts'
import { accountsByKey } from './lookup-store.ts'
import { asWritten, keyOf, textOf, type MasterFile, type MasterRow } from './master-rows.ts'
import { setDated } from './master-store.ts'
import type { Job } from './movements.ts'
import type { MasterRecord } from './read/open-types.ts'

/** The days that a line says: `valid_from` is the first day that counts, `valid_to` the first that no longer does. */
export function period(
  row: MasterRow,
  file: MasterFile,
): { valid_from: string; valid_to: string | null } | undefined {
  const valid_from = textOf(row.record, 'valid_from') ?? ALWAYS
  const valid_to = textOf(row.record, 'valid_to') ?? null
  if (valid_to === null || valid_to > valid_from) return { valid_from, valid_to }
  file.refuse(row, 'line/value-invalid', { field: 'valid_to', value: valid_to })
  return undefined
}

/** Who supplies whom, from when to when. A link belongs to the buyer's market; without a day it holds from always. */
export async function importLinks(job: Job, changing: Changing, file: MasterFile): Promise<void> {
  const codes = file.rows.flatMap(({ record }) => [
    keyOf(textOf(record, 'seller_code') ?? textOf(record, 'seller_name')),
    keyOf(textOf(record, 'buyer_code') ?? textOf(record, 'buyer_name')),
  ])
  const known = await accountsByKey(job.tx, [...new Set(codes.filter((code) => code !== undefined))])
  for (const [at, row] of file.rows.entries()) {
    const [seller, buyer] = [known.get(codes[at * 2] ?? ''), known.get(codes[at * 2 + 1] ?? '')]
    if (!seller || !buyer || seller.id === buyer.id) {
      file.refuse(row, 'line/account-unknown', {
        code: asWritten(row.record, (seller ? codes[at * 2 + 1] : codes[at * 2]) ?? ''),
      })
      continue
    }
    const when = period(row, file)
    if (!when) continue
    const values = { seller_id: seller.id, buyer_id: buyer.id, ...when }
    const done = await setDated(
      job.tx,
      changing,
      'supply_link',
      ['market_id', 'seller_id', 'buyer_id', 'valid_from'],
      {
        id: changing.newId(),
        market: buyer.market,
        values,
      },
    )
    row.state = done === 'unchanged' ? 'unchanged' : 'accepted'
    if (row.state === 'accepted') file.touched.add(buyer.market)
  }
}

/** People, all lines of one together, through the door that the composition root gives: who may give which rights is decided there. */
export async function importPeople(job: Job, file: MasterFile): Promise<void> {
  const { person } = job.deps
  const byEmail = new Map<string, MasterRow[]>()
  for (const row of file.rows) {
    const email = textOf(row.record, 'email')
    if (!person || email === undefined) file.refuse(row, 'line/field-missing', { field: 'email' })
    else byEmail.set(email.toLowerCase(), [...(byEmail.get(email.toLowerCase()) ?? []), row])
  }
  for (const rows of byEmail.values()) {
    const said = (field: string) => rows.map(({ record }) => textOf(record, field)).findLast(Boolean)
    const done = await person?.(job.tx, {
      email: said('email') ?? '',
      name: said('name'),
      roles: rows.map(({ record }) => ({ role: textOf(record, 'role'), scope: codesIn(record) })),
      locale: said('locale'),
    })
    for (const row of rows)
      if (done && !done.ok) file.refuse(row, done.problem.code, done.problem.facts)
      else row.state = done?.value.change === 'unchanged' ? 'unchanged' : 'accepted'
  }
}

function codesIn(record: MasterRecord): readonly string[] {
  const codes = (textOf(record, 'scope') ?? '').split(/[;,；，、|]/).map((code) => code.trim())
  return codes.filter((code) => code !== '')
}

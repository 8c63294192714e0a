import type { Alike, DoublesAsk } from '../../contract/prospect.ts'
import { firmKey } from '../../domain/chain/double.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { alike, coreOf } from '../../domain/develop/prospect-double.ts'
import type { Tx } from '../db/transaction.ts'
import { likelyDoubles } from './double-store.ts'
import type { Helpers } from './with-prospect.ts'

const MOST = 10

/** Who within the caller's reach may be the same: prospects, and accounts for who may read these; the likeliest first. */
export async function doublesOf(
  tx: Tx,
  caller: Pick<Caller, 'rights'>,
  { spell }: Pick<Helpers, 'spell'>,
  { name, phone, address }: DoublesAsk,
  except: readonly string[] = [],
): Promise<Alike[]> {
  const core = coreOf(name)
  const sound = spell(core).pinyin
  const digits = (phone ?? '').replaceAll(/\D/g, '').slice(-11)
  const place = (address ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  const found = await likelyDoubles(
    tx,
    {
      core,
      sound: sound.includes(' ') ? sound.replaceAll(' ', '') : '',
      phone: digits.length >= 7 ? digits : '',
      address: firmKey(address ?? '').length >= 6 ? place : '',
    },
    { mayAccounts: caller.rights.has('account.read') },
  )
  return found
    .filter(({ id }) => !except.includes(id))
    .map((one) => ({
      one,
      why: alike({ name, phone, address, sound }, { ...one, sound: spell(coreOf(one.name)).pinyin }),
    }))
    .filter(({ why }) => why.length > 0)
    .toSorted((a, b) => b.why.length - a.why.length || (a.one.name < b.one.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ one: { kind, id, name: called, code, marketName, stage }, why }) => ({
      kind,
      id,
      name: called,
      code,
      marketName,
      stage,
      why: [...why],
    }))
}

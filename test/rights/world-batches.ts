import { inScope } from '../../src/server/db/transaction.ts'
import type { Forgetful } from './forgetful.ts'
import { mark } from './judge.ts'
import type { Place } from './oracle.ts'
import type { Actor } from './world-people.ts'
import type { Batch } from './world.ts'

export type Asked = <T = { id: string }>(
  method: string,
  path: string,
  body?: unknown,
  raw?: Uint8Array<ArrayBuffer>,
  key?: string,
) => Promise<T>

/** Files as people bring them: of one market and of two, refused rows in each; one that waits, one that runs. */
export async function growBatches(
  asked: Asked,
  actors: readonly Actor[],
  nodes: ReadonlyMap<Place, string>,
  memory: Forgetful,
): Promise<Batch[]> {
  const batches: Batch[] = []
  const bring = async (key: string, of: readonly Place[], actor = 'admin@hq', go = true) => {
    const apiKey = actors.find((one) => one.key === actor)?.apiKey
    const rows = of.map(
      (place, at) =>
        `2025-10-0${String(at + 1)},${mark('ac', place, place)},LAGER,12,500,10,400.5,300.25,${key}${place}`,
    )
    const head = 'date,buyer_code,sku_code,pack_units,unit_ml,units,amount,cost,doc'
    const text = [
      head,
      ...rows,
      `2025-13-45,${mark('ac', of[0] ?? 'own', of[0] ?? 'own')},LAGER,12,500,1,2,3,${key}`,
    ].join('\n')
    const file = mark('ba', of.join('+'), key)
    const { id } = await asked(
      'PUT',
      `/api/imports?kind=movements&fileName=${encodeURIComponent(file)}.csv`,
      undefined,
      new Uint8Array(Buffer.from(text)),
      apiKey,
    )
    if (go) {
      await asked(
        'POST',
        `/api/imports/${id}/run`,
        { map: null, createMissing: false, dryRun: false, allOrNothing: false },
        undefined,
        apiKey,
      )
      for (let state = ''; state !== 'done';) {
        await new Promise((resolve) => setTimeout(resolve, 20))
        const now = await asked<{ state: string; problem: unknown }>(
          'GET',
          `/api/imports/${id}`,
          undefined,
          undefined,
          apiKey,
        )
        state = now.state
        if (state === 'failed') throw new Error(JSON.stringify(now.problem))
      }
    }
    batches.push({ key, id, markets: go ? of : [], actor })
    return id
  }
  await bring('bown', ['own'])
  await bring('bsibling', ['sibling'])
  await bring('bfar', ['far'])
  await bring('bboth', ['own', 'far'])
  await bring('bfinance', ['own'], 'finance@own')
  await bring('waits', ['own'], 'admin@hq', false)
  await bring('waitsown', ['own'], 'finance@own', false)
  const runs = await bring('runs', ['own'], 'admin@hq', false)
  await inScope(memory.db, '*', ({ q }) =>
    q
      .updateTable('import_batch')
      .set({ state: 'running', markets: [nodes.get('own') ?? ''] })
      .where('id', '=', runs)
      .execute(),
  )
  return batches.map((batch) => (batch.key === 'runs' ? { ...batch, markets: ['own'] } : batch))
}

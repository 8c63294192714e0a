import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

export async function seconds<T>(work: () => Promise<T>): Promise<[number, T]> {
  const from = performance.now()
  const value = await work()
  return [(performance.now() - from) / 1000, value]
}

/** Seconds of COPY, from memory as text, of all movements into an empty table with the same keys, indexes and foreign keys. */
export async function bareCopy(owner: Client): Promise<number> {
  await owner.query('CREATE TABLE bare (LIKE movement INCLUDING ALL)')
  await owner.query(
    'ALTER TABLE bare ADD FOREIGN KEY (market_id, account_id) REFERENCES account (market_id, id)',
  )
  await owner.query('ALTER TABLE bare ADD FOREIGN KEY (sku_id) REFERENCES sku (id)')
  const chunks: Buffer[] = []
  await pipeline(owner.query(copyTo('COPY movement TO STDOUT')), async function (source) {
    for await (const chunk of source) chunks.push(chunk as Buffer)
  })
  await owner.query('CHECKPOINT')
  const [spent] = await seconds(() =>
    pipeline(Readable.from(chunks), owner.query(copyFrom('COPY bare FROM STDIN'))),
  )
  return spent
}

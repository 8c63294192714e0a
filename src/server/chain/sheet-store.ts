import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { from as copyFrom } from 'pg-copy-streams'
import type { Sheet } from '../../domain/chain/sheet.ts'
import type { Tx } from '../db/transaction.ts'
import { copyRows } from './copy-rows.ts'

const FIELDS = 16
/** PostgreSQL counts days from 2000-01-01. */
const EPOCH = 10_957

/** Temporary tables write no log and need no scope: a sheet lives for one transaction, and is refused nothing. */
export async function openSheet(tx: Tx): Promise<Sheet> {
  await tx.client.query("SET LOCAL work_mem = '64MB'")
  await tx.client.query('SET LOCAL jit = off')
  await tx.client.query(`CREATE TEMP TABLE sheet (
    n int4 NOT NULL, account int4 NOT NULL, sku int4 NOT NULL, seller int4 NOT NULL, day date NOT NULL, month date NOT NULL,
    millilitres int8 NOT NULL, milli_cases int8, amount_minor int8, cost_minor int8, kind int2 NOT NULL, numbered bool NOT NULL,
    key bytea NOT NULL, print bytea NOT NULL, doc text, line text) ON COMMIT DROP`)
  const stream = tx.client.query(copyFrom('COPY sheet FROM STDIN (FORMAT binary)'))
  let failure: Error | undefined
  stream.on('error', (error: Error) => (failure = error))
  let full = false
  const rows = copyRows((chunk) => {
    full = !stream.write(chunk) || full
  })
  return {
    add(line) {
      rows.row(FIELDS, (line.doc?.length ?? 0) + (line.line?.length ?? 0))
      rows.int4(line.n)
      rows.int4(line.account)
      rows.int4(line.sku)
      rows.int4(line.seller)
      rows.int4(line.day - EPOCH)
      rows.int4(line.month - EPOCH)
      rows.int8(line.millilitres)
      rows.int8(line.milliCases)
      rows.int8(line.amountMinor)
      rows.int8(line.costMinor)
      rows.int2(line.kind)
      rows.bool(line.numbered)
      rows.hex(line.key)
      rows.words(line.print[0], line.print[1])
      rows.text(line.doc)
      rows.text(line.line)
    },
    drained() {
      if (failure) throw failure
      if (!full || !stream.writableNeedDrain) {
        full = false
        return undefined
      }
      full = false
      return drain(stream)
    },
    async abandon() {
      // The database's answer to the broken-off copy is no fault of ours.
      const closed = new Promise((resolve) => stream.once('close', resolve))
      stream.destroy()
      await closed
    },
    async close() {
      rows.end()
      const finished = once(stream, 'finish')
      stream.end()
      await finished
      if (failure) throw failure
      await tx.client.query('ANALYZE sheet (n, account, sku, seller, kind, day, month)')
      await tx.client.query(`CREATE TEMP TABLE odd (
        n int4 NOT NULL, verdict "char" NOT NULL, key bytea, market_id uuid, movement_id uuid, post_market uuid,
        equal bool NOT NULL) ON COMMIT DROP`)
    },
  }
}

/** Until the stream takes more, or has ended; leaves no listener behind. */
function drain(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      stream.off('drain', go)
      stream.off('close', go)
      resolve()
    }
    stream.on('drain', go)
    stream.on('close', go)
  })
}

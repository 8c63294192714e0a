import { existsSync, readFileSync } from 'node:fs'
import { appendFile, open } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Deps } from './deps.ts'
import { inScope, type Tx } from './transaction.ts'

/**
 * The heads of all audit chains, written beside the database once a day and at each stop: who can change the tables can also cut a chain's
 * tail and put its head back, but not what was carried away before. One line of JSON a chain that has moved, appended, 0600; copies of
 * the file elsewhere are what makes it worth something (decision 0008).
 */
const Line = z.union([
  z.object({
    at: z.string(),
    /** Of the company: another company's chains are not this one's. */
    hq: z.string(),
    market: z.string(),
    seq: z.number(),
    hash: z.string(),
  }),
  /** From here on another state counts: what is written above it is of before a backup was put back. */
  z.object({ at: z.string(), restored: z.literal(true) }),
])
export type KeptHead = { readonly market: string; readonly seq: number; readonly hash: string }

export function headsFile(folder: string): string {
  return path.join(folder, 'audit-heads.jsonl')
}

/** The latest head of each chain of a company. A line that is cut short (the power went) is passed over. */
export function keptHeads(folder: string, hq: string): readonly KeptHead[] {
  const file = headsFile(folder)
  const latest = new Map<string, KeptHead>()
  if (!existsSync(file)) return []
  for (const text of readFileSync(file, 'utf8').split('\n')) {
    const line = lineOf(text)
    if (!line) continue
    if ('restored' in line) latest.clear()
    else if (line.hq === hq && (latest.get(line.market)?.seq ?? 0) < line.seq) latest.set(line.market, line)
  }
  return [...latest.values()]
}

function lineOf(text: string): z.infer<typeof Line> | undefined {
  try {
    return Line.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Appends the heads that have moved since the last time; answers how many. Nothing while there is no company. */
export async function keepHeads(deps: Deps): Promise<number> {
  const heads = await inScope(deps.db, '*', headsNow, { readOnly: true, snapshot: true })
  if (heads.hq === undefined) return 0
  const { hq } = heads
  const before = new Map(keptHeads(deps.folder, hq).map((head) => [head.market, head.seq]))
  const moved = heads.rows.filter(({ market, seq }) => seq > (before.get(market) ?? 0))
  await append(
    deps.folder,
    moved.map((head) => ({ at: deps.now().toISOString(), hq, ...head })),
  )
  return moved.length
}

/** After a backup was put back: the heads of what it replaced accuse nobody any more, and stay readable. */
export async function noteRestored(folder: string, at: Date): Promise<void> {
  if (existsSync(headsFile(folder))) await append(folder, [{ at: at.toISOString(), restored: true }])
}

async function append(folder: string, lines: readonly z.infer<typeof Line>[]): Promise<void> {
  if (lines.length === 0) return
  const file = await open(headsFile(folder), 'a', 0o600)
  try {
    await appendFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    await file.sync()
  } finally {
    await file.close()
  }
}

async function headsNow({ q }: Tx) {
  const rows = await q.selectFrom('audit_head').selectAll().orderBy('market_id').execute()
  return {
    hq: await hqOf({ q }),
    rows: rows.map(({ market_id: market, seq, hash }) => ({ market, seq, hash: hash.toString('hex') })),
  }
}

async function hqOf({ q }: Pick<Tx, 'q'>): Promise<string | undefined> {
  const node = await q.selectFrom('territory_node').select('id').where('kind', '=', 'hq').executeTakeFirst()
  return node?.id
}

/** The heads kept for the company that is there now, for `verifyHeads`. */
export async function keptHere(tx: Tx, folder: string): Promise<readonly KeptHead[]> {
  const hq = await hqOf(tx)
  return hq === undefined ? [] : keptHeads(folder, hq)
}

/**
 * Where the chains do not hold what was kept of them: `cut` (shorter than it was) or `rewritten` (another entry in that place). With
 * `verifyAudit`, which says that each chain follows from its first entry, this fixes all that was written up to the kept head;
 * what came after it can still be rewritten as a whole without a trace.
 */
export async function verifyHeads(tx: Tx, kept: readonly KeptHead[]) {
  const broken: { market: string; seq: number; why: 'cut' | 'rewritten' }[] = []
  for (const { market, seq, hash } of kept) {
    const entry = await tx.q
      .selectFrom('audit_entry')
      .select('hash')
      .where('market_id', '=', market)
      .where('seq', '=', seq)
      .executeTakeFirst()
    if (!entry) broken.push({ market, seq, why: 'cut' })
    else if (entry.hash.toString('hex') !== hash) broken.push({ market, seq, why: 'rewritten' })
  }
  return broken
}

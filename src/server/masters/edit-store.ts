import type { Caller } from '../../domain/chain/reach.ts'
import { ok, refuse, Refused, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'

/**
 * One edit of masters: what stood there before and after is kept row by row (`master_change`), beside an audit entry a market, so
 * that the edit can be undone as a whole while nobody has changed the same rows again.
 */
export type Edit = {
  readonly id: string
  readonly action: string
  readonly caller: Caller
  readonly at: Date
}

/** How the rows of each table are known, where their market is (none: company-wide), and what of them may change. */
const subjects = {
  account: {
    key: 't.id::text',
    market: 't.market_id',
    columns: (
      'code name name_as_of tier parent_id address city phone contact channel owner_id grams opened_on closed_on ' +
      'merged_into latitude longitude moved_to_market batch_id withdrawn_at'
    ).split(' '),
  },
  account_key: { key: 't.code_key', market: 't.market_id', columns: null },
  account_move: { key: "concat_ws('/', t.account_id, t.side, t.day)", market: 't.market_id', columns: null },
  supply_link: { key: 't.id::text', market: 't.market_id', columns: null },
  territory_node: {
    key: 't.id::text',
    market: null,
    columns: 'kind code code_key name parent_id batch_id withdrawn_at'.split(' '),
  },
  territory_stay: { key: 't.id::text', market: null, columns: null },
  sku: {
    key: 't.id::text',
    market: null,
    columns: 'code code_key name category brand name_as_of batch_id withdrawn_at'.split(' '),
  },
  sku_period: { key: 't.id::text', market: null, columns: null },
  price: { key: 't.id::text', market: null, columns: null },
} as const satisfies Record<string, { key: string; market: string | null; columns: readonly string[] | null }>
export type Subject = keyof typeof subjects

/** Rows of a table that an edit may touch: those whose `by` is one of `values`. */
export type Touched = { readonly subject: Subject; readonly by: string; readonly values: readonly string[] }

const ROWS = `CREATE TEMP TABLE IF NOT EXISTS edit_row (
  subject text NOT NULL, key text NOT NULL, market_id uuid NOT NULL, side text NOT NULL, body jsonb NOT NULL) ON COMMIT DROP`

async function look(
  tx: Tx,
  home: string,
  touched: readonly Touched[],
  side: 'before' | 'after',
): Promise<void> {
  for (const { subject, by, values } of touched) {
    const { key, market } = subjects[subject]
    const scoped = market !== null && tx.scope !== '*'
    await tx.client.query(
      `INSERT INTO edit_row SELECT '${subject}', ${key}, ${market ?? '$2::uuid'}, '${side}', to_jsonb(t) - 'said_of' FROM ${subject} t
       WHERE t.${by}::text = ANY ($1::text[]) AND ($2::uuid IS NOT NULL) ${scoped ? 'AND t.market_id = ANY ($3::uuid[])' : ''}`,
      scoped ? [values, home, tx.scope] : [values, home],
    )
  }
}

const CHANGED = `
  SELECT subject, key, market_id AS market,
    (array_agg(body) FILTER (WHERE side = 'before'))[1] AS before, (array_agg(body) FILTER (WHERE side = 'after'))[1] AS after
  FROM (SELECT DISTINCT * FROM edit_row) r GROUP BY subject, key, market_id`

const KEEP = `
  WITH changed AS (SELECT * FROM (${CHANGED}) c WHERE before IS DISTINCT FROM after),
    numbered AS (SELECT *, row_number() OVER (ORDER BY subject, key, market) AS n FROM changed),
    ids AS (SELECT id, n FROM unnest($2::uuid[]) WITH ORDINALITY AS i (id, n))
  INSERT INTO master_change (market_id, id, edit_id, subject, subject_id, before, after)
  SELECT market, ids.id, $1, subject, key, before, after FROM numbered JOIN ids USING (n)`

/** Runs `work` and keeps what it changed of these rows. `home`: the HQ node, under which company-wide changes are kept. */
export async function recorded<T>(
  tx: Tx,
  deps: Deps,
  edit: Edit,
  home: string,
  touched: readonly Touched[],
  work: () => Promise<T>,
): Promise<T> {
  await tx.client.query(ROWS)
  await look(tx, home, touched, 'before')
  const done = await work()
  await look(tx, home, touched, 'after')
  const count = await tx.client.query<{ n: number }>(
    `SELECT count(*) AS n FROM (${CHANGED}) c WHERE before IS DISTINCT FROM after`,
  )
  const ids = Array.from({ length: count.rows[0]?.n ?? 0 }, () => deps.newId())
  await tx.client.query(
    'INSERT INTO master_edit (id, action, actor, made_at, markets) SELECT $1, $2, $3, $4, coalesce(array_agg(DISTINCT market_id), $5) FROM edit_row',
    [edit.id, edit.action, edit.caller.actor, edit.at, []],
  )
  await tx.client.query(KEEP, [edit.id, ids])
  await tx.client.query('DROP TABLE edit_row')
  return done
}

/** One entry a market, in the order of their ids, so that two writers of the same markets never wait for each other. */
export async function auditEach(
  tx: Tx,
  deps: Deps,
  edit: Edit,
  entries: ReadonlyMap<string, { readonly subject?: string; readonly detail: Record<string, unknown> }>,
): Promise<void> {
  for (const market of [...entries.keys()].toSorted()) {
    const { subject, detail } = entries.get(market) ?? { detail: {} }
    await audit(
      tx,
      deps.newId,
      { actor: edit.caller.actor, at: edit.at },
      {
        market,
        action: edit.action,
        ...(subject === undefined ? {} : { subject }),
        detail: { ...detail, edit: edit.id },
      },
    )
  }
}

type Kept = {
  readonly subject: Subject
  readonly key: string
  readonly market: string
  readonly before: object | null
  readonly after: object | null
}

/**
 * Undoes an edit of the caller's own, within their scope: every row stands again as it stood. Refused as a whole when one of them has
 * been changed since. What the edit made is withdrawn.
 */
export async function undoEdit(
  deps: Deps,
  caller: Caller,
  id: string,
): Promise<Result<{ undone: string }, 'edit/missing' | 'edit/undone-already' | 'edit/changed-since'>> {
  const at = deps.now()
  return inScope(deps.db, caller.scope, async (tx) => {
    const found = await tx.client.query<{
      action: string
      actor: string
      markets: string[]
      undone: boolean
    }>(
      'SELECT action, actor, markets, undone_at IS NOT NULL AS undone FROM master_edit WHERE id = $1 FOR UPDATE',
      [id],
    )
    const [edit] = found.rows
    const within =
      edit && (caller.scope === '*' || edit.markets.every((market) => caller.scope.includes(market)))
    if (!edit || !within || edit.actor !== caller.actor) return refuse('edit/missing')
    if (edit.undone) return refuse('edit/undone-already')
    const kept = await tx.client.query<Kept>(
      `SELECT subject, subject_id AS key, market_id AS market, before, after FROM master_change
       WHERE market_id = ANY ($1::uuid[]) AND edit_id = $2`,
      [edit.markets, id],
    )
    for (const subject of Object.keys(subjects) as Subject[])
      await takeBack(
        tx,
        subject,
        kept.rows.filter((row) => row.subject === subject),
        at,
      )
    await refuseUsed(tx, kept.rows)
    await tx.client.query('UPDATE master_edit SET undone_at = $2 WHERE id = $1', [id, at])
    const undo: Edit = { id, action: `${edit.action}.undo`, caller, at }
    await auditEach(
      tx,
      deps,
      undo,
      new Map(
        edit.markets.map((market) => [
          market,
          { detail: { changes: kept.rows.filter((row) => row.market === market).length } },
        ]),
      ),
    )
    return ok({ undone: id })
  })
}

/** What a thing that an edit made may have been used for since: it can no longer be taken away. */
const USED: Partial<Readonly<Record<Subject, string>>> = {
  territory_node: `EXISTS (SELECT FROM account a WHERE a.market_id = n.id) OR EXISTS (SELECT FROM person_role p WHERE p.node_id = n.id)
    OR EXISTS (SELECT FROM territory_node c WHERE c.parent_id = n.id AND c.withdrawn_at IS NULL)`,
  sku: `EXISTS (SELECT FROM rollup_month r WHERE r.sku_id = n.id)`,
  account: `EXISTS (SELECT FROM rollup_day r WHERE r.market_id = n.market AND r.account_id = n.id)
    OR EXISTS (SELECT FROM movement m WHERE m.market_id = n.market AND m.seller_id = n.id)
    OR EXISTS (SELECT FROM account_record w WHERE w.market_id = n.market AND w.account_id = n.id AND w.withdrawn_at IS NULL)
    OR EXISTS (SELECT FROM account_fact f WHERE f.market_id = n.market AND f.account_id = n.id)
    OR EXISTS (SELECT FROM account c WHERE c.market_id = n.market AND c.parent_id = n.id AND c.withdrawn_at IS NULL)`,
}

async function refuseUsed(tx: Tx, rows: readonly Kept[]): Promise<void> {
  for (const [subject, used] of Object.entries(USED)) {
    const made = rows.filter((row) => row.subject === subject && row.before === null)
    if (made.length === 0) continue
    const found = await tx.client.query(
      `SELECT FROM jsonb_to_recordset($1) AS n (id uuid, market uuid) WHERE ${used} LIMIT 1`,
      [JSON.stringify(made.map(({ key, market }) => ({ id: key, market })))],
    )
    if (found.rowCount !== 0) throw new Refused('edit/changed-since')
  }
}

async function takeBack(tx: Tx, subject: Subject, rows: readonly Kept[], at: Date): Promise<void> {
  if (rows.length === 0) return
  const { key, market, columns } = subjects[subject]
  const own = market === null ? '' : 'AND t.market_id = r.market'
  const given = `jsonb_to_recordset($1) AS r (key text, market uuid, before jsonb, after jsonb)`
  const json = JSON.stringify(rows)
  const standing = await tx.client.query<{ n: number }>(
    `SELECT count(*) AS n FROM ${given} LEFT JOIN ${subject} t ON ${key} = r.key ${own}
     WHERE (CASE WHEN ${key} IS NULL OR t.${columns ? 'id' : firstColumn(subject)} IS NULL THEN NULL ELSE to_jsonb(t) - 'said_of' END)
       IS DISTINCT FROM nullif(r.after, 'null'::jsonb)`,
    [json],
  )
  if ((standing.rows[0]?.n ?? 0) > 0) throw new Refused('edit/changed-since')
  if (columns) {
    await tx.client.query(
      `UPDATE ${subject} t SET ${columns.map((name) => `${name} = old.${name}`).join(', ')}
       FROM ${given}, jsonb_populate_record(NULL::${subject}, r.before) old
       WHERE ${key} = r.key ${own} AND r.before IS NOT NULL AND r.before <> 'null'::jsonb`,
      [json],
    )
    await tx.client.query(
      `UPDATE ${subject} t SET withdrawn_at = $2 FROM ${given}
       WHERE ${key} = r.key ${own} AND nullif(r.before, 'null'::jsonb) IS NULL`,
      [json, at],
    )
    return
  }
  await tx.client.query(`DELETE FROM ${subject} t USING ${given} WHERE ${key} = r.key ${own}`, [json])
  await tx.client.query(
    `INSERT INTO ${subject} SELECT old.* FROM ${given}, jsonb_populate_record(NULL::${subject}, r.before) old
     WHERE nullif(r.before, 'null'::jsonb) IS NOT NULL`,
    [json],
  )
}

function firstColumn(subject: Subject): string {
  return subject === 'account_key' ? 'code_key' : subject === 'account_move' ? 'account_id' : 'id'
}

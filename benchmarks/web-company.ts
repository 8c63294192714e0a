import { openProgram, settingsOf } from '../src/server/opening.ts'
import { asOwner } from '../src/server/db/as-owner.ts'
import { addPerson } from '../src/server/people/add-person.ts'
import { catchUp } from '../src/server/assess/months.ts'
import { setUp } from '../src/server/people/set-up.ts'
import { audit } from '../src/server/db/audit.ts'
import { inScope } from '../src/server/db/transaction.ts'
import { allGrants } from '../src/domain/chain/reach.ts'

export const PASSWORD = 'two-hundred-barrels'
export const LAST_DAY = '2026-10-31'

const actor = 'cli:benchmark'
const names = {
  front: ['临江', '湖湾', '港口', '青石', '云岭', '白鹭', '南屏', '北固', '东塘', '西陵'],
  middle: ['金穗', '鑫源', '永盛', '顺达', '宏昌', '华茂', '聚丰', '海通', '天合', '万和', '远洋', '满堂'],
  end: ['酒业有限公司', '商贸有限公司', '糖酒副食有限责任公司', '副食', '酒水批发部'],
}

/**
 * A company of `accounts` wholesalers over `markets` markets with 14 months of buying, straight into the tables: the accounts, their
 * codes, the rollups that an assessment reads and one audit entry a market; then the months are assessed as at every start. There are no movements beneath, so `tonnage check`
 * would (rightly) complain. Answers the seconds it took.
 */
export async function makeCompany(
  folder: string,
  size: { accounts: number; markets: number },
): Promise<number> {
  const from = performance.now()
  const opened = await openProgram(settingsOf({}, folder))
  try {
    const { deps, database } = opened
    const company = {
      name: 'Benchmark Brewery',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      locale: 'zh',
    } as const
    const made = await setUp(deps, actor, { company, market: 'M001' })
    if (!made.ok) throw new Error(made.problem.code)
    await inScope(deps.db, '*', async (tx) => {
      const hq = await tx.q
        .selectFrom('territory_node')
        .select('id')
        .where('kind', '=', 'hq')
        .executeTakeFirstOrThrow()
      const more = Array.from({ length: size.markets - 1 }, (_, at) => `M${String(at + 2).padStart(3, '0')}`)
      const nodes = more.map((code) => ({
        id: deps.newId(),
        kind: 'market',
        code,
        code_key: code.toLowerCase(),
        name: code,
        parent_id: hq.id,
      }))
      await tx.q.insertInto('territory_node').values(nodes).execute()
      for (const { id } of [...nodes].toSorted((a, b) => (a.id < b.id ? -1 : 1)))
        await audit(
          tx,
          deps.newId,
          { actor, at: deps.now() },
          { market: id, action: 'benchmark', detail: {} },
        )
    })
    await asOwner(database.owner, async (client) => {
      for (const statement of statements(size)) await client.query(statement)
    })
    const assessed = await catchUp(deps)
    if (!assessed.ok) throw new Error(assessed.problem.code)
    return (performance.now() - from) / 1000
  } finally {
    await opened.close()
  }
}

/** People of headquarters, each with a one-time link to choose a password with. */
export async function invite(folder: string, people: number): Promise<readonly string[]> {
  const opened = await openProgram(settingsOf({}, folder))
  try {
    const links: string[] = []
    for (let at = 0; at < people; at += 1) {
      const giver = { actor, grants: allGrants() }
      const email = emailOf(at)
      const added = await addPerson(opened.deps, giver, {
        email,
        name: email,
        roles: [{ role: 'hq', scope: 'HQ' }],
      })
      if (!added.ok) throw new Error(added.problem.code)
      links.push(added.value.token)
    }
    return links
  } finally {
    await opened.close()
  }
}

export function emailOf(at: number): string {
  return `reader${at}@example.com`
}

/** Ids are digests, so that every run makes the same company. Buying falls off as 1/√rank, with a season and a usual gap of 5–34 days. */
function statements({ accounts, markets }: { accounts: number; markets: number }): readonly string[] {
  const each = Math.ceil(accounts / markets)
  return [
    // The scope holds for one transaction.
    'BEGIN',
    `SELECT set_scope('*')`,
    `CREATE TEMP TABLE made AS
      SELECT m.id AS market, m.code || '-' || lpad(n::text, 5, '0') AS code, n,
        md5(m.code || '/' || n)::uuid AS id,
        ${pick(names.front, 'n / 60')} || ${pick(names.middle, 'n / 5')} || ${pick(names.end, 'n')} || n AS name
      FROM (SELECT id, code, row_number() OVER (ORDER BY code) AS place FROM territory_node WHERE kind = 'market') m,
        generate_series(1, ${each}) AS n
      WHERE (m.place - 1) * ${each} + n <= ${accounts}`,
    `INSERT INTO account (market_id, id, code, name, tier, grams, phone)
      SELECT market, id, code, name, 'wholesaler', ARRAY[code], '1390000' || lpad((n % 10000)::text, 4, '0') FROM made`,
    `INSERT INTO account_key (code_key, market_id, account_id) SELECT lower(code), market, id FROM made`,
    `INSERT INTO rollup_day (market_id, account_id, kind, day, millilitres, milli_cases, amount_minor, cost_minor, costed_ml,
        costed_amount_minor, lines, costed_lines)
      SELECT market, id, 'sell_in', day, ml, ml / 6, ml / 12, ml / 18, ml, ml / 12, 3, 3 FROM (
        SELECT market, id, date '${LAST_DAY}' - (n % 17) - k * (20 + n % 15) AS day,
          (40000000 / sqrt(n) * (1 + 0.3 * sin(k / 3.0)) * (1 + 0.01 * ((n * 7 + k * 3) % 40)))::bigint AS ml
        FROM made, generate_series(0, 21) AS k
      ) d WHERE day > date '${LAST_DAY}' - 425`,
    'COMMIT',
    `ANALYZE account`,
    `ANALYZE rollup_day`,
  ]
}

function pick(list: readonly string[], by: string): string {
  return `(ARRAY[${list.map((name) => `'${name}'`).join(',')}])[1 + (${by}) % ${list.length}]`
}

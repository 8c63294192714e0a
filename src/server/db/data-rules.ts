import type pg from 'pg'
import { foreignSchemas, tables } from './tables.ts'
import { POLICY, policyProbe } from './rights.ts'

/**
 * Proves on a plain PostgreSQL, from its catalogue, that the schema distributes by market and that the application cannot pass
 * its walls. Each rule is one query whose rows are the violations. The same on PostgreSQL 15 to 18.
 */
export type Violation = { readonly rule: RuleName; readonly what: string }

/** Functions of our own; others (an extension's apart) would be code that no test of ours sees. */
const FUNCTIONS = ['set_scope']

const GIVEN = `WITH
  listed AS (SELECT key AS name, value ->> 'spread' AS spread, value ->> 'may' AS may FROM jsonb_each($1::jsonb)),
  app AS (SELECT oid AS id, rolname::text AS role FROM pg_roles WHERE rolname = $2::text),
  given AS (SELECT $3::text[] AS functions, $4::text[] AS schemas, $5::text AS policy, $6::text AS expression),
  real AS (SELECT c.*, c.relname::text AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'f')),
  known AS (SELECT r.*, l.spread, l.may FROM real r JOIN listed l USING (name)),
  scoped AS (SELECT * FROM known WHERE spread IN ('distributed', 'key')),
  attribute AS (SELECT a.*, k.name AS table_name, k.spread FROM known k JOIN pg_attribute a ON a.attrelid = k.oid AND a.attnum > 0 AND NOT a.attisdropped),
  foreign_key AS (
    SELECT o.*, f.name || '.' || o.conname AS what, f.spread AS spread, coalesce(t.spread, 'unlisted') AS target,
      (SELECT attname FROM pg_attribute WHERE attrelid = o.conrelid AND attnum = o.conkey[1]) AS first,
      (SELECT attname FROM pg_attribute WHERE attrelid = o.confrelid AND attnum = o.confkey[1]) AS target_first
    FROM pg_constraint o JOIN known f ON f.oid = o.conrelid LEFT JOIN known t ON t.oid = o.confrelid WHERE o.contype = 'f')
`

const ours = (oid: string) =>
  `NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = ${oid} AND d.deptype = 'e')`

const rules = {
  'table/unlisted': `SELECT name AS what FROM real WHERE name NOT IN (SELECT name FROM listed)
    UNION ALL SELECT name || ' (listed, not there)' FROM listed WHERE name NOT IN (SELECT name FROM real)`,
  'schema/unlisted': `SELECT nspname::text AS what FROM pg_namespace n, given
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public') AND NOT nspname = ANY (given.schemas) AND ${ours('n.oid')}`,
  'table/no-primary-key': `SELECT name AS what FROM known k
    WHERE NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = k.oid AND i.indisprimary)`,
  // An unlogged table is empty after a crash.
  'table/not-durable': `SELECT name AS what FROM known WHERE relpersistence <> 'p' OR relkind = 'f'`,
  'market/missing': `SELECT name AS what FROM scoped s WHERE NOT EXISTS (SELECT FROM attribute a
    WHERE a.attrelid = s.oid AND a.attname = 'market_id' AND a.attnotnull AND a.atttypid = 'uuid'::regtype)`,
  'market/not-expected': `SELECT table_name AS what FROM attribute WHERE attname = 'market_id' AND spread = 'reference'`,
  // The primary key of a key table is the code itself: that is what it is for.
  'market/not-first': `SELECT s.name || '.' || x.relname AS what FROM scoped s JOIN pg_index i ON i.indrelid = s.oid
      JOIN pg_class x ON x.oid = i.indexrelid
      LEFT JOIN pg_attribute a ON a.attrelid = s.oid AND a.attnum = i.indkey[0]
    WHERE a.attname IS DISTINCT FROM 'market_id' AND NOT (s.spread = 'key' AND i.indisprimary)`,
  'foreign-key/unpaired': `SELECT what FROM foreign_key WHERE target IN ('distributed', 'key', 'unlisted')
    AND spread = 'distributed' AND (first, target_first) IS DISTINCT FROM ('market_id', 'market_id')`,
  'foreign-key/not-local': `SELECT what FROM foreign_key WHERE target IN ('distributed', 'key') AND spread <> 'distributed'`,
  'foreign-key/set-null': `SELECT what FROM foreign_key WHERE confdeltype IN ('n', 'd') OR confupdtype IN ('n', 'd')`,
  'code/trigger': `SELECT k.name || '.' || t.tgname AS what FROM pg_trigger t JOIN known k ON k.oid = t.tgrelid WHERE NOT t.tgisinternal
    UNION ALL SELECT evtname::text FROM pg_event_trigger e WHERE ${ours('e.oid')}`,
  'code/rule': `SELECT k.name || '.' || r.rulename AS what FROM pg_rewrite r JOIN known k ON k.oid = r.ev_class`,
  // A view reads as its owner, and a definer function acts as one: the policies do not hold there, in whatever schema.
  'code/view': `SELECT relname::text AS what FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND relkind IN ('v', 'm') AND ${ours('c.oid')}`,
  'code/definer': `SELECT proname::text AS what FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND prosecdef AND ${ours('p.oid')}`,
  'code/function': `SELECT proname::text AS what FROM pg_proc p, given
    WHERE pronamespace = 'public'::regnamespace AND NOT proname::text = ANY (given.functions) AND ${ours('p.oid')}`,
  // Times, ids and numbers come from the program: a node of a distributed database would each make its own.
  'column/computed': `SELECT a.table_name || '.' || a.attname AS what FROM attribute a
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attidentity <> '' OR a.attgenerated <> ''
      OR pg_get_expr(d.adbin, d.adrelid) !~ $re$^('[^']*'(::[a-z \\[\\]]+)?|-?[0-9.]+|true|false)$$re$`,
  'policy/off': `SELECT name AS what FROM scoped WHERE NOT (relrowsecurity AND relforcerowsecurity)`,
  'policy/missing': `SELECT name AS what FROM scoped s, given WHERE NOT EXISTS (
    SELECT FROM pg_policy p WHERE p.polrelid = s.oid AND p.polname = given.policy)`,
  'policy/other': `SELECT k.name || '.' || p.polname AS what FROM pg_policy p JOIN known k ON k.oid = p.polrelid, given
    WHERE (p.polname, p.polcmd, p.polpermissive, p.polroles, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
      IS DISTINCT FROM (given.policy, '*', true, '{0}'::oid[], given.expression, given.expression)`,
  'application/too-strong': `SELECT role || ' ' || why AS what FROM app JOIN pg_roles r ON r.oid = app.id, LATERAL (VALUES
      (rolsuper, 'superuser'), (rolbypassrls, 'bypassrls'), (rolcreaterole, 'createrole'), (rolcreatedb, 'createdb'),
      (rolreplication, 'replication'), (has_schema_privilege(app.id, 'public', 'CREATE'), 'creates in public'),
      (EXISTS (SELECT FROM real WHERE pg_has_role(app.id, real.relowner, 'MEMBER')), 'is a member of the owner')) AS t (holds, why) WHERE holds
    UNION ALL SELECT 'there is no application role' WHERE NOT EXISTS (SELECT FROM app)`,
  'application/owns': `SELECT relname::text AS what FROM pg_class, app WHERE relowner = app.id
    UNION ALL SELECT proname::text FROM pg_proc, app WHERE proowner = app.id
    UNION ALL SELECT nspname::text FROM pg_namespace, app WHERE nspowner = app.id AND nspname !~ '^pg_'`,
  'application/rights': `SELECT name || ' ' || privilege AS what FROM known, app, LATERAL (VALUES
      ('INSERT', has_any_column_privilege(app.id, known.oid, 'INSERT'), may IN ('append', 'change', 'all')),
      ('UPDATE', has_any_column_privilege(app.id, known.oid, 'UPDATE'), may IN ('change', 'all')),
      ('DELETE', has_table_privilege(app.id, known.oid, 'DELETE'), may = 'all'),
      ('TRUNCATE', has_table_privilege(app.id, known.oid, 'TRUNCATE'), false),
      ('TRIGGER', has_table_privilege(app.id, known.oid, 'TRIGGER'), false),
      ('REFERENCES', has_any_column_privilege(app.id, known.oid, 'REFERENCES'), false)) AS t (privilege, holds, should)
    WHERE holds AND NOT should OR NOT holds AND should AND NOT (privilege = 'UPDATE' AND NOT EXISTS (
      SELECT FROM attribute a WHERE a.attrelid = known.oid AND a.attname <> 'market_id' AND NOT EXISTS (
        SELECT FROM pg_index i WHERE i.indrelid = known.oid AND i.indisprimary AND a.attnum = ANY (i.indkey))))`,
  // market_id and keys never change: a row that moved would leave its shard.
  'application/moves-rows': `SELECT a.table_name || '.' || a.attname AS what FROM attribute a, app
    WHERE has_column_privilege(app.id, a.attrelid, a.attnum, 'UPDATE') AND (a.attname = 'market_id' OR EXISTS (
      SELECT FROM pg_index i WHERE i.indrelid = a.attrelid AND i.indisprimary AND a.attnum = ANY (i.indkey)))`,
} as const

export type RuleName = keyof typeof rules
export const ruleNames = Object.keys(rules) as RuleName[]

/** Runs every rule as the owner of the tables. Changes nothing. */
export async function dataRules(owner: pg.ClientBase, appRole: string): Promise<Violation[]> {
  const expression = await policyProbe(owner)
  const given = [JSON.stringify(tables), appRole, FUNCTIONS, foreignSchemas, POLICY, expression]
  const found: Violation[] = []
  for (const rule of ruleNames) {
    const { rows } = await owner.query<{ what: string }>(`${GIVEN} ${rules[rule]} ORDER BY 1`, given)
    for (const { what } of rows) found.push({ rule, what })
  }
  return found
}

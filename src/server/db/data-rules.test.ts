import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, freshDatabase } from '../../../test/make/database.ts'
import type { FreshDatabase } from '../../../test/make/database.ts'
import { connect } from './client.ts'
import { dataRules, ruleNames } from './data-rules.ts'
import type { RuleName, Violation } from './data-rules.ts'
import { tooStrong } from './roles.ts'

let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
})

afterAll(() => database.close())

/** Plants statements, looks, and rolls all of it back. */
function planted(statements: readonly string[]): Promise<Violation[]> {
  return asOwner(database, async (client) => {
    await client.query('BEGIN')
    const inside = inSavepoints(client)
    for (const statement of statements)
      await client.query(statement.replaceAll('APP', `"${database.appRole}"`))
    const found = await dataRules(inside, database.appRole)
    await client.query('ROLLBACK')
    return found
  })
}

/** The rules probe in a transaction of their own; inside ours that is a savepoint. */
function inSavepoints(client: pg.ClientBase): pg.ClientBase {
  const words: Readonly<Record<string, string>> = {
    BEGIN: 'SAVEPOINT probe',
    ROLLBACK: 'ROLLBACK TO SAVEPOINT probe',
  }
  const query = (sql: string, values?: unknown[]) => client.query(words[sql] ?? sql, values)
  return { query } as unknown as pg.ClientBase
}

const violations: Readonly<
  Record<Exclude<RuleName, 'application/too-strong' | 'application/owns'>, readonly [string, ...string[]]>
> = {
  'table/unlisted': ['CREATE TABLE stray (id uuid PRIMARY KEY)'],
  'schema/unlisted': ['CREATE SCHEMA stray'],
  'table/no-primary-key': ['ALTER TABLE rollup_day DROP CONSTRAINT rollup_day_pkey'],
  'table/not-durable': ['ALTER TABLE rollup_day SET UNLOGGED'],
  'market/missing': ['ALTER TABLE line_key ALTER market_id DROP NOT NULL'],
  'market/not-expected': ['ALTER TABLE sku ADD market_id uuid'],
  'market/not-first': ['CREATE INDEX movement_by_day ON movement (day)'],
  'foreign-key/unpaired': [
    'ALTER TABLE account ADD CONSTRAINT id_alone UNIQUE (id)',
    'ALTER TABLE trade_spend ADD CONSTRAINT alone FOREIGN KEY (account_id) REFERENCES account (id)',
  ],
  'foreign-key/not-local': [
    'ALTER TABLE account_key ADD CONSTRAINT far FOREIGN KEY (market_id, account_id) REFERENCES account (market_id, id)',
  ],
  'foreign-key/set-null': [
    'ALTER TABLE account ADD CONSTRAINT gone FOREIGN KEY (owner_id) REFERENCES person (id) ON DELETE SET NULL',
  ],
  'code/trigger': [
    'CREATE TRIGGER stray BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
  ],
  'code/rule': ['CREATE RULE stray AS ON DELETE TO account DO INSTEAD NOTHING'],
  'code/view': ['CREATE VIEW stray AS SELECT 1 AS one'],
  'code/definer': ['ALTER FUNCTION set_scope SECURITY DEFINER'],
  'code/function': [`CREATE FUNCTION stray() RETURNS int LANGUAGE sql AS 'SELECT 1'`],
  'column/computed': ['ALTER TABLE account ALTER opened_on SET DEFAULT now()'],
  'policy/off': ['ALTER TABLE movement NO FORCE ROW LEVEL SECURITY'],
  'policy/missing': ['DROP POLICY market_scope ON verdict'],
  'policy/other': ['CREATE POLICY door ON movement USING (true)'],
  'application/rights': ['GRANT UPDATE (millilitres) ON movement TO APP'],
  'application/moves-rows': ['GRANT UPDATE (market_id) ON account TO APP'],
}

describe('data rules', () => {
  it('hold for the schema as it is', async () => {
    expect(await planted([])).toEqual([])
  })

  it.each(Object.entries(violations))('%s is caught', async (rule, statements) => {
    expect((await planted(statements)).map((violation) => violation.rule)).toContain(rule)
  })

  it.each([
    ['policy/other', ['ALTER POLICY market_scope ON movement USING (true)']],
    ['policy/other', ['ALTER POLICY market_scope ON movement TO APP']],
    ['application/rights', ['GRANT DELETE ON audit_entry TO PUBLIC']],
    ['application/rights', ['REVOKE INSERT ON movement FROM APP']],
    ['column/computed', ['ALTER TABLE account ALTER id SET DEFAULT gen_random_uuid()']],
    ['column/computed', ['ALTER TABLE account ADD serial_number int GENERATED ALWAYS AS IDENTITY']],
    [
      'foreign-key/not-local',
      [
        'ALTER TABLE person ADD market_id uuid, ADD account_id uuid',
        'ALTER TABLE person ADD FOREIGN KEY (market_id, account_id) REFERENCES account (market_id, id)',
      ],
    ],
    ['code/view', ['CREATE MATERIALIZED VIEW auth.stray AS SELECT * FROM movement']],
    [
      'code/definer',
      [`CREATE FUNCTION auth.stray() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'`],
    ],
    ['market/not-first', ['CREATE UNIQUE INDEX account_code ON account ((lower(code)))']],
  ] as const)('%s is caught in another form', async (rule, statements) => {
    expect((await planted(statements)).map((violation) => violation.rule)).toContain(rule)
  })

  it('every rule has its planted violation', () => {
    const planned = [...Object.keys(violations), 'application/too-strong', 'application/owns']
    expect(planned.toSorted()).toEqual(ruleNames.toSorted())
  })

  it('an application role that owns the tables is caught, and too strong to start with', async () => {
    const found = await asOwner(database, (client) => dataRules(client, database.owner.user ?? ''))
    const caught = new Set(found.map((violation) => violation.rule))
    expect(caught).toContain('application/too-strong')
    expect(caught).toContain('application/owns')
    const strong = connect(database.owner)
    expect(await tooStrong(strong.pool)).toContain('owns movement')
    await strong.close()
    expect(await tooStrong(database.deps.db.pool)).toEqual([])
  })
})

describe('rights of the application', () => {
  it.each([
    'UPDATE movement SET millilitres = 0',
    'DELETE FROM movement',
    'UPDATE audit_entry SET actor = NULL',
    'DELETE FROM audit_entry',
    'UPDATE verdict SET standing = NULL',
    'TRUNCATE account',
    'UPDATE account SET market_id = id',
    'DELETE FROM migration',
    'DROP TABLE account',
    'CREATE TABLE mine (id int)',
    'ALTER TABLE movement DISABLE ROW LEVEL SECURITY',
    'SET session_replication_role = replica',
  ])('%s is refused', async (statement) => {
    await expect(database.deps.db.pool.query(statement)).rejects.toThrow(/permission denied|must be owner/)
  })
})

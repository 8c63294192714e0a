import { cp, readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Db } from '../../src/server/db/client.ts'
import { isScoped, tables } from '../../src/server/db/tables.ts'
import { asOwner, freshDatabase } from '../make/database.ts'
import { textOf } from '../rights/judge.ts'
import { judged } from '../rights/judged.ts'
import type { Asking, Row } from '../rights/row.ts'
import { rows as asked } from '../rights/requests.ts'
import type { Actor } from '../rights/world-people.ts'
import { callsOf } from '../rights/call.ts'
import { grow, type Grown } from '../rights/world.ts'
import { plantMore } from './more.ts'
import { more } from './questions.ts'
import { answered, NEW, watched } from './statements.ts'

/** One request as somebody. `name` finds it again in the next company. */
export type Question = {
  readonly name: string
  readonly actor: Actor
  readonly row: Row
  readonly asking: Asking
}
export type Company = {
  /** Takes the row policies away, or puts them back. */
  policies(on: boolean): Promise<void>
  questions(of: (key: string) => boolean): readonly Question[]
  /** The whole answer, and all that was done to rows of markets meanwhile. Nothing is remembered of what was asked before. */
  answer(question: Question): Promise<string>
  /** What the rights matrix finds wrong with the answers to a route as somebody. */
  wrong(question: Question): Promise<readonly string[]>
  close(): Promise<void>
}

/** The company of the rights matrix and some more; each statement passes `rewrite`. */
export async function grown(rewrite: (text: string) => string): Promise<Company> {
  const database = await freshDatabase()
  const world = await grow(database)
  const planted = await plantMore(database, world)
  world.forgetful.forget(true)
  const rows = [...asked, ...more(planted)]
  let made = 0
  const newId = () => {
    made += 1
    return `${NEW}${made.toString(16).padStart(12, '0')}`
  }
  const effects: string[] = []
  // An import that is done throws its file away, and is forgotten: the file comes back for the next.
  const uploads = path.join(database.deps.folder, 'uploads')
  const kept = path.join(database.deps.folder, 'kept')
  await cp(uploads, kept, { recursive: true })
  const files = (await readdir(kept)).length
  const db = watched(world.forgetful.db, { rewrite, did: (effect) => effects.push(effect) })
  // What a process remembers, it remembers of a database as an object: each question gets another one, and the app forgets.
  const deps = { ...database.deps, db: db as Db, newId }
  const call = callsOf(deps)
  return {
    policies: (on) =>
      asOwner(database, async (owner) => {
        for (const [name, table] of Object.entries(tables))
          if (isScoped(table))
            await owner.query(`ALTER TABLE ${name} ${on ? 'ENABLE' : 'DISABLE'} ROW LEVEL SECURITY`)
      }),
    questions: (of) =>
      world.actors.filter(({ key }) => of(key)).flatMap((actor) => questionsOf(actor, world, rows)),
    async answer({ actor, asking }) {
      deps.db = { ...db }
      if ((await readdir(uploads)).length < files) await cp(kept, uploads, { recursive: true })
      const text = await textOf(await call(actor.apiKey, asking.call))
      if (/\/imports\/.*\/(run|undo)$/.test(asking.call.path)) await quiet(db, 250)
      else if (db.open() > 0) await quiet(db, 10)
      return answered(text, effects.splice(0))
    },
    async wrong({ actor, row }) {
      deps.db = { ...db }
      const found = (await judged({ ...world, call }, actor, row)).differences
      await quiet(db, 10)
      effects.length = 0
      return found
    },
    async close() {
      await world.forgetful.settled()
      await database.close()
    },
  }
}

function questionsOf(actor: Actor, world: Grown, rows: readonly Row[]): Question[] {
  const times = new Map<string, number>()
  return rows.flatMap((row) =>
    row.ask(actor, world).map((asking) => {
      const plain = `${actor.key} · ${row.route} · ${asking.key}`
      const nth = (times.get(plain) ?? 0) + 1
      times.set(plain, nth)
      return { name: nth === 1 ? plain : `${plain} · ${String(nth)}`, actor, row, asking }
    }),
  )
}

/** Until nothing has been at work for some milliseconds: work in the background has pauses. */
async function quiet(db: Db & { open(): number }, long: number): Promise<void> {
  for (let since = 0; since < long;) {
    await new Promise((resolve) => setTimeout(resolve, 5))
    since = db.open() === 0 ? since + 5 : 0
  }
}

import { addDays, type Day } from '../domain/day.ts'
import { Refused } from '../domain/problem.ts'
import { catchUp } from './assess/months.ts'
import { postLines } from './chain/post.ts'
import type { Deps } from './db/deps.ts'
import { wipe } from './db/wipe.ts'
import { TIME_ZONE } from './demo-days.ts'
import { liveThrough } from './demo-year.ts'
import { loadDemo } from './demo/load.ts'
import type { DemoParts, DemoProgress } from './demo/parts.ts'
import { demoSignIns } from './demo/people.ts'
import { provinceTo, type DemoShape } from './demo/shape.ts'
import type { Opened } from './opening.ts'
import { hashPassword } from './people/password.ts'
import { setPassword } from './people/sign-in-store.ts'
import type { Demo } from './people/start-routes.ts'
import { dayIn } from './db/company-day.ts'

type Place = { readonly deps: Deps; readonly database: Pick<Opened['database'], 'owner'> }

/** The demo ends yesterday, wherever in the world it is looked at. */
export function lastDayOfDemo(now: Date): Day {
  return addDays(dayIn(TIME_ZONE, now), -1)
}

/** What the demo needs of the other slices. `shape`: a smaller one for tests. */
export function demoParts(
  { deps, database }: Place,
  shape: DemoShape = provinceTo(lastDayOfDemo(deps.now())),
): DemoParts {
  // Everybody has the same password: one slow hash serves them all.
  const hashes = new Map<string, Promise<string>>()
  const hashed = (password: string) => {
    const known = hashes.get(password) ?? hashPassword(password)
    hashes.set(password, known)
    return known
  }
  return {
    shape,
    post: postLines,
    setPassword: async (tx, person, password) =>
      setPassword(tx, person, await hashed(password), deps.newId, deps.now()),
    assess: catchUp,
    live: liveThrough,
    clear: () => wipe(database.owner),
  }
}

/** Makes the demo company, or throws the refusal. */
export async function makeDemo(
  place: Place,
  actor: string,
  onProgress: (progress: DemoProgress) => void,
): Promise<{ readonly made: boolean; readonly movements: number }> {
  const made = await loadDemo(place.deps, demoParts(place), actor, onProgress)
  if (!made.ok) throw new Refused(made.problem.code, made.problem.facts)
  return made.value
}

/** The demo as the start page has it: people to sign in as, making it, clearing it away. */
export function demoCompany({ deps, database }: Place): Demo {
  return {
    people: demoSignIns,
    load: async (onProgress) => {
      await makeDemo({ deps, database }, 'anonymous', onProgress)
    },
    clear: () => wipe(database.owner),
  }
}

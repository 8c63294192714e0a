import type { Company, Question } from './grown.ts'
import type { Row } from '../rights/row.ts'
import type { Actor } from '../rights/world-people.ts'
import type { Walls } from './instrumented.ts'
import type { Site } from './scan.ts'
import { writtenIn } from './statements.ts'

/** By the names of sites the question that sees when one is missing. */
export type Witnesses = Readonly<Record<string, string>>

/** Whoever is asked as: each kind of right in each kind of place, few enough for a long run. */
const asked = new Set(
  'rep@own rep@hq deputy@own deputy@hq finance@own admin@own admin@hq regional_manager@far'.split(' '),
)

/** Questions that are tried for one site. */
const MOST = 60

/** What is wrong without a wall; nothing where nobody can see that it is missing. */
type Trial = (company: Company, question: Question, whole: string | undefined) => Promise<string | undefined>

/**
 * A predicate is missed where an answer, or what was done to rows, is another one without the second wall than with both. The same
 * question must be answered alike behind either as long as the predicate stands.
 */
const ofPredicate: Trial = async (company, question, whole) => {
  const text = await company.answer(question)
  return text === whole ? undefined : difference(whole ?? '', text)
}
/** A mask is missed where the rights matrix finds a field that must not be there, or where something else is written. */
const ofMask: Trial = async (company, question, whole = '') => {
  const [wrong] = await company.wrong(question)
  if (wrong !== undefined) return wrong
  const [before, after] = [writtenIn(whole), writtenIn(await company.answer(question))]
  return before === after ? undefined : difference(before, after)
}

const trials: Readonly<Record<Site['kind'], Trial>> = { predicate: ofPredicate, mask: ofMask }

/** Those of the sites whose removal their witness does not see, or who see something while nothing is missing. */
export async function unseen(
  walls: Walls,
  company: Company,
  cases: readonly { readonly site: Site; readonly question: Question }[],
): Promise<string[]> {
  await company.policies(true)
  const both: string[] = []
  for (const { question } of cases) both.push(await company.answer(question))
  await company.policies(false)
  const found: string[] = []
  for (const [at, { site, question }] of cases.entries()) {
    const judge = () => trials[site.kind](company, question, both[at])
    const before = await judge()
    if (before !== undefined) found.push(`${site.name}: ${question.name} while nothing is missing: ${before}`)
    walls.remove(site.id)
    if ((await judge()) === undefined) found.push(`${site.name}: not seen by ${question.name}`)
    walls.remove(null)
  }
  return found
}

/** Looks for a witness of each of the sites: minutes of it. */
export async function search(
  walls: Walls,
  company: Company,
  sites: readonly Site[],
  found: (site: Site, question: Question | undefined, reaching: number) => void,
): Promise<void> {
  const questions = company.questions((key) => asked.has(key))
  await company.policies(true)
  const known: { question: Question; text: string; reached: ReadonlySet<number> }[] = []
  for (const question of questions) {
    walls.reached()
    const text = await company.answer(question)
    known.push({ question, text, reached: walls.reached() })
  }
  await company.policies(false)
  for (const site of sites) {
    const reaching = known.filter(({ reached }) => reached.has(site.id))
    found(site, await witnessOf(walls, company, site, spread(reaching)), reaching.length)
  }
}

async function witnessOf(
  walls: Walls,
  company: Company,
  site: Site,
  known: readonly { readonly question: Question; readonly text: string }[],
): Promise<Question | undefined> {
  const judged = new Map<Row, Set<Actor>>()
  for (const { question, text } of known) {
    // A mask is tried with all askings of a row at once.
    const others = judged.get(question.row) ?? new Set()
    if (site.kind === 'mask' && others.has(question.actor)) continue
    judged.set(question.row, others.add(question.actor))
    walls.remove(site.id)
    const seen = await trials[site.kind](company, question, text)
    walls.remove(null)
    if (seen !== undefined && (await trials[site.kind](company, question, text)) === undefined)
      return question
  }
  return undefined
}

/** Some of many, from everywhere among them. */
function spread<T>(many: readonly T[]): readonly T[] {
  const step = Math.max(1, Math.floor(many.length / MOST))
  return many.filter((_, at) => at % step === 0)
}

function difference(before: string, after: string): string {
  let at = 0
  while (at < before.length && before[at] === after[at]) at += 1
  return `${before.slice(Math.max(0, at - 60), at + 60)} => ${after.slice(at, at + 60)}`
}

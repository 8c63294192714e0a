import { ok, refuse, type Result } from '../problem.ts'

/** What a wholesaler cares about (article 2.3), in its order: profit, market potential, renown, sales now, what we invest. */
export const concerns = ['profit', 'potential', 'renown', 'sales', 'invest'] as const
export type Concern = (typeof concerns)[number]

/**
 * The talk guide: plain questions whose every answer speaks for one concern. What somebody asks of their own accord weighs most, what
 * they did weighs more than what they say. The weights are our convention, not measured; they stand here and on the screen.
 */
export const guide = [
  { question: 'asked-first', weight: 3 },
  { question: 'took-last', weight: 2 },
  { question: 'would-leave', weight: 2 },
  { question: 'troubles', weight: 1 },
  { question: 'tells-others', weight: 1 },
] as const
export type Question = (typeof guide)[number]['question']

/** A question that was not asked, or whose answer spoke for nothing, is left out. */
export type Answers = Partial<Readonly<Record<Question, Concern>>>

export type Ranked = { readonly concern: Concern; readonly points: number }

/**
 * The concerns in the order that the answers give: by points; at the same points what the weightier question named first. One that no
 * answer named has no points and stands behind, in the article's order. Refused: a question or an answer that the guide does not have;
 * no answer at all.
 */
export function rankConcerns(
  answers: Readonly<Record<string, string>>,
): Result<readonly Ranked[], 'concern/answer-unknown' | 'concern/answers-none'> {
  const points = new Map<Concern, number>()
  const given = Object.entries(answers)
  for (const [question, answer] of given)
    if (!guide.some((one) => one.question === question) || !isConcern(answer))
      return refuse('concern/answer-unknown', { question })
  if (given.length === 0) return refuse('concern/answers-none')
  // In the guide's order, so that at the same points the earlier question decides.
  for (const { question, weight } of guide) {
    const answer = answers[question]
    if (answer !== undefined && isConcern(answer)) points.set(answer, (points.get(answer) ?? 0) + weight)
  }
  const named = [...points].map(([concern, sum]) => ({ concern, points: sum }))
  const silent = concerns.filter((one) => !points.has(one)).map((concern) => ({ concern, points: 0 }))
  return ok([...named.toSorted((a, b) => b.points - a.points), ...silent])
}

export function isConcern(text: string): text is Concern {
  return (concerns as readonly string[]).includes(text)
}

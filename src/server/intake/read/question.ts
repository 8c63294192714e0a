import type { QuestionCode } from '../../../contract/intake.ts'

export type Question = { code: QuestionCode; facts: Record<string, string | number> }

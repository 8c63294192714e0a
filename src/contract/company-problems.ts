import type { ProblemCode } from '../domain/problem.ts'

/** How signing in with the company's account may end badly: the sign-in screen is told by its address, and says it. */
export const companyProblems = [
  'sign-in/company-again',
  'sign-in/company-declined',
  'sign-in/company-silent',
  'sign-in/company-failed',
  'sign-in/company-unknown',
  'sign-in/email-unverified',
  'person/too-many-attempts',
] as const satisfies readonly ProblemCode[]
export type CompanyProblem = (typeof companyProblems)[number]

import type { VisitRow } from '../../../contract/visit.ts'

/** What a drawer is about: a date of an account, or the account alone. */
export type Target = {
  readonly account: string
  readonly name: string
  readonly plan: Pick<VisitRow, 'day' | 'fixed' | 'state' | 'visit'> | null
}

import type { RankedAccount, Ranking } from '../../../contract/assess.ts'
import type { ColumnId } from '../../../domain/assess/list-columns.ts'
import type { Criterion } from '../../../domain/assess/criterion.ts'

/** What a row needs that is the same for all of them. */
export type RowFrame = {
  readonly columns: readonly ColumnId[]
  readonly weights: Ranking['policy']['weights']
  readonly means: Ranking['means']
  /** Whether there was an earlier assessment at all: without one nobody is new. */
  readonly compares: boolean
  readonly volumeDigits: number
  readonly shareDigits: number
  readonly href: (account: RankedAccount) => string
  readonly onOpen: (account: RankedAccount) => void
  readonly onBar: (
    account: RankedAccount,
    criterion: Criterion,
    at: DOMRect,
    how: 'over' | 'out' | 'press',
  ) => void
}

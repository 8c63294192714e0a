/** The columns of a ranking in their usual order. The name is always there. */
export const columnIds = [
  'rank',
  'name',
  'standing',
  'score',
  'bars',
  'volume',
  'spark',
  'change',
  'share',
  'contribution',
  'silence',
  'robustness',
] as const
export type ColumnId = (typeof columnIds)[number]

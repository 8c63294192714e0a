import { z } from '@hono/zod-openapi'
import { ColumnMap, Counted, ImportKind } from './intake.ts'

/** What taking a batch back would touch. */
export const UndoPreview = z
  .object({
    lines: z.number(),
    millilitres: z.number(),
    amountMinor: z.number(),
    /** First days of the months whose figures change. */
    months: z.array(z.string()),
    /** What it made and nothing else uses goes; what others use by now stays, some by name. */
    goes: Counted,
    stays: Counted.extend({ names: z.array(z.string()) }),
    /** Names and other facts that go back. */
    restored: z.number(),
    /** Accounts with lines in the batch: their standing may change. */
    standing: z.object({ count: z.number(), names: z.array(z.string()) }),
    /** Batches that came on top, newest first; `blocks`: it has corrected lines of this one and has to go first. */
    later: z.array(
      z.object({
        id: z.string(),
        fileName: z.string(),
        who: z.string(),
        at: z.string(),
        blocks: z.boolean(),
      }),
    ),
    /** Why it cannot be taken back; null: it can. */
    problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
  })
  .openapi('UndoPreview')
export type UndoPreview = z.infer<typeof UndoPreview>

export const ImportList = z.object({
  active: z.enum(['true', 'false']).optional(),
  kind: ImportKind.optional(),
  /** Id of the last batch of the page before. */
  before: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})

export const ImportMapping = z
  .object({
    kind: ImportKind,
    shape: z.string(),
    map: ColumnMap,
    /** The file that it was last said of. */
    fileName: z.string().nullable(),
    who: z.string().nullable(),
    at: z.string().nullable(),
  })
  .openapi('ImportMapping')
export type ImportMapping = z.infer<typeof ImportMapping>

import { z } from '@hono/zod-openapi'
import { ColumnMap, Understood } from './intake.ts'

export const PreviewAsk = z
  .object({
    map: ColumnMap.nullable(),
    createMissing: z.boolean(),
    /** The first of the ten lines, counted from 0. */
    from: z.number().int().min(0).optional(),
  })
  .openapi('PreviewAsk')
export type PreviewAsk = z.infer<typeof PreviewAsk>

/** What the file would make: counts of lines, whole integers. `exact` false: reckoned up from a part of it. */
export const PreviewTotals = z
  .object({
    lines: z.number(),
    refused: z.number(),
    millilitres: z.number(),
    cases: z.number(),
    amountMinor: z.number(),
    exact: z.boolean(),
  })
  .openapi('PreviewTotals')
export type PreviewTotals = z.infer<typeof PreviewTotals>

/** `patch`: what choosing it changes in the map (see `withPatch`). */
export const PreviewOption = z.object({
  value: z.string(),
  chosen: z.boolean(),
  patch: z.record(z.string(), z.unknown()),
  totals: z.union([PreviewTotals, z.null()]),
})

export const PreviewChoice = z
  .object({
    id: z.enum([
      'quantity-unit',
      'vat',
      'date-order',
      'decimal',
      'date-column',
      'sheet',
      'encoding',
      'column',
    ]),
    /** The question that this answers; null where nothing is in doubt and it can be changed all the same. */
    question: z.string().nullable(),
    /** The field whose row it stands in; null: of the whole file. */
    field: z.string().nullable(),
    header: z.string().nullable(),
    options: z.array(PreviewOption),
  })
  .openapi('PreviewChoice')
export type PreviewChoice = z.infer<typeof PreviewChoice>

export const PreviewRow = z.object({
  row: z.number(),
  /** By field, as `fields` lists them: the cell as it stands in the file, and what we read. */
  cells: z.record(
    z.string(),
    z.object({ theirs: z.string(), ours: z.union([z.string(), z.number(), z.null()]) }),
  ),
  /** What it would put into the ledger; null where it is refused. */
  posting: z
    .object({
      millilitres: z.number(),
      milliCases: z.number().nullable(),
      amountMinor: z.number().nullable(),
    })
    .nullable(),
  fate: z.enum(['in', 'unchanged', 'corrected', 'refused']),
  problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
  /** Of a corrected line: what stands in the ledger. */
  was: z.object({ millilitres: z.number(), amountMinor: z.number().nullable() }).nullable(),
})

export const Preview = z
  .object({
    understood: Understood,
    /** Our fields in the order to show them: the unsure first. `column` counts from 0 in the file. */
    fields: z.array(
      z.object({
        field: z.string(),
        header: z.string().nullable(),
        column: z.number().nullable(),
        constant: z.string().nullable(),
        unit: z.string().nullable(),
        sure: z.number(),
        by: z.string(),
        unsure: z.boolean(),
      }),
    ),
    /** Headers of the file in its order: what a field can be pointed at. */
    headers: z.array(z.string()),
    rows: z.array(PreviewRow),
    from: z.number(),
    totals: PreviewTotals,
    choices: z.array(PreviewChoice),
  })
  .openapi('Preview')
export type Preview = z.infer<typeof Preview>

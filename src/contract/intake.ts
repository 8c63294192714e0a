import { z } from '@hono/zod-openapi'

export const ImportKind = z.enum([
  'markets',
  'accounts',
  'products',
  'movements',
  'supply-links',
  'prices',
  'people',
])
export type ImportKind = z.infer<typeof ImportKind>

/** MAP of the command line: what a person says about a file; what it leaves open is guessed. */
export const ColumnMap = z.object({
  columns: z.record(z.string(), z.string()).optional(),
  constants: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  dateFormat: z.string().optional(),
  sheet: z.string().optional(),
  encoding: z.enum(['utf-8', 'gb18030', 'utf-16le', 'utf-16be']).optional(),
  /** One character. */
  delimiter: z.string().length(1).optional(),
  /** The first row of the header as a spreadsheet counts, and how many rows it has. */
  headerRow: z.number().int().min(1).max(1000).optional(),
  headerRows: z.number().int().min(1).max(5).optional(),
  /** Rows that would be dropped as totals or notes, taken as lines after all. */
  takeRows: z.array(z.number().int().min(1)).max(1000).optional(),
  dateOrder: z.enum(['ymd', 'dmy', 'mdy']).optional(),
  decimal: z.enum(['.', ',']).optional(),
  /** What the quantity counts: cases, units, litres, or any word for it (箱, 千升, 6瓶 = a six-pack). */
  quantityUnit: z.string().min(1).max(20).optional(),
  /** Whether amounts and prices hold VAT; the rate is the constant `vat_rate`, else the company's. */
  vat: z.enum(['with', 'without']).optional(),
})
export type ColumnMap = z.infer<typeof ColumnMap>

/**
 * What a person should look at before the import: things that were taken one way and could be another (a question), or that
 * the file does not say at all. The words for each stand in `language/…/intake.ts`.
 */
export const QuestionCode = z.enum([
  'file/no-account',
  'file/no-sku',
  'file/no-date',
  'file/no-volume',
  'file/vat-unclear',
  'file/quantity-taken-as-cases',
  'file/quantity-taken-as-units',
  'file/date-order-unclear',
  'file/date-choice',
  'file/year-missing',
  'file/year-taken',
  'file/date-from-title',
  'file/number-style-unclear',
  'file/column-unsure',
  'file/sheet-chosen',
  'file/sheets-alike',
  'file/sheets-joined',
  'file/filled-down',
  'file/turned-months',
  'file/turned-days',
  'file/turned-accounts',
  'file/turned-skus',
  'file/turned-markets',
])
export type QuestionCode = z.infer<typeof QuestionCode>

/** What was understood of a file before anything is written. */
export const Understood = z
  .object({
    format: z.string(),
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    sheet: z.string().nullable(),
    sheets: z.array(z.string()),
    headerRow: z.number(),
    headerRows: z.number(),
    /** lines: a row is a line · the others: a table turned sideways, its columns are months, accounts, SKUs, markets or days */
    layout: z.enum(['lines', 'months', 'accounts', 'skus', 'markets', 'days']),
    /** The columns of a table turned sideways: each of these headers is a value, not a field. */
    across: z.array(z.string()),
    rows: z.number().nullable(),
    /** `why` has words under `dropped.WHY`. */
    dropped: z.array(
      z.object({
        row: z.number(),
        why: z.enum(['total', 'repeated-header', 'note', 'section']),
        sample: z.string(),
      }),
    ),
    dateFormat: z.string().nullable(),
    columns: z.array(
      z.object({
        field: z.string(),
        header: z.string().nullable(),
        constant: z.string().nullable(),
        unit: z.string().nullable(),
        sure: z.number(),
        by: z.enum(['map', 'memory', 'header', 'values', 'constant']),
        samples: z.array(z.string()),
      }),
    ),
    unused: z.array(z.string()),
    questions: z.array(
      z.object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) }),
    ),
    preview: z.array(z.array(z.string())),
  })
  .openapi('Understood')
export type Understood = z.infer<typeof Understood>

const SampleLine = z.object({
  day: z.string(),
  account: z.string(),
  sku: z.string(),
  millilitres: z.number(),
  amountMinor: z.number().nullable(),
  doc: z.string().nullable(),
})

/** What a trial would do, some of each kind; `overlaps`: lines that stand in the ledger already, by the batch that brought them. */
export const TrialSamples = z
  .object({
    in: z.array(SampleLine),
    unchanged: z.array(SampleLine),
    corrected: z.array(
      SampleLine.extend({
        was: z.object({ day: z.string(), millilitres: z.number(), amountMinor: z.number().nullable() }),
      }),
    ),
    created: z.array(z.object({ subject: z.string(), code: z.string(), name: z.string() })),
    changed: z.array(
      z.object({
        subject: z.string(),
        code: z.string(),
        name: z.string(),
        fields: z.array(z.object({ field: z.string(), was: z.string(), now: z.string() })),
      }),
    ),
    /** `same`: by key. `alike`: new by key, with customer, product, day and figures of a line there. */
    overlaps: z.array(
      z.object({
        batch: z.string(),
        fileName: z.string(),
        at: z.string(),
        same: z.number(),
        alike: z.number(),
      }),
    ),
  })
  .openapi('TrialSamples')
export type TrialSamples = z.infer<typeof TrialSamples>

export const Counted = z.object({ markets: z.number(), accounts: z.number(), skus: z.number() })

export const ImportResult = z
  .object({
    batch: z.string(),
    dryRun: z.boolean(),
    rowsRead: z.number(),
    rowsAccepted: z.number(),
    rowsRejected: z.number(),
    rejectedFile: z.string().nullable(),
    rejectedBy: z.array(
      z.object({
        code: z.string(),
        count: z.number(),
        row: z.number(),
        sample: z.string(),
        /** Of the refused lines that say so; and the first of them with their cells. */
        cases: z.number().nullable().optional(),
        examples: z
          .array(z.object({ row: z.number(), cells: z.array(z.string()), sample: z.string() }))
          .optional(),
      }),
    ),
    unchanged: z.number(),
    corrected: z.number(),
    created: Counted,
    updated: Counted,
    seen: Counted.extend({ firstDay: z.string().nullable(), lastDay: z.string().nullable() }),
    totals: z.object({
      millilitres: z.number(),
      cases: z.number(),
      amountMinor: z.number(),
      costMinor: z.number().nullable(),
    }),
    warnings: z.record(z.string(), z.number()),
    /** The first lines of a warning that is about single lines, by its code. */
    warned: z
      .record(
        z.string(),
        z.array(z.object({ row: z.number(), day: z.string(), account: z.string(), sku: z.string() })),
      )
      .optional(),
    understood: Understood,
    seconds: z.record(z.string(), z.number()),
    /** Of a trial: some of each kind. */
    samples: TrialSamples.optional(),
  })
  .openapi('ImportResult')
export type ImportResult = z.infer<typeof ImportResult>

export const ImportBatch = z
  .object({
    id: z.string(),
    kind: ImportKind,
    state: z.enum(['uploaded', 'running', 'done', 'failed', 'interrupted', 'undone']),
    fileName: z.string(),
    actor: z.string(),
    startedAt: z.string(),
    endedAt: z.string().nullable(),
    /** The person's name; `actor` where it is nobody we know by name. */
    who: z.string(),
    /** Rows done in this step; `share` of the file read, 0…1, while it is read; `trial`: nothing will be written. */
    progress: z
      .object({ step: z.string(), done: z.number(), share: z.number().nullable(), trial: z.boolean() })
      .nullable(),
    /** What was understood when the file came, before anything is written; null in lists, and where it could not be read. */
    understood: z.union([Understood, z.null()]),
    result: z.union([ImportResult, z.null()]),
    /** `facts` fill the sentence of the code in another language. */
    problem: z
      .object({
        code: z.string(),
        detail: z.string(),
        facts: z.record(z.string(), z.union([z.string(), z.number()])),
      })
      .nullable(),
    undoable: z.boolean(),
    /** Who took it back, and when; null: it stands. Not in lists. */
    undone: z.object({ who: z.string(), actor: z.string(), at: z.string() }).nullable().optional(),
    /** The wizard's start: what is remembered of this shape or stood for the batch whose refused rows these are. */
    map: z.union([ColumnMap, z.null()]).optional(),
    /** Digest of its headers, as `ImportMapping` has it. */
    shape: z.string().nullable(),
    /** The batch whose refused rows came back corrected in this file. */
    parent: z.object({ id: z.string(), fileName: z.string(), refused: z.number() }).nullable().optional(),
    /** Batches that brought the very same file, newest first. */
    same: z
      .array(
        z.object({
          id: z.string(),
          fileName: z.string(),
          who: z.string(),
          at: z.string(),
          state: z.string(),
        }),
      )
      .optional(),
  })
  .openapi('ImportBatch')
export type ImportBatch = z.infer<typeof ImportBatch>

export const RunImport = z
  .object({
    map: ColumnMap.nullable(),
    createMissing: z.boolean(),
    dryRun: z.boolean(),
    allOrNothing: z.boolean(),
    /** Only if the file, the map and the outcome are as the last trial said; refused with what differs otherwise. */
    asTried: z.boolean().optional(),
  })
  .openapi('RunImport')
export type RunImport = z.infer<typeof RunImport>

export const UndoResult = z.object({ batch: z.string(), undone: z.number() }).openapi('UndoResult')
export type UndoResult = z.infer<typeof UndoResult>

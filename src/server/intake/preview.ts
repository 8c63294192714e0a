import type { Preview, PreviewAsk, PreviewTotals } from '../../contract/import-preview.ts'
import type { ColumnMap, ImportKind } from '../../contract/intake.ts'
import { withPatch } from '../../contract/with-patch.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { ok, refuse, Refused, type Result } from '../../domain/problem.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { companyRules, rememberedMap } from './batch-store.ts'
import { foresee, type Foreseen, type Foresight } from './foresee.ts'
import type { IntakeDeps } from './ports.ts'
import { choicesOf } from './preview-choices.ts'
import { previewRows } from './preview-rows.ts'
import type { Opened } from './read/open-types.ts'
import { openTables, readTables, type OpenInput, type Tables } from './read/open.ts'
import { namesCustomers, sizedBy } from './sized.ts'
import { lineRules, type LineRules } from './take-line.ts'

const SHOWN = 10

export type PreviewOf = { readonly path: string; readonly fileName: string; readonly kind: ImportKind }

/**
 * The file as it lies there under a person's corrections: what is understood, ten lines with what becomes of each, and for every
 * doubt what the whole file would make either way. Writes nothing. A file of more than 20,000 lines is reckoned up from these.
 * Refused: what cannot be read; a map that names what the file has not.
 */
export async function previewFile(
  deps: IntakeDeps,
  caller: Caller,
  file: PreviewOf,
  ask: PreviewAsk,
): Promise<Result<Preview>> {
  const { map } = ask
  const input: OpenInput = { ...file, map, remembered: (shape) => rememberedMap(deps, file.kind, shape) }
  const held: { tables?: Tables } = {}
  try {
    const tables = (held.tables = await openTables(input))
    return await inScope(deps.db, caller.scope, (tx) => look(tx, deps, caller, input, tables, ask), {
      readOnly: true,
    })
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem }
    throw error
  } finally {
    await held.tables?.close()
  }
}

async function look(
  tx: Tx,
  deps: IntakeDeps,
  caller: Caller,
  input: OpenInput,
  tables: Tables,
  ask: PreviewAsk,
): Promise<Result<Preview>> {
  const company = await companyRules(tx)
  if (!company) return refuse('company/missing')
  const rules = lineRules(company, ask.createMissing, deps.now())
  const opened = await readTables(input, tables)
  // The lines are of a map that may be remembered: what a person has not said is as it was.
  const memory = await input.remembered(opened.shape)
  const effective = { ...memory, ...input.map }
  const seen = await foreseeAny(deps, tx, input.kind, opened, rules)
  const from = ask.from ?? 0
  const source = String(effective.constants?.['source'] ?? '')
  const shown = seen.lines.slice(from, from + SHOWN)
  const rows = await previewRows(tx, deps.ledger, opened, shown, { source, locale: caller.locale })
  const choices: Preview['choices'] = []
  for (const { options, ...choice } of choicesOf(opened.understood, effective, rules.vatRate)) {
    const counted: Preview['choices'][number]['options'] = []
    for (const { value, chosen, patch, counted: wanted } of options) {
      const totals = !wanted
        ? null
        : chosen
          ? totalsOf(seen)
          : await totalsUnder(deps, tx, input, tables, withPatch(input.map, patch), rules)
      counted.push({ value, chosen, patch, totals })
    }
    choices.push({ ...choice, options: counted })
  }
  const { understood, header } = opened
  return ok({
    understood,
    fields: fieldsOf(understood, header, choices),
    headers: [...header],
    rows,
    from,
    totals: totalsOf(seen),
    choices,
  })
}

async function totalsUnder(
  deps: IntakeDeps,
  tx: Tx,
  input: OpenInput,
  tables: Tables,
  map: ColumnMap,
  rules: LineRules,
): Promise<PreviewTotals | null> {
  try {
    const opened = await readTables({ ...input, map }, tables)
    return totalsOf(await foreseeAny(deps, tx, input.kind, opened, rules))
  } catch (error) {
    // This way the file cannot be read at all: nothing to count.
    if (error instanceof Refused) return null
    throw error
  }
}

async function foreseeAny(
  deps: IntakeDeps,
  tx: Tx,
  kind: ImportKind,
  opened: Opened,
  rules: LineRules,
): Promise<Foresight> {
  if (kind === 'movements')
    return foresee(deps, tx, opened, {
      rules,
      sized: sizedBy(opened.understood),
      named: namesCustomers(opened.understood),
    })
  const lines: Foreseen[] = []
  for await (const lot of opened.batches)
    for (const row of lot) lines.push(row.ok ? { row } : { row, problem: row.problem })
  return { lines, whole: true, share: 1 }
}

function totalsOf({ lines, whole, share }: Foresight): PreviewTotals {
  let [refused, millilitres, milliCases, amountMinor] = [0, 0, 0, 0]
  for (const { taken, problem } of lines) {
    if (problem) refused += 1
    else if (taken) {
      millilitres += taken.posting.millilitres
      milliCases += taken.posting.milliCases ?? 0
      amountMinor += taken.posting.amountMinor ?? 0
    }
  }
  const up = (figure: number) => Math.round(figure / share)
  return {
    lines: up(lines.length),
    refused: up(refused),
    millilitres: up(millilitres),
    cases: whole ? milliCases / 1000 : up(milliCases / 1000),
    amountMinor: up(amountMinor),
    exact: whole,
  }
}

const place = (one: Preview['fields'][number]) => (one.unsure ? 0 : 1000) + (one.column ?? 999)

/** Unsure fields first, then as they stand in the file. */
function fieldsOf(
  { columns }: Preview['understood'],
  header: readonly string[],
  choices: Preview['choices'],
): Preview['fields'] {
  const doubted = new Set(choices.filter(({ question }) => question !== null).map(({ field }) => field))
  const fields = columns.map(({ field, header: head, constant, unit, sure, by }) => {
    const at = head === null ? -1 : header.indexOf(head)
    const unsure = by !== 'map' && (sure < 0.6 || doubted.has(field))
    return { field, header: head, column: at < 0 ? null : at, constant, unit, sure, by, unsure }
  })
  return fields.toSorted((a, b) => place(a) - place(b))
}

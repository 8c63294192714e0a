import { type RawBuilder, sql } from 'kysely'

/**
 * A LATERAL item that yields one column, `spans`: the times between a batch's start and the end of its undoing, of all undone
 * batches that touched the market. What was decided then stands on lines that are no longer there, and counts no more.
 * `market`: SQL for the market's id, of an item to the left. Null where nothing was undone.
 */
export function undoneSpans(market: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`LATERAL (
    SELECT range_agg(tstzrange(o.started_at, greatest(o.started_at, u.ended_at, u.started_at))) AS spans
    FROM import_batch u JOIN import_batch o ON o.id = u.undo_of WHERE ${market} = ANY (o.markets)
  )`
}

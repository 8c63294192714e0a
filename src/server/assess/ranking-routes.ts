import { PassThrough } from 'node:stream'
import { z } from '@hono/zod-openapi'
import { Ranking } from '../../contract/assess.ts'
import { standingFilters } from '../../domain/assess/criterion.ts'
import { columnIds } from '../../domain/assess/list-columns.ts'
import { MOST_ROWS, sortKeys } from '../../domain/assess/list-order.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { ok } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { attachment, tableMedia, tableTypes } from '../http/attachment.ts'
import { takesGzip } from '../http/compressed.ts'
import { fileEndpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { webBody } from '../http/web-body.ts'
import { whole } from '../http/whole-number.ts'
import { answerRanking } from './ranking-answer.ts'
import { fileOf, writeList, type TableWriterOf } from './ranking-file.ts'
import { listOf } from './ranking.ts'

/** Words with commas between, each of them known; none is all. */
const listed = (known: (one: string) => boolean) =>
  z
    .string()
    .max(300)
    .refine((text) => text === '' || text.split(',').every(known))
    .default('')

const which = {
  node: z.string().max(200).optional(),
  asOf: z.string().max(10).optional(),
  /** A minus in front: from the largest down. */
  sort: z.enum(sortKeys.flatMap((key) => [key, `-${key}` as const])).default('-score'),
  q: z.string().max(200).default(''),
  standing: listed((one) => standingFilters.some((known) => known === one)),
  /** Names are sorted, and files written, as this language does; the reader's own unless said. */
  lang: z.enum(['zh', 'en']).optional(),
}
const Rows = z.object({ ...which, from: whole(0, 10_000_000, 0), count: whole(1, MOST_ROWS, MOST_ROWS) })
const File = z.object({
  ...which,
  format: z.enum(['csv', 'xlsx']).default('csv'),
  unit: z.enum(['kl', 't', 'cases']).default('kl'),
  /** The columns of the screen in their order; without them every column there is. */
  cols: listed((one) => columnIds.some((id) => id === one)),
})

function read({ sort, q, standing, lang, ...place }: z.infer<z.ZodObject<typeof which>>, caller: Caller) {
  return {
    ...place,
    sort: sortKeys.find((key) => sort.endsWith(key)) ?? 'score',
    descending: sort.startsWith('-'),
    query: q,
    locale: lang ?? caller.locale,
    standings: standingFilters.filter((one) => standing.split(',').includes(one)),
  }
}

/** The ranking: a window of it, or the whole of a view as a file. */
export function rankingRoutes(app: App, deps: Deps, writer: TableWriterOf): void {
  fileEndpoint(
    app,
    {
      access: 'ranking.read',
      method: 'get',
      path: '/api/ranking',
      tag: 'assess',
      summary:
        'Tier-1 accounts beneath a node, best first; without a node, all that the caller may see. Totals are of all of them; ' +
        'the rows are a window (at most 10,000) of those that pass the filter, in the order asked for',
      query: Rows,
      gives: Ranking,
      unchanged: true,
    },
    ({ query: { from, count, ...rest }, caller, c }) =>
      answerRanking(
        deps,
        caller,
        { ...read(rest, caller), from, count },
        {
          gzip: takesGzip(c.req.header('accept-encoding')),
          known: c.req.header('if-none-match'),
        },
      ),
  )

  fileEndpoint(
    app,
    {
      access: 'export.run',
      method: 'get',
      path: '/api/ranking/file',
      tag: 'assess',
      summary:
        'A view of the ranking as a file: its rows in their order, its columns, in a unit and a language',
      query: File,
      gives: tableMedia,
    },
    async ({ query: { format, unit, cols, ...rest }, caller }) => {
      const list = await listOf(deps, caller, rest)
      if (!list.ok) return list
      const { name, head, rowsOf } = fileOf(list.value, {
        ...read(rest, caller),
        unit,
        columns: cols === '' ? null : cols.split(','),
        contribution: caller.rights.has('contribution.read'),
        currency: list.value.stands.ground.company.currency,
      })
      const out = new PassThrough()
      writeList(writer(format, out, head), rowsOf).catch((error: Error) => out.destroy(error))
      return ok(attachment(`${name}.${format}`, webBody(out), tableTypes[format]))
    },
  )
}

import { z } from '@hono/zod-openapi'
import { Search } from '../../contract/search.ts'
import { nodesInReach, type Caller, type TreeNode } from '../../domain/chain/reach.ts'
import { ok } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { whileUpkeep } from '../db/only-looking.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { agreementsLike, prospectsLike } from './dealing-store.ts'
import { best } from './find.ts'
import { candidates } from './search-store.ts'
import { spellSome } from './spell-store.ts'
import { spelled } from './spelling.ts'

const ACCOUNTS = 10
const MARKETS = 6
const DEALINGS = 6

type Tree = (tx: Tx) => Promise<readonly (TreeNode & { readonly code: string; readonly name: string })[]>

/** One search over accounts of every tier, the places of the tree, prospects and agreements; the tree comes from the slice that keeps it. */
export function searchRoutes(app: App, deps: Deps, tree: Tree): void {
  const spell = speller(deps)
  endpoint(
    app,
    {
      access: 'account.read',
      method: 'get',
      path: '/api/search',
      tag: 'chain',
      summary:
        'Accounts, places, prospects and agreements by name, pinyin, initials, code or the last four digits of the telephone',
      query: z.object({ q: z.string().max(100) }),
      answer: Search,
    },
    async ({ query, caller }) => {
      const text = query.q.normalize('NFKC').trim()
      if (text === '') return ok({ accounts: [], markets: [], prospects: [], agreements: [], complete: true })
      const complete = await spell()
      return ok({ ...(await search(deps, caller, text, tree)), complete })
    },
  )
}

async function search(
  deps: Deps,
  caller: Caller,
  text: string,
  tree: Tree,
): Promise<Omit<Search, 'complete'>> {
  const { scope } = caller
  return inScope(
    deps.db,
    scope,
    async (tx) => {
      const nodes = nodesInReach(await tree(tx), scope)
      const names = new Map(nodes.map(({ id, name }) => [id, name]))
      const found = await candidates(tx, scope, text)
      const prospects = caller.rights.has('prospect.read') ? await prospectsLike(tx, scope, text) : []
      const agreements = caller.rights.has('agreement.read') ? await agreementsLike(tx, scope, text) : []
      return {
        accounts: best(text, found, ACCOUNTS).map(({ id, code, name, tier, market, pinyin, by, merged }) => ({
          id,
          code,
          name,
          tier,
          market,
          marketName: names.get(market) ?? '',
          pinyin,
          by,
          merged,
        })),
        markets: best(
          text,
          nodes.map((node) => ({ ...node, ...spelled(node.name) })),
          MARKETS,
        ).map(({ id, code, name, kind, pinyin, by }) => ({ id, code, name, kind, pinyin, by })),
        prospects: best(text, prospects, DEALINGS).map(({ id, name, market, stage, by }) => ({
          id,
          name,
          marketName: names.get(market) ?? '',
          stage,
          by,
        })),
        agreements: best(text, agreements, DEALINGS).map(({ id, code, name, market, by }) => ({
          id,
          code,
          party: name,
          marketName: names.get(market) ?? '',
          by,
        })),
      }
    },
    { readOnly: true },
  )
}

/**
 * Spells what is new before a search: a few names at once, a whole import in the background. Answers whether everything is spelled.
 * The look for something new costs one probe of a small index.
 */
function speller(deps: Deps): () => Promise<boolean> {
  let running: Promise<void> | null = null
  const once = () => whileUpkeep(() => inScope(deps.db, '*', spellSome))
  return async () => {
    if (running) return false
    if (!(await once())) return true
    running = (async () => {
      while (await once());
    })()
      // The next search tries again.
      .catch(() => undefined)
      .finally(() => (running = null))
    return false
  }
}

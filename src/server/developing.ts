import { treeNodes } from './chain/tree-store.ts'
import type { Helpers } from './develop/with-prospect.ts'
import { createAccountIn } from './masters/account-change.ts'
import { freeCode } from './masters/account-code.ts'
import { spelled } from './search/spelling.ts'

/** What other slices do for prospects: how names are said, where places are, and an account at signing. */
export const developing: Helpers = {
  spell: spelled,
  tree: treeNodes,
  freeCode,
  makeAccount: async (tx, deps, caller, { id, ...account }) => {
    await createAccountIn(tx, deps, caller, {
      id,
      wanted: { ...account, tier: 'wholesaler', parent: null, channel: null, contact: null, closed: null },
    })
  },
}

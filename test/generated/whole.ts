import { asOwner } from '../make/database.ts'
import { replay } from '../../src/server/chain/check-store.ts'
import { verifyAudit } from '../../src/server/db/audit.ts'
import { keptHere, verifyHeads } from '../../src/server/db/audit-heads.ts'
import { dataRules } from '../../src/server/db/data-rules.ts'
import { inScope } from '../../src/server/db/transaction.ts'
import type { Company } from './company.ts'

/** What `tonnage check` finds wrong: rollups against their movements, audit chains, rules of the data. */
export async function brokenIn({ database, settled }: Company): Promise<string[]> {
  await settled()
  const { deps } = database
  const found = await inScope(
    deps.db,
    '*',
    async (tx) => {
      const { outOfStep } = await replay(tx)
      const { broken } = await verifyAudit(tx)
      const heads = await verifyHeads(tx, await keptHere(tx, deps.folder))
      return [...outOfStep, ...broken, ...heads]
    },
    { readOnly: true, snapshot: true },
  )
  const rules = await asOwner(database, (client) => dataRules(client, database.appRole))
  return [...found, ...rules].map((one) => JSON.stringify(one))
}

import { noRight, type Caller } from '../../domain/chain/reach.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { translator } from '../../language/index.ts'
import { companyNow } from '../db/company-day.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { pdfOf } from '../print/pdf.ts'
import { projectFolder } from '../project.ts'
import { agreementSheet, type Words } from './agreement-sheet.ts'
import { loadSignatures, loadVersionsOf } from './agreement-store.ts'
import { oneAgreement } from './agreement-view.ts'
import type { Helpers } from './with-prospect.ts'

type Printed = { readonly name: string; readonly bytes: Buffer }
const READING = { readOnly: true, snapshot: true } as const
type Version = { readonly version: number | undefined }

/**
 * A version of an agreement as PDF, the newest where none is said, with the signature that was drawn. Whoever reads it may
 * print it, and looking leaves no trace, as with an account's files. Refused: no such agreement or version in the caller's markets.
 */
export async function printAgreement(
  deps: Deps,
  caller: Caller,
  helpers: Pick<Helpers, 'tree'>,
  id: string,
  { version, words }: Version & { readonly words: Words },
): Promise<Result<Printed>> {
  if (!caller.rights.has('agreement.read')) return noRight('agreement.read')
  const seen = await oneAgreement(deps, caller, helpers, id)
  if (!seen.ok) return seen
  const view = seen.value
  const shown = view.versions.find((one) => one.version === (version ?? view.version))
  if (!shown) return refuse('agreement/missing')
  return inScope(
    deps.db,
    caller.scope,
    async (tx): Promise<Result<Printed>> => {
      const company = await companyNow(tx, deps.now())
      if (!company) return refuse('company/missing')
      const at = { market: view.market.id, id }
      const signed = (await loadSignatures(tx, at, { bytes: true })).find(
        (one) => one.version === shown.version && one.kind === 'drawn',
      )
      const drawn = signed ? `data:${signed.media};base64,${signed.content.toString('base64')}` : null
      const { currency, digits } = company
      const sheet = agreementSheet({ view, version: shown, words, currency, digits, drawn })
      const bytes = await pdfOf(sheet, projectFolder(), deps.now())
      const said = { code: view.code, version: shown.version, party: view.party }
      const name = translator('zh')('contract.file', said)
      return ok({ name: `${name}.pdf`, bytes })
    },
    READING,
  )
}

/** The signature of a version, or the scan of what was signed, as it was kept. Refused: see `printAgreement`; not signed. */
export async function keptSignature(
  deps: Deps,
  caller: Caller,
  id: string,
  { version }: Version,
): Promise<Result<Printed & { readonly media: string }>> {
  if (!caller.rights.has('agreement.read')) return noRight('agreement.read')
  return inScope(
    deps.db,
    caller.scope,
    async (tx) => {
      const rows = await loadVersionsOf(tx, id)
      const row = rows.find((one) => version === undefined || one.version === version)
      if (!row) return refuse('agreement/missing')
      const kept = (await loadSignatures(tx, row, { bytes: true })).find((one) => one.version === row.version)
      if (!kept) return refuse('agreement/not-signed')
      const name = `${row.code}-${row.version}.${kept.media.split('/')[1] ?? 'bin'}`
      return ok({ name, bytes: kept.content, media: kept.media })
    },
    READING,
  )
}

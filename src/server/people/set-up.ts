import { codeKey } from '../../domain/chain/code.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { validEmail } from './add-person.ts'
import { issueLink } from './link-store.ts'
import { companyRow, insertPerson, replaceRoles } from './person-store.ts'
import { dayIn } from '../db/company-day.ts'
import { isTimeZone, minorDigits } from './zone-and-currency.ts'

type CompanyWish = {
  readonly name: string
  readonly currency: string
  readonly timeZone: string
  readonly locale: 'zh' | 'en'
  /** The standard rate of VAT, 0..1; null or left out: none is known. */
  readonly vatRate?: number | null
  /** In which volume is talked about; left out: kilolitres. */
  readonly unit?: 'kl' | 't' | 'cases' | undefined
}

export type SetUpWish = {
  readonly company: CompanyWish
  readonly market?: string
  readonly admin?: { readonly name: string; readonly email: string }
  /** The system's administrator may name the company anew until the first movement comes, also when there are people. */
  readonly again?: boolean
}

type WishProblem = 'company/name-empty' | 'company/currency-unknown' | 'company/time-zone-unknown'
type SetUpProblem = WishProblem | 'company/exists' | 'person/email-invalid'

function checkCompany(wish: CompanyWish): Result<CompanyWish & { digits: number }, WishProblem> {
  const name = wish.name.normalize('NFKC').trim()
  const currency = wish.currency.trim().toUpperCase()
  if (name === '') return refuse('company/name-empty')
  const digits = minorDigits(currency)
  if (digits === undefined) return refuse('company/currency-unknown', { currency: wish.currency })
  if (!isTimeZone(wish.timeZone)) return refuse('company/time-zone-unknown', { timeZone: wish.timeZone })
  return ok({
    name,
    currency,
    digits,
    timeZone: wish.timeZone,
    locale: wish.locale,
    vatRate: wish.vatRate ?? null,
    unit: wish.unit ?? 'kl',
  })
}

/**
 * Makes the company: its row, the HQ node of the territory tree, and where wished the first market and the first administrator.
 * Answers the administrator's one-time token. A company whose ledger is empty and that has no people yet may be set up again
 * (the first command makes one with defaults); anything else is `company/exists`.
 */
export async function setUp(
  deps: Deps,
  actor: string,
  wish: SetUpWish,
): Promise<Result<{ token: string | null }, SetUpProblem>> {
  const company = checkCompany(wish.company)
  if (!company.ok) return company
  if (wish.admin && !validEmail(wish.admin.email))
    return refuse('person/email-invalid', { email: wish.admin.email })
  const at = deps.now()
  return inScope(deps.db, '*', async (tx) => {
    // Two at the same moment: one queues here and then finds the company made.
    await tx.client.query(`SELECT pg_advisory_xact_lock(hashtext('tonnage.set-up'))`)
    if (await isTaken(tx, wish.again === true)) return refuse('company/exists')
    const hq = await writeCompany(tx, deps.newId, company.value, at)
    if (wish.market !== undefined && wish.market.trim() !== '')
      await writeMarket(tx, deps.newId(), hq, wish.market)
    let token: string | null = null
    if (wish.admin) {
      const id = deps.newId()
      const { name, email } = wish.admin
      await insertPerson(tx, { id, email, name: name.trim(), locale: company.value.locale, active: true }, at)
      const today = dayIn(company.value.timeZone, at)
      await replaceRoles(tx, deps.newId, id, today, [{ role: 'admin', nodeId: hq }])
      token = await issueLink(tx, id, at)
    }
    const { digits: _, ...detail } = company.value
    await audit(tx, deps.newId, { actor, at }, { market: hq, action: 'company.set-up', detail })
    return ok({ token })
  })
}

async function isTaken(tx: Tx, again: boolean): Promise<boolean> {
  if (!(await companyRow(tx))) return false
  const person = await tx.q.selectFrom('person').select('id').limit(1).executeTakeFirst()
  const movement = await tx.q.selectFrom('movement').select('id').limit(1).executeTakeFirst()
  return movement !== undefined || (person !== undefined && !again)
}

async function writeCompany(
  tx: Tx,
  newId: () => string,
  company: CompanyWish & { digits: number },
  at: Date,
): Promise<string> {
  const { name, currency, digits, timeZone, locale } = company
  const vat = { vat_rate: company.vatRate?.toFixed(5) ?? null }
  const { unit = 'kl' } = company
  const row = { name, currency, minor_digits: digits, time_zone: timeZone, locale, unit, kind: 'own', ...vat }
  if (await companyRow(tx)) await tx.q.updateTable('company').set(row).execute()
  else
    await tx.q
      .insertInto('company')
      .values({ ...row, id: newId(), created_at: at })
      .execute()
  const found = await tx.q
    .selectFrom('territory_node')
    .select('id')
    .where('kind', '=', 'hq')
    .executeTakeFirst()
  if (found) {
    await tx.q.updateTable('territory_node').set({ name }).where('id', '=', found.id).execute()
    return found.id
  }
  const id = newId()
  await tx.q
    .insertInto('territory_node')
    .values({ id, kind: 'hq', code: 'HQ', code_key: codeKey('HQ'), name, parent_id: null })
    .execute()
  return id
}

async function writeMarket(tx: Tx, id: string, hq: string, market: string): Promise<void> {
  const name = market.normalize('NFKC').trim()
  await tx.q
    .insertInto('territory_node')
    .values({ id, kind: 'market', code: name, code_key: codeKey(name), name, parent_id: hq })
    .onConflict((on) => on.column('code_key').doNothing())
    .execute()
}

/** What an empty folder becomes when a command comes before any set-up. Does nothing where there is a company. */
export async function ensureCompany(deps: Deps, actor: string): Promise<void> {
  const there = await inScope(deps.db, [], companyRow, { readOnly: true })
  if (there) return
  const company = { name: '我的公司', currency: 'CNY', timeZone: 'Asia/Shanghai', locale: 'zh' } as const
  await setUp(deps, actor, { company })
}

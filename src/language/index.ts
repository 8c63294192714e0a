import { rights, rolesWith } from '../domain/chain/reach.ts'
import { problems, type ProblemCode } from '../domain/problem.ts'
import { account as accountEn } from './en/account.ts'
import { accountRecords as accountRecordsEn } from './en/account-records.ts'
import { agreement as agreementEn } from './en/agreement.ts'
import { app as appEn } from './en/app.ts'
import { assess as assessEn, reasons as reasonsEn } from './en/assess.ts'
import { audit as auditEn } from './en/audit.ts'
import { blocks as blocksEn } from './en/blocks.ts'
import { chain as chainEn } from './en/chain.ts'
import { cli as cliEn } from './en/cli.ts'
import { contract as contractEn } from './en/contract.ts'
import { deal as dealEn } from './en/deal.ts'
import { desk as deskEn } from './en/desk.ts'
import { importPreview as importPreviewEn } from './en/import-preview.ts'
import { finder as finderEn } from './en/finder.ts'
import { findings as findingsEn, intake as intakeEn } from './en/intake.ts'
import { market as marketEn } from './en/market.ts'
import { masters as mastersEn } from './en/masters.ts'
import { own as ownEn } from './en/own.ts'
import { people as peopleEn } from './en/people.ts'
import { policy as policyEn } from './en/policy.ts'
import { problem as problemEn } from './en/problem.ts'
import { prospect as prospectEn } from './en/prospect.ts'
import { firstOrder as firstOrderEn } from './en/first-order.ts'
import { visit as visitEn } from './en/visit.ts'
import { roles as rolesEn } from './en/roles.ts'
import { ranking as rankingEn } from './en/ranking.ts'
import { second as secondEn } from './en/second.ts'
import { settings as settingsEn } from './en/settings.ts'
import { trade as tradeEn } from './en/trade.ts'
import { why as whyEn } from './en/why.ts'
import { wizard as wizardEn } from './en/wizard.ts'
import { fill, listed, type Facts, type Holes, type Locale, type Message, type TextOf } from './message.ts'
import { account } from './zh/account.ts'
import { warnings as warningsEn } from './en/warnings.ts'
import { accountRecords } from './zh/account-records.ts'
import { agreement } from './zh/agreement.ts'
import { app } from './zh/app.ts'
import { assess, reasons } from './zh/assess.ts'
import { audit } from './zh/audit.ts'
import { blocks } from './zh/blocks.ts'
import { chain } from './zh/chain.ts'
import { cli } from './zh/cli.ts'
import { contract } from './zh/contract.ts'
import { deal } from './zh/deal.ts'
import { desk } from './zh/desk.ts'
import { importPreview } from './zh/import-preview.ts'
import { finder } from './zh/finder.ts'
import { findings, intake } from './zh/intake.ts'
import { market } from './zh/market.ts'
import { masters } from './zh/masters.ts'
import { own } from './zh/own.ts'
import { people } from './zh/people.ts'
import { policy } from './zh/policy.ts'
import { problem } from './zh/problem.ts'
import { prospect } from './zh/prospect.ts'
import { firstOrder } from './zh/first-order.ts'
import { visit } from './zh/visit.ts'
import { roles } from './zh/roles.ts'
import { ranking } from './zh/ranking.ts'
import { second } from './zh/second.ts'
import { settings } from './zh/settings.ts'
import { trade } from './zh/trade.ts'
import { why } from './zh/why.ts'
import { warnings } from './zh/warnings.ts'
import { wizard } from './zh/wizard.ts'

export type { Facts, Locale } from './message.ts'

const zh = {
  ...app,
  ...blocks,
  ...finder,
  ...chain,
  ...assess,
  ...account,
  ...accountRecords,
  ...market,
  ...ranking,
  ...masters,
  ...audit,
  ...why,
  ...intake,
  ...importPreview,
  ...people,
  ...roles,
  ...own,
  ...second,
  ...settings,
  ...policy,
  ...wizard,
  ...deal,
  ...desk,
  ...prospect,
  ...visit,
  ...firstOrder,
  ...trade,
  ...agreement,
  ...contract,
  ...cli,
}
const en: Record<Key, Message> = {
  ...appEn,
  ...blocksEn,
  ...finderEn,
  ...chainEn,
  ...assessEn,
  ...accountEn,
  ...accountRecordsEn,
  ...marketEn,
  ...rankingEn,
  ...mastersEn,
  ...auditEn,
  ...whyEn,
  ...intakeEn,
  ...importPreviewEn,
  ...wizardEn,
  ...peopleEn,
  ...rolesEn,
  ...ownEn,
  ...secondEn,
  ...settingsEn,
  ...policyEn,
  ...dealEn,
  ...deskEn,
  ...prospectEn,
  ...visitEn,
  ...firstOrderEn,
  ...tradeEn,
  ...agreementEn,
  ...contractEn,
  ...cliEn,
}

type Catalogue = typeof zh
export type Key = keyof Catalogue
type HolesOf<K extends Key> = Holes<TextOf<Catalogue[K]>>
type Args<K extends Key> = [HolesOf<K>] extends [never]
  ? []
  : [{ readonly [H in HolesOf<K>]: string | number }]

/** Words of one language; a key that needs facts does not compile without them. */
export type Translate = <K extends Key>(key: K, ...args: Args<K>) => string

const catalogues: Record<Locale, Record<Key, Message>> = { zh, en }
const sayings: Record<Locale, Record<ProblemCode, Message>> = { zh: problem, en: problemEn }
const sentences: Record<Locale, Readonly<Record<string, Message>>> = {
  zh: { ...reasons, ...findings, ...warnings },
  en: { ...reasonsEn, ...findingsEn, ...warningsEn },
}

export function translator(locale: Locale): Translate {
  const catalogue = catalogues[locale]
  return (key, ...args) => fill(locale, catalogue[key], args[0] ?? {})
}

/** Words for a key that is known only when the app runs (the name of a step that the server sent); null: there are none. */
export function lookUp(locale: Locale, key: string, facts: Facts = {}): string | null {
  const words: Readonly<Record<string, Message>> = catalogues[locale]
  const message = Object.hasOwn(words, key) ? words[key] : undefined
  return message === undefined ? null : fill(locale, message, facts)
}

/** One sentence for a refusal: what happened and what to do. `code` may come from a newer server: then it is shown as it is. */
export function say(locale: Locale, refusal: { readonly code: string; readonly facts?: Facts }): string {
  return isProblem(refusal.code)
    ? fill(locale, sayings[locale][refusal.code], withNames(locale, refusal.facts ?? {}))
    : refusal.code
}

/**
 * A field and a right are called as on screen, never by their keys; one without words stays as it is. Of a right also which roles come
 * with it, so that it can be said whom to ask; that the administrator has it goes without saying.
 */
function withNames(locale: Locale, facts: Facts): Facts {
  const { field, right } = facts
  const known = rights.find((one) => one === right)
  const whom =
    known &&
    rolesWith(known).flatMap((role) => (role === 'admin' ? [] : (lookUp(locale, `role.${role}`) ?? [])))
  return {
    ...facts,
    ...(typeof field === 'string' ? { field: lookUp(locale, `field.${field}`) ?? field } : {}),
    ...(typeof right === 'string' ? { right: lookUp(locale, `right.${right}`) ?? right } : {}),
    ...(whom && whom.length > 0 ? { whom: listed(locale, whom) } : {}),
  }
}

function isProblem(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code)
}

/** One sentence from facts: a reason of a standing, a question or a warning about a file. An unknown code is shown as it is. */
export function sentence(locale: Locale, reason: { readonly code: string; readonly facts?: Facts }): string {
  const message = sentences[locale][reason.code]
  return message === undefined ? reason.code : fill(locale, message, reason.facts ?? {})
}

/** Whether `sentence` has words for a code; for tests that compare a catalogue of codes with the words. */
export function hasSentence(code: string): boolean {
  return sentences.zh[code] !== undefined && sentences.en[code] !== undefined
}

import { readName } from '../chain/naming.ts'
import { daysBetween, isDay, type Day } from '../day.ts'
import { ok, refuse, type Result } from '../problem.ts'

/** The five ways of finding (article 2.1). */
export const sources = ['peer', 'rival', 'outlet', 'advertising', 'media'] as const
export type Source = (typeof sources)[number]

/**
 * Who or what brought it: an account of ours (an outlet, a wholesaler), another prospect, somebody of another trade or brand by name, a
 * campaign.
 */
export const referrerKinds = ['account', 'prospect', 'trader', 'campaign'] as const
export type ReferrerKind = (typeof referrerKinds)[number]

/** Of a `trader` only the name is known; the others are known by their id, and `name` is empty. */
export type Referrer = { readonly kind: ReferrerKind; readonly id: string | null; readonly name: string }

/** Which referrer a way of finding can have. A competitor's dealer is won by ourselves: what is named then is the competitor. */
const fits: Readonly<Record<Source, readonly ReferrerKind[]>> = {
  peer: ['trader', 'account', 'prospect'],
  rival: ['trader', 'account', 'prospect'],
  outlet: ['account', 'trader'],
  advertising: ['campaign', 'trader'],
  media: ['campaign', 'trader'],
}

export function referrersOf(source: Source): readonly ReferrerKind[] {
  return fits[source]
}

/** The ways that a campaign can bring somebody. */
export const campaignSources = sources.filter((source) => fits[source].includes('campaign'))

/** What is written on the card of a prospect. `outlets` and `subDistributors`: how many it serves; null: nobody knows. */
export type Card = {
  readonly name: string
  readonly phone: string | null
  readonly address: string | null
  readonly city: string | null
  readonly source: Source
  readonly referrer: Referrer | null
  readonly found: Day
  readonly outlets: number | null
  readonly subDistributors: number | null
  readonly words: string
}

const longest = { phone: 30, address: 120, city: 40, referrer: 60, words: 1000 } as const
const most = 1_000_000
const PHONE = /^\+?[\d\s()/-]+$/

function wrong(field: string) {
  return refuse('prospect/field-invalid', { field })
}

function tidy(text: string | null): string | null {
  const short = (text ?? '').normalize('NFC').trim()
  return short === '' ? null : short
}

/** A phone that can be called: at least five digits and nothing else but what people write between them. */
export function isPhone(text: string): boolean {
  return PHONE.test(text) && text.length <= longest.phone && text.replaceAll(/\D/g, '').length >= 5
}

type CardProblem = 'name/empty' | 'name/too-long' | 'prospect/field-invalid' | 'prospect/referrer-unfit'

/**
 * The card, its texts trimmed. Refused: no name or a long one; with the field: a phone that is none, a text that is too long, a day of
 * finding that is none or after `today`, a count that is negative or no whole number; a referrer that the way of finding does not have.
 */
export function readCard(card: Card, today: Day): Result<Card, CardProblem> {
  const name = readName(card.name)
  if (!name.ok) return name
  const [phone, address, city] = [tidy(card.phone), tidy(card.address), tidy(card.city)]
  const words = card.words.trim()
  if (phone !== null && !isPhone(phone)) return wrong('phone')
  if ((address?.length ?? 0) > longest.address) return wrong('address')
  if ((city?.length ?? 0) > longest.city) return wrong('city')
  if (words.length > longest.words) return wrong('words')
  if (!isDay(card.found) || card.found > today) return wrong('found')
  for (const field of ['outlets', 'subDistributors'] as const) {
    const count = card[field]
    if (count !== null && (!Number.isInteger(count) || count < 0 || count > most)) return wrong(field)
  }
  const referrer = readReferrer(card.referrer, card.source)
  if (!referrer.ok) return referrer
  return ok({ ...card, name: name.value, phone, address, city, words, referrer: referrer.value })
}

function readReferrer(
  referrer: Referrer | null,
  source: Source,
): Result<Referrer | null, 'prospect/referrer-unfit' | 'prospect/field-invalid'> {
  if (referrer === null) return ok(null)
  const name = referrer.name.trim()
  if (referrer.kind === 'trader') {
    if (name === '') return ok(null)
    return name.length > longest.referrer ? wrong('referrer') : ok({ kind: 'trader', id: null, name })
  }
  if (!fits[source].includes(referrer.kind)) return refuse('prospect/referrer-unfit')
  return referrer.id === null ? wrong('referrer') : ok({ ...referrer, name: '' })
}

/** What is to be done next, and when. */
export type Plan = { readonly step: string; readonly day: Day }

const longestStep = 120
const furthestDays = 366

/** Refused: nothing said, too long; a day that is none, has passed, or lies more than a year ahead. */
export function readPlan(
  plan: { readonly step: string | null; readonly day: string | null },
  today: Day,
): Result<Plan, 'prospect/next-step-missing' | 'prospect/next-day-invalid'> {
  const step = (plan.step ?? '').trim()
  const day = plan.day ?? ''
  if (step === '' || day === '') return refuse('prospect/next-step-missing')
  if (step.length > longestStep) return refuse('prospect/next-step-missing', { max: longestStep })
  if (!isDay(day) || day < today || daysBetween(today, day) > furthestDays)
    return refuse('prospect/next-day-invalid', { day })
  return ok({ step, day })
}

/** A day on which something happened: not after today, not before what happened before it. */
export function readHappened(
  day: string,
  before: Day,
  today: Day,
): Result<Day, 'prospect/day-order' | 'prospect/field-invalid'> {
  if (!isDay(day) || day > today) return wrong('day')
  return day < before ? refuse('prospect/day-order', { day: before }) : ok(day)
}

/** Why a prospect was lost. `double`: it was there already under another card, which stays. */
export const lostReasons = [
  'profit',
  'rival-offer',
  'funds',
  'no-interest',
  'territory',
  'unsound',
  'no-answer',
  'double',
  'other',
] as const
export type LostReason = (typeof lostReasons)[number]

/** How sure a figure is. */
export const certainties = ['heard', 'seen', 'documented'] as const
export type Certainty = (typeof certainties)[number]

/** A brand that it sells now. `cases` a month; null: only that it sells it. */
export type Brand = {
  readonly brand: string
  readonly cases: number | null
  readonly certainty: Certainty
  readonly source: string
  readonly day: Day
}

/** Refused, with the field: no brand, texts too long, a count that is none, no source, a day that is none or after `today`. */
export function readBrand(brand: Brand, today: Day): Result<Brand, 'prospect/field-invalid'> {
  const [name, source] = [brand.brand.trim(), brand.source.trim()]
  if (name === '' || name.length > 60) return wrong('brand')
  const { cases } = brand
  if (cases !== null && (!Number.isInteger(cases) || cases < 0 || cases > most)) return wrong('cases')
  if (source === '' || source.length > 60) return wrong('source')
  if (!isDay(brand.day) || brand.day > today) return wrong('day')
  return ok({ ...brand, brand: name, source })
}

/** Whom one talks with. */
export const personRoles = ['owner', 'spouse', 'buyer', 'other'] as const
export type PersonRole = (typeof personRoles)[number]
export type PersonDraft = {
  readonly name: string
  readonly role: PersonRole
  readonly phone: string | null
  readonly words: string
}

/** Refused, with the field: no name or a long one, a phone that is none, words that are too long. */
export function readPerson(draft: PersonDraft): Result<PersonDraft, 'prospect/field-invalid'> {
  const [name, phone, words] = [draft.name.trim(), tidy(draft.phone), draft.words.trim()]
  if (name === '' || name.length > 60) return wrong('name')
  if (phone !== null && !isPhone(phone)) return wrong('phone')
  return words.length > 500 ? wrong('words') : ok({ ...draft, name, phone, words })
}

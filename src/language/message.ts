import { dayNumber, isDay, civilOf } from '../domain/day.ts'

export type Locale = 'zh' | 'en'
export type Plural = { readonly one?: string; readonly other: string }
export type Message = string | Plural
/** What fills the holes. A text that is a calendar day (`YYYY-MM-DD`) is written out in the reader's way. */
export type Facts = Readonly<Record<string, string | number>>

/** English as typed by Chinese: the same keys, and a plural stays a plural. */
export type SameAs<C extends Readonly<Record<string, Message>>> = {
  readonly [K in keyof C]: C[K] extends string ? string : Required<Plural>
}

type NameOf<H extends string> = H extends `${infer Name}:${string}` ? Name : H
/** Names of the {holes} in a message, read by the compiler. */
export type Holes<S> = S extends `${string}{${infer H}}${infer Rest}` ? NameOf<H> | Holes<Rest> : never
export type TextOf<M> = M extends string ? M : M extends { readonly other: infer O } ? O : never

const rules = { zh: new Intl.PluralRules('zh-CN'), en: new Intl.PluralRules('en') }
const grouped = {
  zh: new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 3 }),
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 3 }),
}
const percents = {
  zh: new Intl.NumberFormat('zh-CN', { style: 'percent', maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 }),
}
const MINUS = '−'
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}

/** A number for reading: grouped, at most three decimals, a true minus sign. */
export function figure(locale: Locale, value: number): string {
  return grouped[locale].format(value).replace('-', MINUS)
}

/** `value` is a share 0..1; 0.1834 reads 18.3%. */
export function percent(locale: Locale, value: number): string {
  return percents[locale].format(value).replace('-', MINUS)
}

/** Names one after the other, as they are listed in Chinese and in English. */
export function listed(locale: Locale, names: readonly string[]): string {
  return names.join(locale === 'zh' ? '、' : ', ')
}

/** `2026-11-23` reads 2026年11月23日 or 23 Nov 2026; a text that is no day is given back. */
export function longDay(locale: Locale, day: string): string {
  if (!isDay(day)) return day
  const { year, month, day: d } = civilOf(day)
  return locale === 'zh' ? `${year}年${month}月${d}日` : `${d} ${MONTHS[month - 1]} ${year}`
}

/** `2026-11-23` reads 11月23日 周一 or Mon 23 Nov. */
export function shortDay(locale: Locale, day: string): string {
  if (!isDay(day)) return day
  const { month, day: d } = civilOf(day)
  const weekday = WEEKDAYS[locale][(((dayNumber(day) + 4) % 7) + 7) % 7]
  return locale === 'zh' ? `${month}月${d}日 ${weekday}` : `${weekday} ${d} ${MONTHS[month - 1]}`
}

function shown(locale: Locale, value: string | number, format: string | undefined): string {
  if (format === 'plain') return String(value)
  if (typeof value === 'string') return longDay(locale, value)
  if (format === 'percent') return percent(locale, value)
  return figure(locale, value)
}

/**
 * Fills a message. `{name}` takes a fact, `{name:percent}` a share 0..1, `{name:plain}` a number or a day as it is.
 * A part in [[double brackets]] is left out when one of its facts is not known. Of a plural, `n` decides.
 */
export function fill(locale: Locale, message: Message, facts: Facts): string {
  const text = typeof message === 'string' ? message : pick(message, Number(facts['n']), locale)
  const whole = text.replace(/\[\[(.*?)\]\]/g, (_, part: string) =>
    [...part.matchAll(/\{(\w+)/g)].every((hole) => facts[hole[1] ?? ''] !== undefined) ? part : '',
  )
  return whole.replace(/\{(\w+)(?::(\w+))?\}/g, (_, hole: string, format: string | undefined) => {
    const value = facts[hole]
    return value === undefined ? '—' : shown(locale, value, format)
  })
}

function pick(plural: Plural, n: number, locale: Locale): string {
  return rules[locale].select(n) === 'one' ? (plural.one ?? plural.other) : plural.other
}

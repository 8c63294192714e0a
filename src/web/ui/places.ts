import type { Locale } from '../../language/index.ts'

type Option = { readonly value: string; readonly label: string }

const tag = (locale: Locale) => (locale === 'zh' ? 'zh-CN' : 'en')

/** Every currency that the browser knows, by its code and name. */
export function currencies(locale: Locale): Option[] {
  return Intl.supportedValuesOf('currency').map((value) => ({
    value,
    label: `${value} ${currencyName(value, locale)}`,
  }))
}

export function currencyName(code: string, locale: Locale): string {
  return new Intl.DisplayNames(tag(locale), { type: 'currency' }).of(code) ?? code
}

/** Every time zone that the browser knows, and its own and `also`, which older lists lack. */
export function timeZones(locale: Locale, also: string): Option[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const all = new Set([...Intl.supportedValuesOf('timeZone'), own, 'UTC', also])
  return [...all].map((value) => ({ value, label: zoneLabel(value, locale) }))
}

/** `北京时间 UTC+8 Asia/Shanghai`: people look for the first, files of the computer have the last. */
export function zoneLabel(timeZone: string, locale: Locale): string {
  const offset = partOf(timeZone, 'en', 'shortOffset').replace(/^GMT/, 'UTC')
  const place = timeZone.replaceAll('_', ' ')
  return [...new Set([zoneName(timeZone, locale), offset, place])].filter(Boolean).join(' ')
}

/** What people call it; a zone that has no such name is called by its place. */
export function zoneName(timeZone: string, locale: Locale): string {
  if (locale === 'zh' && timeZone === 'Asia/Shanghai') return '北京时间'
  return partOf(timeZone, tag(locale), 'longGeneric') || timeZone.replaceAll('_', ' ')
}

function partOf(timeZone: string, language: string, timeZoneName: 'longGeneric' | 'shortOffset'): string {
  try {
    const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName }).formatToParts()
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  } catch {
    return ''
  }
}

/** The wall clock of a time zone, so that a person sees whether it is theirs; null for a zone that there is not. */
export function nowIn(timeZone: string, locale: Locale): string | null {
  try {
    return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
      timeZone,
      month: locale === 'zh' ? 'long' : 'short',
      day: 'numeric',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    }).format(new Date())
  } catch {
    return null
  }
}

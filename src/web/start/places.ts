import type { Locale } from '../../language/index.ts'

type Option = { readonly value: string; readonly label: string }

/** Every currency that the browser knows, by its code and name. */
export function currencies(locale: Locale): Option[] {
  const names = new Intl.DisplayNames(locale === 'zh' ? 'zh-CN' : 'en', { type: 'currency' })
  return Intl.supportedValuesOf('currency').map((value) => ({
    value,
    label: `${value} ${names.of(value) ?? ''}`,
  }))
}

/** Every time zone that the browser knows, and its own, which older lists lack. */
export function timeZones(): Option[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const all = new Set([...Intl.supportedValuesOf('timeZone'), own, 'UTC'])
  return [...all].map((value) => ({ value, label: value.replaceAll('_', ' ') }))
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

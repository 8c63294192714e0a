import type { Locale } from '../../language/index.ts'

/** A moment on the reader's own clock: 11月23日 11:42, 23 Nov, 11:42; with the year when it is another one. */
export function moment(locale: Locale, iso: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const sameYear = at.getFullYear() === new Date().getFullYear()
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    ...(sameYear ? {} : { year: 'numeric' }),
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
}

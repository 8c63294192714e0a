import type { Locale } from './message.ts'

/** 元, 美元 … in Chinese; in English the currency's own sign. `currency` is an ISO 4217 code. */
export function moneyWord({
  locale,
  currency,
}: {
  readonly locale: Locale
  readonly currency: string
}): string {
  if (locale === 'zh' && currency === 'CNY') return '元'
  const parts = new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en', {
    style: 'currency',
    currency,
    currencyDisplay: locale === 'zh' ? 'name' : 'narrowSymbol',
  }).formatToParts(0)
  return parts.find((part) => part.type === 'currency')?.value ?? currency
}

/** A sum in minor units to the last of them, with its unit: 1,234.50元, ¥1,234.50; below zero −¥1.00. `digits`: decimals of the currency. */
export function sayMinor(
  minor: number,
  {
    locale,
    currency,
    digits,
  }: { readonly locale: Locale; readonly currency: string; readonly digits: number },
): string {
  const text = exactMinor(Math.abs(minor), { locale, digits })
  const word = moneyWord({ locale, currency })
  return `${minor < 0 ? '−' : ''}${locale === 'zh' ? text + word : word + text}`
}

/** The same without its unit, as it stands in a column that names it. */
export function exactMinor(
  minor: number,
  { locale, digits }: { readonly locale: Locale; readonly digits: number },
): string {
  const told = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  const tag = locale === 'zh' ? 'zh-CN' : 'en'
  return (minor / 10 ** digits).toLocaleString(tag, told).replace('-', '−')
}

import type { Locale } from '../../language/index.ts'

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

import type { CompanySettings } from '../../../contract/settings.ts'
import type { api } from '../../api.ts'

export type CompanyChange = Parameters<typeof api.changeCompany>[0]

/** The settings as they are typed. `vat` is in per cent; empty: files must say. */
export type SettingsDraft = {
  readonly name: string
  readonly vat: string
  readonly timeZone: string
  readonly unit: CompanySettings['unit']
  readonly second: readonly string[]
}

export function typedOf(settings: CompanySettings): SettingsDraft {
  const { name, vatRate, timeZone, unit, secondFactorRoles: second } = settings
  return { name, vat: vatRate === null ? '' : vatText(vatRate), timeZone, unit, second }
}

/** A share 0..1 in per cent, at most three decimals and no empty ones: 0.13 is 13. */
export function vatText(rate: number): string {
  return String(Number((rate * 100).toFixed(3)))
}

/**
 * What was typed as per cent (`13`, `13%`, full-width too), as a share 0..1; null where nothing is. Undefined: not a rate. Below one per
 * cent nobody taxes: `0.13` is a share that was meant as 13 %.
 */
export function readVat(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s%]/g, '')
  if (plain === '') return null
  if (!/^\d{1,2}(\.\d{1,3})?$/.test(plain)) return undefined
  const percent = Number(plain)
  return percent > 0 && percent < 1 ? undefined : Number((percent / 100).toFixed(5))
}

/** Only what differs, so that what somebody else changed meanwhile stays. `vat` has been read before. */
export function changeOf(
  typed: SettingsDraft,
  changed: (field: keyof SettingsDraft) => boolean,
): CompanyChange {
  return {
    ...(changed('name') ? { name: typed.name } : {}),
    ...(changed('vat') ? { vatRate: readVat(typed.vat) ?? null } : {}),
    ...(changed('timeZone') ? { timeZone: typed.timeZone } : {}),
    ...(changed('unit') ? { unit: typed.unit } : {}),
    ...(changed('second') ? { secondFactorRoles: [...typed.second] } : {}),
  }
}

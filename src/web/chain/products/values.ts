/** As it is typed; an empty text is nothing known. */
export type SizeText = {
  readonly packUnits: string
  readonly unitMl: string
  readonly cost: string
  readonly excise: string
}
export const noSize: SizeText = { packUnits: '', unitMl: '', cost: '', excise: '' }

/** 12,000 and 12 000 and 12，000 are the same; null: nothing, undefined: no number of this kind. */
export function numberIn(text: string, whole = false, least = 0): number | null | undefined {
  const bare = text.replaceAll(/[\s,，]/g, '')
  if (bare === '') return null
  const value = Number(bare)
  return Number.isFinite(value) && value >= least && (!whole || Number.isInteger(value)) ? value : undefined
}

/** The size that the fields say, or the first field that says none. */
export function readSize(text: SizeText) {
  const packUnits = numberIn(text.packUnits, true, 1)
  const unitMl = numberIn(text.unitMl, false, 0.001)
  const cost = numberIn(text.cost)
  const excise = numberIn(text.excise)
  if (packUnits === undefined) return { wrong: 'packUnits' } as const
  if (unitMl === undefined) return { wrong: 'unitMl' } as const
  if (cost === undefined) return { wrong: 'cost' } as const
  if (excise === undefined) return { wrong: 'excise' } as const
  return { wrong: null, size: { packUnits, unitMl, cost, excise } } as const
}
export type SizeField = keyof SizeText

import { createContext, use, useMemo, useState, type ReactNode } from 'react'
import { recall, remember } from './memory.ts'

export type VolumeUnit = 'kl' | 't' | 'cases'
export const unitWord = { kl: 'unit.kilolitres', t: 'unit.tonnes', cases: 'unit.cases' } as const

type Units = { readonly unit: VolumeUnit; readonly setUnit: (unit: VolumeUnit) => void }
const UnitContext = createContext<Units | null>(null)

function firstUnit(): VolumeUnit {
  const kept = recall('unit')
  return kept === 't' || kept === 'cases' ? kept : 'kl'
}

/** The unit of every volume on every screen; remembered. */
export function UnitProvider({ children }: { readonly children: ReactNode }) {
  const [unit, setUnit] = useState(firstUnit)
  const units = useMemo<Units>(
    () => ({
      unit,
      setUnit: (next) => {
        remember('unit', next)
        setUnit(next)
      },
    }),
    [unit],
  )
  return <UnitContext value={units}>{children}</UnitContext>
}

export function useUnit(): Units {
  const units = use(UnitContext)
  if (!units) throw new Error('useUnit outside of UnitProvider')
  return units
}

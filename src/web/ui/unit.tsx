import { createContext, use, useMemo, useState, type ReactNode } from 'react'
import { recall, remember } from './memory.ts'
import { useSession } from './session.ts'

export const units = ['kl', 't', 'cases'] as const
export type VolumeUnit = (typeof units)[number]
export const unitWord = { kl: 'unit.kilolitres', t: 'unit.tonnes', cases: 'unit.cases' } as const

type Units = { readonly unit: VolumeUnit; readonly setUnit: (unit: VolumeUnit) => void }
const UnitContext = createContext<Units | null>(null)

/** The unit of every volume on every screen: the person's choice, remembered here; until there is one, the company's. */
export function UnitProvider({ children }: { readonly children: ReactNode }) {
  const { person, company } = useSession()
  const name = `unit.${person.id}`
  const [chosen, setChosen] = useState(() => units.find((one) => one === recall(name)))
  const unit = chosen ?? company.unit
  const value = useMemo<Units>(
    () => ({
      unit,
      setUnit: (next) => {
        remember(name, next)
        setChosen(next)
      },
    }),
    [unit, name],
  )
  return <UnitContext value={value}>{children}</UnitContext>
}

export function useUnit(): Units {
  const found = use(UnitContext)
  if (!found) throw new Error('useUnit outside of UnitProvider')
  return found
}

import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { useLanguage } from './language.tsx'
import { timeZones, zoneLabel } from './places.ts'

/** A time zone out of all that there are, found by its name, its distance from UTC or its place. */
export function ZoneSelect({
  value,
  onChange,
  ...named
}: {
  readonly value: string
  readonly onChange: (timeZone: string) => void
  readonly disabled?: boolean
  readonly id?: string
}) {
  const { locale } = useLanguage()
  // Four hundred names cost the browser a moment: only for who looks.
  const [looked, setLooked] = useState(false)
  const options = useMemo(
    () => (looked ? timeZones(locale, value) : [{ value, label: zoneLabel(value, locale) }]),
    [looked, locale, value],
  )
  return (
    <Select
      {...named}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      options={options}
      onOpenChange={(open) => open && setLooked(true)}
      onChange={onChange}
    />
  )
}

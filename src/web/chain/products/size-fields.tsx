import { Input } from 'antd'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { SizeField, SizeText } from './values.ts'

/** Pack, content, cost and excise of a case; money only for who sees it. */
export function SizeFields({
  value,
  wrong,
  seesCosts,
  onChange,
}: {
  readonly value: SizeText
  readonly wrong: SizeField | null
  readonly seesCosts: boolean
  readonly onChange: (patch: Partial<SizeText>) => void
}) {
  const { t } = useLanguage()
  const fields = seesCosts
    ? (['packUnits', 'unitMl', 'cost', 'excise'] as const)
    : (['packUnits', 'unitMl'] as const)
  return (
    <div className="two">
      {fields.map((field) => (
        <Field
          key={field}
          label={t(`masters.size-${field}`)}
          {...(wrong === field ? { error: t('masters.wrong-number') } : {})}
        >
          <Input
            value={value[field]}
            inputMode="decimal"
            maxLength={20}
            onChange={(event) => onChange({ [field]: event.target.value })}
          />
        </Field>
      ))}
    </div>
  )
}

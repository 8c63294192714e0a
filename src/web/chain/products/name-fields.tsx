import { Input } from 'antd'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useProblemWords } from '../../ui/states.tsx'
import { fieldOf } from '../fault.ts'

export type Names = {
  readonly name: string
  readonly code: string
  readonly brand: string
  readonly category: string
}

/** How a product is called and grouped. `known`: what stands, to show what was changed. */
export function NameFields({
  value,
  known,
  error,
  disabled = false,
  onChange,
}: {
  readonly value: Names
  readonly known?: Names
  readonly error: unknown
  readonly disabled?: boolean
  readonly onChange: (patch: Partial<Names>) => void
}) {
  const { t } = useLanguage()
  const problem = useProblemWords()
  const wrong = fieldOf(error)
  const field = (of: keyof Names, most: number) => (
    <Field
      label={t(`masters.${of}`)}
      {...(wrong === of ? { error: problem(error) } : {})}
      {...(known && known[of] !== value[of] ? { was: known[of] } : {})}
    >
      <Input
        value={value[of]}
        disabled={disabled}
        maxLength={most}
        onChange={(event) => onChange({ [of]: event.target.value })}
      />
    </Field>
  )
  return (
    <>
      {field('name', 400)}
      {field('code', 200)}
      <div className="two">
        {field('brand', 100)}
        {field('category', 100)}
      </div>
    </>
  )
}

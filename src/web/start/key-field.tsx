import { Input } from 'antd'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.tsx'
import { keepSetUpKey, keyIn } from './set-up-key.ts'

/** For whoever came without the printed link: a place to paste it, or what follows `key=` in it. */
export function KeyField({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (key: string) => void
}) {
  const { t } = useLanguage()
  return (
    <div className="start-key">
      <Field label={t('start.key')} hint={t('start.key-where')}>
        <Input
          required
          value={value}
          maxLength={400}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            const key = keyIn(event.target.value)
            keepSetUpKey(key)
            onChange(key)
          }}
        />
      </Field>
    </div>
  )
}

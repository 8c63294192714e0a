import { Checkbox } from 'antd'
import type { CompanySettings } from '../../../contract/settings.ts'
import { roles } from '../../../domain/chain/reach.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'

/** Roles whose people sign in with a code after the password. */
export function SecondRoles({
  settings,
  value,
  onChange,
}: {
  readonly settings: CompanySettings
  readonly value: readonly string[]
  readonly onChange: (roles: readonly string[]) => void
}) {
  const { t } = useLanguage()
  const all = [
    ...roles.map((code) => ({ code: code as string, name: t(`role.${code}`) })),
    ...settings.ownRoles,
  ]
  const turn = (code: string, on: boolean) =>
    onChange(all.map((one) => one.code).filter((one) => (one === code ? on : value.includes(one))))
  return (
    <Section title={t('settings.second')} note={t('settings.second-note')}>
      <div className="settings-roles" role="group" aria-label={t('settings.second')}>
        {all.map(({ code, name }) => (
          <Checkbox
            key={code}
            checked={value.includes(code)}
            disabled={!settings.may}
            onChange={(event) => turn(code, event.target.checked)}
          >
            {name}
          </Checkbox>
        ))}
      </div>
      <p className="quiet">{t('settings.second-hint')}</p>
    </Section>
  )
}

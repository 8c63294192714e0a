import { appearances, chooseAppearance, useAppearance } from './appearance.ts'
import { Choice } from './choice.tsx'
import { useLanguage } from './language.tsx'
import { units, useUnit, unitWord } from './unit.tsx'

export function UnitChoice() {
  const { t } = useLanguage()
  const { unit, setUnit } = useUnit()
  return (
    <Choice
      label={t('bar.unit')}
      value={unit}
      options={units.map((value) => ({ value, label: t(unitWord[value]) }))}
      onChange={setUnit}
    />
  )
}

/** Each language is written in itself, so that one who cannot read the other finds it. */
export function LanguageChoice() {
  const { t, locale, setLocale } = useLanguage()
  return (
    <Choice
      label={t('app.language')}
      value={locale}
      options={[
        { value: 'zh', label: t('app.zh'), lang: 'zh-CN' },
        { value: 'en', label: t('app.en'), lang: 'en' },
      ]}
      onChange={setLocale}
    />
  )
}

export function AppearanceChoice() {
  const { t } = useLanguage()
  return (
    <Choice
      label={t('appearance.label')}
      value={useAppearance()}
      options={appearances.map((value) => ({ value, label: t(`appearance.${value}`) }))}
      onChange={chooseAppearance}
    />
  )
}

import { useLanguage } from '../../ui/language.tsx'

const lines = ['desk.how-case', 'desk.how-exchange', 'desk.how-goods', 'desk.how-order'] as const

/** The formulas behind the figures, folded; ours only for who sees ours. */
export function HowPart({ ours }: { readonly ours: boolean }) {
  const { t } = useLanguage()
  return (
    <details className="desk-how">
      <summary>{t('desk.how')}</summary>
      <ul>
        {[...lines, ...(ours ? (['desk.how-ours'] as const) : [])].map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </details>
  )
}

import type { Alike } from '../../../contract/prospect.ts'
import { listed } from '../../../language/message.ts'
import { useLanguage } from '../../ui/language.tsx'

/** Who may be the same, and why it looks so. It is shown; nothing is merged by it. */
export function AlikeNote({ alike }: { readonly alike: readonly Alike[] }) {
  const { t, locale } = useLanguage()
  if (alike.length === 0) return null
  return (
    <div className="prospect-alike" role="status">
      <p>{t('prospect.alike')}</p>
      <ul>
        {alike.map((one) => (
          <li key={one.id}>
            {t('prospect.alike-line', {
              name: one.name,
              place: one.marketName,
              why: listed(
                locale,
                one.why.map((why) => t(`prospect.why-${why}`)),
              ),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}

import { figure } from '../../../language/message.ts'
import { useLanguage } from '../../ui/language.tsx'

/** Which lines of the file are shown, and the next ones. Lines are numbered as the spreadsheet numbers its rows. */
export function Pager({
  first,
  last,
  all,
  from,
  by,
  onFrom,
}: {
  readonly first: number
  readonly last: number
  readonly all: number
  readonly from: number
  readonly by: number
  readonly onFrom: (from: number) => void
}) {
  const { t, locale } = useLanguage()
  return (
    <span className="pager">
      <span className="quiet">{t('wizard.lines-of', { first, last, all: figure(locale, all) })}</span>
      {from > 0 && (
        <button type="button" className="link" onClick={() => onFrom(Math.max(0, from - by))}>
          {t('wizard.lines-before', { n: by })}
        </button>
      )}
      {from + by < all && (
        <button type="button" className="link" onClick={() => onFrom(from + by)}>
          {t('wizard.lines-next', { n: Math.min(by, all - from - by) })}
        </button>
      )}
    </span>
  )
}

import { Button } from 'antd'
import type { MasterAccounts } from '../../../contract/masters-accounts.ts'
import { useLanguage } from '../../ui/language.tsx'

/** From page to page; nothing where everything stands on one. */
export function Pages({
  answer: { page, pageSize, total },
  onPage,
}: {
  readonly answer: MasterAccounts
  readonly onPage: (page: string) => void
}) {
  const { t } = useLanguage()
  const pages = Math.ceil(total / pageSize)
  if (pages < 2) return null
  const to = (next: number) => {
    onPage(String(next))
    window.scrollTo({ top: 0 })
  }
  return (
    <nav className="masters-pages" aria-label={t('masters.page-of', { page, pages })}>
      <Button disabled={page === 1} onClick={() => to(page - 1)}>
        {t('masters.page-before')}
      </Button>
      <span>{t('masters.page-of', { page, pages })}</span>
      <Button disabled={page === pages} onClick={() => to(page + 1)}>
        {t('masters.page-next')}
      </Button>
    </nav>
  )
}

import { Button } from 'antd'
import { useLanguage } from './language.tsx'
import './pages.css'

/** From page to page; nothing where everything stands on one. */
export function Pages({
  answer: { page, pageSize, total },
  onPage,
}: {
  readonly answer: { readonly page: number; readonly pageSize: number; readonly total: number }
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
    <nav className="pages" aria-label={t('list.page-of', { page, pages })}>
      <Button disabled={page === 1} onClick={() => to(page - 1)}>
        {t('list.page-before')}
      </Button>
      <span>{t('list.page-of', { page, pages })}</span>
      <Button disabled={page === pages} onClick={() => to(page + 1)}>
        {t('list.page-next')}
      </Button>
    </nav>
  )
}

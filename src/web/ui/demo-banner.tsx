import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { paths } from '../paths.ts'
import { useLanguage } from './language.tsx'
import { useSession } from './session.ts'
import { useProblemWords } from './states.tsx'

/** Says that the company is invented; an administrator can clear it, after a question, because that cannot be undone. */
export function DemoBanner() {
  const { t } = useLanguage()
  const session = useSession()
  const words = useProblemWords()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const clear = useMutation({
    mutationFn: api.clearDemo,
    onSuccess: async () => {
      await navigate({ to: paths.start })
      client.removeQueries({ type: 'inactive' })
    },
  })
  if (session.company.kind !== 'demo') return null
  const may = session.rights.includes('company.change')
  return (
    <aside className="demo-banner" aria-label={t('demo.label')}>
      <strong>{t('demo.banner')}</strong>
      {!may && <span>{t('demo.clear-whom')}</span>}
      {may && !asked && (
        <button type="button" className="link" onClick={() => setAsked(true)}>
          {t('demo.clear')}
        </button>
      )}
      {may && asked && (
        <>
          <span>{clear.isError ? words(clear.error) : t('demo.clear-sure')}</span>
          <Button size="small" onClick={() => setAsked(false)}>
            {t('app.cancel')}
          </Button>
          <Button size="small" danger loading={clear.isPending} onClick={() => clear.mutate()}>
            {t('demo.clear-yes')}
          </Button>
        </>
      )}
    </aside>
  )
}

import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Visits } from '../../../contract/visit.ts'
import { paths } from '../../paths.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import { useRight } from '../../ui/session.ts'
import { CadenceForm } from './cadence-form.tsx'

/** One's own accounts that nobody visits on fixed dates, each with the way to set them. */
export function WithoutPart({ without }: { readonly without: Visits['without'] }) {
  const { t } = useLanguage()
  const may = useRight('visit.change')
  const [one, setOne] = useState<Visits['without']['accounts'][number] | null>(null)
  if (without.total === 0) return null
  const hidden = without.total - without.accounts.length
  return (
    <Section title={t('visit.without')} note={t('visit.without-note', { n: without.total })}>
      <ul className="visit-without">
        {without.accounts.map((account) => (
          <li key={account.id}>
            <Link className="link" to={paths.account} params={{ id: account.id }}>
              {account.name}
            </Link>
            <Button
              disabled={!may}
              title={may ? undefined : t('visit.may-not')}
              aria-label={`${t('visit.set')} ${account.name}`}
              onClick={() => setOne(account)}
            >
              {t('visit.set')}
            </Button>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="page-note">{t('visit.without-more', { n: hidden })}</p>}
      {one && <CadenceForm key={one.id} account={one} cadence={null} onClose={() => setOne(null)} />}
    </Section>
  )
}

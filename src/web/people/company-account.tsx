import { Button } from 'antd'
import type { CompanyAccount } from '../../contract/company-sign-in.ts'
import type { CompanyProblem } from '../../contract/company-problems.ts'
import { ApiProblem } from '../api.ts'
import { companySignIn } from '../paths.ts'
import { comeIn } from '../ui/kept-session.ts'
import { useLanguage } from '../ui/language.tsx'
import { Failed } from '../ui/states.tsx'

/** How the last way to the company's provider ended; the server's word, which came by the address. */
export function CompanyEnded({ problem }: { readonly problem: CompanyProblem }) {
  return <Failed error={new ApiProblem(403, { code: problem })} />
}

/** One button to the company's provider: a link, because the browser leaves the app. */
export function CompanyButton({
  account,
  next,
  problem,
}: {
  readonly account: CompanyAccount
  readonly next: string | undefined
  /** How it ended before: who is not known by this account may have another. */
  readonly problem: CompanyProblem | undefined
}) {
  const { t } = useLanguage()
  const anew = problem === 'sign-in/company-unknown' || problem === 'sign-in/email-unverified'
  return (
    <Button type="primary" size="large" block href={companySignIn(next, anew)} onClick={comeIn}>
      <strong>{t('sign-in.company', { name: account.name ?? t('sign-in.company-name') })}</strong>
    </Button>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { AccountProfile } from '../../../../contract/assess.ts'
import { api } from '../../../api.ts'
import { useReading } from '../../../ui/reading.ts'
import { useOpened } from '../records/opened.ts'
import { MergeDrawer } from './merge-drawer.tsx'
import { whyDouble } from './why-double.ts'
import './doubles.css'

/** A quiet line where an account may be another one's double, or holds others already; nothing where neither is, or one may not merge. */
export function DoublesLine({ profile }: { readonly profile: AccountProfile }) {
  const { may } = useReading()
  return may('account.merge') ? <Line profile={profile} /> : null
}

function Line({ profile }: { readonly profile: AccountProfile }) {
  const reading = useReading()
  const { t } = reading
  const { account } = profile
  const [opened, open] = useOpened()
  const found = useQuery({
    queryKey: ['account-doubles', account.id],
    queryFn: ({ signal }) => api.doubles(account.id, signal),
    staleTime: 60_000,
  }).data
  const [first] = found?.likely ?? []
  // An aside: while it is looked for, or where it cannot be, the page says nothing of it.
  if (!found || (!first && found.merged.length === 0)) return null
  const words = !first
    ? t('double.merged', { n: found.merged.length })
    : found.likely.length === 1
      ? t('double.line', { name: `${first.name} ${first.account}`, why: whyDouble(reading, first) })
      : t('double.line-more', { n: found.likely.length })
  return (
    <>
      <p className="doubles-line">
        <span>{words}</span>
        <button type="button" className="link" onClick={() => open('merge')}>
          {t(first ? 'double.look' : 'double.merged-look')}
        </button>
      </p>
      {opened === 'merge' ? (
        <MergeDrawer account={account} doubles={found} onClose={() => open(null)} />
      ) : null}
    </>
  )
}

import type { RankedAccount } from '../../../contract/assess.ts'
import { Standing } from '../../ui/standing.tsx'
import { riskWords } from '../loyalty.ts'
import { useReading } from '../../ui/reading.ts'

/** The standing, and beneath it, of one that is not safe, what it is that warns. */
export function StandingWhy({ account }: { readonly account: Pick<RankedAccount, 'standing' | 'loyalty'> }) {
  const words = riskWords(useReading(), account)
  return (
    <>
      <Standing of={account.standing} />
      {words.length === 0 ? null : (
        <span className="sub standing-why" title={words.join(' · ')}>
          {words.map((one, i) => (
            <span key={one}>{i === 0 ? one : `· ${one}`}</span>
          ))}
        </span>
      )}
    </>
  )
}

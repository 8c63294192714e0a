import { Link } from '@tanstack/react-router'
import { ApiProblem } from '../../api.ts'
import { paths } from '../../paths.ts'
import { PageHead, useTitle } from '../../ui/page.tsx'
import { usePlaceAndDay } from '../../ui/place.ts'
import { useProblemWords } from '../../ui/states.tsx'
import { useReading } from '../../ui/reading.ts'

/** Whether it is of no use to ask again. */
export function isNoMarket(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'market/missing'
}

/** A place that is not there, or not for this person: the way back to all that are. */
export function NoMarket({ error }: { readonly error: unknown }) {
  const { t } = useReading()
  const words = useProblemWords()
  const { asOf } = usePlaceAndDay()
  useTitle(t('markets.title'))
  return (
    <>
      <PageHead words={words(error)} />
      <Link className="button-quiet" to={paths.markets} search={asOf ? { asOf } : {}}>
        {t('market.all-markets')}
      </Link>
    </>
  )
}

import { useQueries } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import type { AccountProfile } from '../../contract/assess.ts'
import { criteria } from '../../domain/assess/criterion.ts'
import { ApiProblem } from '../api.ts'
import { paths } from '../paths.ts'
import { accountQuery } from '../ui/account-query.ts'
import { PageHead, useTitle } from '../ui/page.tsx'
import { usePlaceAndDay } from '../ui/place.ts'
import { Failed, Loading, NoRight } from '../ui/states.tsx'
import { WhyPanel } from '../ui/why.tsx'
import { formulaWords, inputName, whySays, whyTitle } from './account/why-words.ts'
import { CompareTable } from './compare/table.tsx'
import { fixed } from '../ui/figures.ts'
import { MOST_COMPARED } from './ranking/actions.tsx'
import { dayWords, useReading, type Reading } from '../ui/reading.ts'
import './parts/parts.css'
import './compare/compare.css'

/** Two to four accounts side by side: every figure, who is best in it, and what is behind it. The address says who. */
export function CompareScreen() {
  const { t, may } = useReading()
  useTitle(t('compare.title'))
  return may('account.read') ? <Answer /> : <NoRight right="account.read" />
}

function useAddress() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const { node, asOf } = usePlaceAndDay()
  const navigate = useNavigate()
  const ids = useMemo(() => {
    const text = typeof search['ids'] === 'string' ? search['ids'] : ''
    return [...new Set(text.split(',').filter((id) => id !== ''))].slice(0, MOST_COMPARED)
  }, [search])
  const place = { ...(node ? { node } : {}), ...(asOf ? { asOf } : {}) }
  const why = typeof search['why'] === 'string' ? search['why'] : null
  const only = search['only'] === 'different'
  const go = (to: { ids?: readonly string[]; why?: string | null; only?: boolean }) => {
    const next = { ids, why: null, only, ...to }
    void navigate({
      to: paths.compare,
      search: {
        ...place,
        ids: next.ids.join(','),
        ...(next.only ? { only: 'different' } : {}),
        ...(next.why === null ? {} : { why: next.why }),
      } as never,
      replace: to.ids === undefined && to.only === undefined,
      resetScroll: false,
    })
  }
  return { ids, place, asOf, why, only, go }
}

function Answer() {
  const reading = useReading()
  const { t, locale } = reading
  const { ids, place, asOf, why, only, go } = useAddress()
  const answers = useQueries({ queries: ids.map((id) => accountQuery(id, asOf)) })
  const profiles = answers.flatMap(({ data }) => (data ? [data] : []))
  const failed = answers.find(({ error }) => error !== null && !isMissing(error))
  const missing = answers.filter(({ error }) => error !== null && isMissing(error)).length
  const back = (
    <Link className="button-quiet" to={paths.accounts} search={place}>
      {t('compare.back')}
    </Link>
  )
  if (failed) return <Failed whole error={failed.error} onRetry={() => void failed.refetch()} />
  if (answers.some(({ isPending }) => isPending)) return <Loading />
  if (profiles.length === 0) {
    return (
      <>
        <PageHead words={t('compare.none')} note={t('compare.none-do')} />
        {back}
      </>
    )
  }
  const [id, key] = why === null ? [] : [why.slice(0, why.indexOf('.')), why.slice(why.indexOf('.') + 1)]
  const asked = profiles.find(({ account }) => account.id === id)
  const formula = asked && key !== undefined ? asked.why[key] : undefined
  return (
    <>
      <PageHead
        words={sentenceOf(reading, profiles)}
        note={t('compare.note', { day: dayWords(reading, profiles[0]?.asOf ?? reading.today) })}
        actions={
          <>
            {back}
            <Button onClick={() => go({ only: !only })} aria-pressed={only}>
              {t('compare.only')}
            </Button>
            <Button type="primary" onClick={() => window.print()}>
              {t('compare.print')}
            </Button>
          </>
        }
      />
      {missing > 0 ? <p className="unsure-text">{t('compare.missing', { n: missing })}</p> : null}
      <CompareTable
        profiles={profiles}
        only={only}
        place={place}
        onWhy={(account, of) => go({ why: `${account}.${of}` })}
        onRemove={(account) => go({ ids: ids.filter((one) => one !== account) })}
      />
      {asked && key !== undefined ? (
        <WhyPanel
          title={`${asked.account.name} · ${whyTitle(locale, key)}`}
          why={formula}
          says={whySays(locale, key)}
          inputName={(name) => inputName(locale, name)}
          {...(formula ? { formula: formulaWords(locale, key, formula) } : {})}
          onClose={() => go({})}
        />
      ) : null}
    </>
  )
}

function isMissing(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 404
}

/** Who leads, by how much, and through which of the four; without the right to scores only how many there are. */
function sentenceOf({ t, locale }: Reading, profiles: readonly AccountProfile[]): string {
  const plain = t('compare.says-plain', { n: profiles.length })
  const [best, next] = profiles
    .filter(({ account }) => account.score !== null)
    .toSorted((a, b) => (b.account.score ?? 0) - (a.account.score ?? 0))
  if (!best || !next) return plain
  const points = fixed(locale, (best.account.score ?? 0) - (next.account.score ?? 0), 1)
  if (points === fixed(locale, 0, 1)) return t('compare.says-even', { n: profiles.length })
  const { weights } = best.policy
  const gain = (criterion: (typeof criteria)[number]) =>
    weights[criterion] * ((best.account.parts[criterion] ?? 0) - (next.account.parts[criterion] ?? 0))
  const part = criteria.toSorted((a, b) => gain(b) - gain(a))[0] ?? 'volume'
  return t('compare.says', {
    best: best.account.name,
    next: next.account.name,
    points,
    part: t(`part.${part}`),
  })
}

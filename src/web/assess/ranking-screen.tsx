import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCallback, useDeferredValue, useMemo } from 'react'
import type { Ranking } from '../../contract/assess.ts'
import { paths } from '../paths.ts'
import { PageHead, useTitle } from '../ui/page.tsx'
import { usePlaceAndDay } from '../ui/place.ts'
import { rankingQuery } from '../ui/ranking-query.ts'
import { NoRight } from '../ui/states.tsx'
import { usePhone } from '../ui/viewport.ts'
import { columnDigits, inUnit } from './figures.ts'
import { useReading } from './reading.ts'
import { arrange, namePlaces } from './ranking/arrange.ts'
import { BarWhy } from './ranking/bar-why.tsx'
import { RankingCards } from './ranking/cards.tsx'
import { saveFile, toCsv } from './ranking/csv.ts'
import { exportRows } from './ranking/export-rows.ts'
import { FindBox, useQueryText } from './ranking/find-box.tsx'
import { RankingFoot } from './ranking/foot.tsx'
import { StandingChips, StandingsRuler } from './ranking/ruler.tsx'
import { rankingSentence, RankingNote, sentenceMarks } from './ranking/sentence.tsx'
import { SortChoice } from './ranking/sort-choice.tsx'
import { RankingEmpty, RankingFailed, RankingLoading } from './ranking/states.tsx'
import { RankingTable } from './ranking/table.tsx'
import { useOpenBar } from './ranking/use-open-bar.ts'
import { readView, toggleStandings, writeView, type RankingView } from './ranking/view.ts'
import './parts/parts.css'
import './ranking/ranking.css'
import './ranking/cards.css'

/** Key accounts: who they are, how sure that is, and which big ones are not safe. */
export function RankingScreen() {
  const { t, may } = useReading()
  useTitle(t('ranking.title'))
  return may('ranking.read') ? <Answer /> : <NoRight right="ranking.read" />
}

function Answer() {
  const place = usePlaceAndDay()
  const answer = useQuery({ ...rankingQuery(place), placeholderData: keepPreviousData })
  const retry = () => void answer.refetch()
  if (answer.data === undefined) {
    return answer.error === null ? (
      <RankingLoading />
    ) : (
      <RankingFailed error={answer.error} old={false} onRetry={retry} />
    )
  }
  const failed = answer.error === null ? null : <RankingFailed error={answer.error} old onRetry={retry} />
  if (answer.data.accounts.length === 0) return <RankingEmpty ranking={answer.data} />
  return (
    <Standings ranking={answer.data} failed={failed} pale={failed !== null || answer.isPlaceholderData} />
  )
}

/** The view in the address, and how to change it without leaving a step in the history for each letter. */
function useView(): readonly [RankingView, (view: RankingView) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const view = useMemo(() => readView(search), [search])
  const setView = useCallback(
    (next: RankingView) => {
      void navigate({
        to: paths.accounts,
        search: ({ node, asOf }) => ({
          ...(node ? { node } : {}),
          ...(asOf ? { asOf } : {}),
          ...writeView(next),
        }),
        replace: true,
        resetScroll: false,
      })
    },
    [navigate],
  )
  return [view, setView]
}

function Standings({
  ranking,
  failed,
  pale,
}: {
  readonly ranking: Ranking
  readonly failed: React.ReactNode
  readonly pale: boolean
}) {
  const reading = useReading()
  const { t, locale, unit, may } = reading
  const phone = usePhone()
  const router = useRouter()
  const [view, setView] = useView()
  const [query, setQuery] = useQueryText(view.query, (next) => setView({ ...view, query: next, why: null }))
  const { node, asOf } = usePlaceAndDay()
  const { accounts, totals } = ranking

  const whole = useMemo(() => wholeOf(ranking), [ranking])
  const places = useMemo(() => {
    let made: ReadonlyMap<string, number> | undefined
    return () => (made ??= namePlaces(accounts, new Intl.Collator(locale === 'zh' ? 'zh-CN' : 'en')))
  }, [accounts, locale])
  const typed = useDeferredValue(query)
  const rows = useMemo(
    () => arrange(accounts, { ...view, query: typed }, places),
    // The open panel is in the view as well, but it changes no row.
    // oxlint-disable-next-line react/exhaustive-deps
    [accounts, view.sort, view.descending, view.standings.join(), typed, places],
  )
  const to = useCallback(
    (id: string, why?: string) => ({
      to: paths.account,
      params: { id },
      search: { ...(node ? { node } : {}), ...(asOf ? { asOf } : {}), ...(why ? { why } : {}) },
    }),
    [node, asOf],
  )
  const href = useCallback((id: string, why?: string) => router.buildLocation(to(id, why)).href, [router, to])
  const [bar, onBar, moveBar, closeBar] = useOpenBar(ranking, view, setView)
  const frame = useMemo(
    () => ({
      weights: ranking.policy.weights,
      means: ranking.means,
      compares: accounts.some((account) => account.rankBefore !== null),
      volumeDigits: columnDigits(
        accounts.map((a) => inUnit(unit, a.tonnageLitres, { litres: a.tonnageLitres, cases: a.cases })),
      ),
      shareDigits: 1,
      href: (account: { id: string }) => href(account.id),
      onOpen: (account: { id: string }) => void router.navigate(to(account.id)),
      onBar,
    }),
    [ranking, accounts, unit, href, onBar, router, to],
  )
  const pick = (standings: RankingView['standings']) => setView(toggleStandings(view, standings))
  const save = () => {
    const name = t('ranking.file', { place: ranking.node.name, day: ranking.asOf })
    saveFile(name, toCsv(exportRows(rows, reading)))
  }
  const note = <RankingNote ranking={ranking} whole={whole} />
  const exporting = (
    <Button
      disabled={!may('export.run')}
      title={t(may('export.run') ? 'ranking.export-hint' : 'ranking.export-whom')}
      onClick={save}
    >
      {t('ranking.export')}
    </Button>
  )
  return (
    <>
      <PageHead
        words={rankingSentence(reading, ranking, whole)}
        marks={sentenceMarks(pick)}
        {...(phone ? {} : { note, actions: exporting })}
      />
      {failed}
      <StandingsRuler totals={totals} chosen={view.standings} whole={whole} onPick={pick} />
      {phone ? (
        <>
          <StandingChips
            totals={totals}
            chosen={view.standings}
            onPick={(chosen) => setView({ ...view, standings: chosen })}
          />
          <div className="phone-tools">
            <FindBox query={query} onQuery={setQuery} />
            <SortChoice view={view} onView={setView} />
          </div>
          <RankingCards rows={rows} frame={frame} pale={pale} />
        </>
      ) : (
        <RankingTable
          rows={rows}
          view={{ ...view, query }}
          frame={frame}
          manyMarkets={ranking.node.kind !== 'market' && new Set(accounts.map((a) => a.market)).size > 1}
          pale={pale}
          onView={setView}
          onQuery={setQuery}
        />
      )}
      <RankingFoot
        shown={rows.length}
        all={totals.accounts}
        filtered={view.standings.length > 0 || query !== ''}
        onAll={() => {
          setQuery('')
          setView({ ...view, standings: [], query: '', why: null })
        }}
      />
      {phone ? (
        <div className="phone-end">
          <p>{note}</p>
          {exporting}
        </div>
      ) : null}
      {bar ? (
        <BarWhy
          open={bar}
          ranking={ranking}
          link={to(bar.account.id, `part.${bar.criterion}`)}
          onCriterion={moveBar}
          onClose={closeBar}
        />
      ) : null}
    </>
  )
}

/** All litres and, where every account's cases were counted, all cases. */
function wholeOf({ accounts, totals }: Ranking): { litres: number; cases: number | null } {
  const cases = accounts.reduce<number | null>(
    (sum, account) => (sum === null || account.cases === null ? null : sum + account.cases),
    0,
  )
  return { litres: totals.litres, cases }
}

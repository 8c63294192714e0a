import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useCallback, useDeferredValue, useMemo } from 'react'
import type { Ranking } from '../../contract/assess.ts'
import { paths } from '../paths.ts'
import { PageHead, useTitle } from '../ui/page.tsx'
import { usePlaceAndDay } from '../ui/place.ts'
import { rankingQuery } from '../ui/ranking-query.ts'
import { NoRight } from '../ui/states.tsx'
import { usePhone } from '../ui/viewport.ts'
import { digitsOf, inUnit } from '../ui/figures.ts'
import { useReading } from '../ui/reading.ts'
import { RankingActions } from './ranking/actions.tsx'
import { BarWhy } from './ranking/bar-why.tsx'
import { RankingCards } from './ranking/cards.tsx'
import { rankingColumns } from './ranking/columns.ts'
import { FileChoice } from './ranking/file-choice.tsx'
import { FindBox, useQueryText } from './ranking/find-box.tsx'
import { RankingFoot } from './ranking/foot.tsx'
import { StandingChips, StandingsRuler } from './ranking/ruler.tsx'
import { rankingSentence } from './ranking/says.ts'
import { RankingNote, sentenceMarks } from './ranking/sentence.tsx'
import { SortChoice } from './ranking/sort-choice.tsx'
import { RankingEmpty, RankingFailed, RankingLoading } from './ranking/states.tsx'
import { RankingTable } from './ranking/table.tsx'
import { useOpenBar } from './ranking/use-open-bar.ts'
import { useOpeningView } from './ranking/use-opening-view.ts'
import { usePicked } from './ranking/use-picked.ts'
import { useRows } from './ranking/use-rows.ts'
import { useView } from './ranking/use-view.ts'
import { ViewChoice } from './ranking/view-choice.tsx'
import { toggleStandings, type RankingView } from './ranking/view.ts'
import './parts/parts.css'
import './ranking/ranking.css'
import './ranking/cards.css'
import './ranking/tools.css'

/** Key accounts: who they are, how sure that is, and which big ones are not safe. */
export function RankingScreen() {
  const { t, may } = useReading()
  useTitle(t('ranking.title'))
  return may('ranking.read') ? <Answer /> : <NoRight right="ranking.read" />
}

function Answer() {
  useOpeningView()
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
  if (answer.data.totals.accounts === 0) return <RankingEmpty ranking={answer.data} />
  return (
    <Standings ranking={answer.data} failed={failed} pale={failed !== null || answer.isPlaceholderData} />
  )
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
  const { t, locale, unit } = reading
  const phone = usePhone()
  const router = useRouter()
  const [view, setView] = useView()
  const [query, setQuery] = useQueryText(view.query, (next) => setView({ ...view, query: next, why: null }))
  const place = usePlaceAndDay()
  const { node, asOf } = place
  const { totals } = ranking

  const whole = { litres: totals.litres, cases: totals.cases }
  const typed = useDeferredValue(query)
  const { rows, known, onSight } = useRows(ranking, place, view, typed, locale)
  const many = ranking.node.kind !== 'market' && totals.markets > 1
  const all = rankingColumns(reading, many, totals.accounts)
  const columns = useMemo(
    () => rankingColumns(reading, many, totals.accounts, view.columns),
    // Words and widths hang on language, unit and rights.
    // oxlint-disable-next-line react/exhaustive-deps
    [locale, unit, many, totals.accounts, view.columns?.join(), reading.may('contribution.read')],
  )
  const ids = useMemo(() => columns.map(({ id }) => id), [columns])
  const picked = usePicked()
  const to = useCallback(
    (id: string, why?: string) => ({
      to: paths.account,
      params: { id },
      search: { ...(node ? { node } : {}), ...(asOf ? { asOf } : {}), ...(why ? { why } : {}) },
    }),
    [node, asOf],
  )
  const href = useCallback((id: string, why?: string) => router.buildLocation(to(id, why)).href, [router, to])
  const [bar, onBar, moveBar, closeBar] = useOpenBar(known, view, setView)
  const frame = useMemo(
    () => ({
      columns: ids,
      weights: ranking.policy.weights,
      means: ranking.means,
      compares: totals.compares,
      volumeDigits: digitsOf(inUnit(unit, totals.medianLitres, whole) ?? 100),
      shareDigits: 1,
      href: (account: { id: string }) => href(account.id),
      onOpen: (account: { id: string }) => void router.navigate(to(account.id)),
      onBar,
    }),
    // Totals come with the ranking.
    // oxlint-disable-next-line react/exhaustive-deps
    [ranking, ids, unit, href, onBar, router, to],
  )
  const pick = (standings: RankingView['standings']) => setView(toggleStandings(view, standings))
  const note = <RankingNote ranking={ranking} whole={whole} />
  const actions = (
    <RankingActions
      urgent={totals.urgent}
      view={{ ...view, query }}
      onView={setView}
      all={all}
      columns={ids}
      picked={picked.picked}
    />
  )
  return (
    <>
      {phone ? null : (
        <a className="skip" href="#rows" onClick={toRows}>
          {t('ranking.skip')}
        </a>
      )}
      <PageHead
        words={rankingSentence(reading, ranking, whole)}
        marks={sentenceMarks(pick)}
        {...(phone ? {} : { note, actions })}
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
            <ViewChoice view={{ ...view, query }} />
            <FileChoice view={{ ...view, query }} columns={ids} />
          </div>
          <RankingCards rows={rows} frame={frame} pale={pale} onSight={onSight} />
        </>
      ) : (
        <RankingTable
          rows={rows}
          view={{ ...view, query }}
          frame={frame}
          columns={columns}
          picked={picked}
          pale={pale}
          onView={setView}
          onQuery={setQuery}
          onSight={onSight}
        />
      )}
      <RankingFoot
        shown={rows.length}
        all={totals.accounts}
        picked={picked.picked.size}
        onUnpick={picked.clear}
        filtered={view.standings.length > 0 || query !== ''}
        onAll={() => {
          setQuery('')
          setView({ ...view, standings: [], query: '', why: null })
        }}
      />
      {phone ? (
        <div className="phone-end">
          <p>{note}</p>
          <div className="page-actions">{actions}</div>
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

/** Into the table, to the row that Tab would reach. */
function toRows(event: React.MouseEvent): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('.ranking-table tbody tr[tabindex="0"]')?.focus()
}

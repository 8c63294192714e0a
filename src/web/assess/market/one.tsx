import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCallback, useState } from 'react'
import type { MarketPage, MemberLevel } from '../../../contract/market.ts'
import { daysBetween } from '../../../domain/day.ts'
import { longDay } from '../../../language/message.ts'
import { paths } from '../../paths.ts'
import { marketQuery, marketsQuery } from '../../ui/market-query.ts'
import { PageHead, useTitle } from '../../ui/page.tsx'
import { usePlaceAndDay } from '../../ui/place.ts'
import type { Mark } from '../../ui/sentence.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { WhyPanel } from '../../ui/why.tsx'
import { percent, signed, growth, inUnit, digitsOf, fixed } from '../../ui/figures.ts'
import { Arrow } from '../parts/change.tsx'
import { dayWords, useReading } from '../../ui/reading.ts'
import { lookUp } from '../../../language/index.ts'
import { AccountsRuler } from './accounts-ruler.tsx'
import { Category } from './category.tsx'
import { WhaleCurve } from './curve.tsx'
import { ExportMembers } from './export-button.tsx'
import { Holes } from './holes.tsx'
import { KeysTable } from './keys-table.tsx'
import { Losers } from './losers.tsx'
import { isNoMarket, NoMarket } from './missing.tsx'
import { Movers } from './movers.tsx'
import { peersPerTonne } from './peers.ts'
import { marketSentence } from './sentence.ts'
import { SizeForm } from './size-form.tsx'
import { volumeSaid, wholeOf } from './volume.ts'

const STALE_DAYS = 7
/** All markets in sight, on the last day. */
const NOWHERE = {}

/** Without the schema of the contract: it would bring its whole library into the browser. */
function levelOf(text: unknown): MemberLevel | undefined {
  return text === 'wholesaler' || text === 'sub_distributor' ? text : undefined
}

/** One market, by its code. */
export function OneMarket({ code }: { readonly code: string }) {
  const { asOf } = usePlaceAndDay()
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const level = levelOf(search['level'])
  const answer = useQuery({
    ...marketQuery(code, asOf, level),
    placeholderData: (before) => (before?.row.code === code ? keepPreviousData(before) : undefined),
  })
  useTitle(answer.data?.row.name ?? '')
  if (answer.data)
    return (
      <>
        {answer.error === null ? null : <Failed error={answer.error} onRetry={() => void answer.refetch()} />}
        <Shown page={answer.data} />
      </>
    )
  if (isNoMarket(answer.error)) return <NoMarket error={answer.error} />
  if (answer.error) return <Failed whole error={answer.error} onRetry={() => void answer.refetch()} />
  return <Loading rows={10} />
}

/** What stands open, in the address: a "why", a level of the curve. */
function useAddress() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const set = useCallback(
    (change: { why?: string | null; level?: MemberLevel }) => {
      void navigate({
        to: paths.markets,
        search: (old: Record<string, unknown>) => {
          const { why: _, ...rest } = old
          const next = { ...rest, ...(change.level ? { level: change.level } : {}) }
          return (typeof change.why === 'string' ? { ...next, why: change.why } : next) as never
        },
        replace: change.level === undefined,
        resetScroll: false,
      })
    },
    [navigate],
  )
  return [typeof search['why'] === 'string' ? search['why'] : null, set] as const
}

function Shown({ page }: { readonly page: MarketPage }) {
  const reading = useReading()
  const { t, locale } = reading
  const { asOf } = usePlaceAndDay()
  const [why, set] = useAddress()
  const [sizing, setSizing] = useState(false)
  const closeSize = useCallback(() => setSizing(false), [])
  const close = useCallback(() => set({ why: null }), [set])
  const onWhy = (key: string) => set({ why: key })
  const others = useQuery({
    ...marketsQuery(asOf === undefined ? NOWHERE : { asOf }),
  })
  const loss: Mark = { tone: 'loss', onPick: () => onWhy('curve') }
  const concentration: Mark = { onPick: () => onWhy('concentration') }
  const standings: Mark = { tone: 'loss', onPick: () => document.getElementById('keys')?.scrollIntoView() }
  const marks = {
    lead: concentration,
    share: concentration,
    disloyal: standings,
    risk: standings,
    sleeping: {
      tone: 'loss',
      to: paths.accounts,
      search: { node: page.row.code, standing: 'dormant_big', ...(asOf === undefined ? {} : { asOf }) },
    } satisfies Mark,
    loss,
    amount: loss,
  }
  return (
    <article className="market">
      <p className="no-print market-up">
        <Link className="link" to={paths.markets} search={asOf === undefined ? NOWHERE : { asOf }}>
          {`‹ ${t('market.all-markets')}`}
        </Link>
      </p>
      <PageHead
        words={marketSentence(reading, page)}
        marks={marks}
        note={<Note page={page} onWhy={onWhy} />}
        actions={
          <>
            <ExportMembers page={page} />
            <Button onClick={() => window.print()}>{t('market.print')}</Button>
          </>
        }
      />
      <p className="print-only">{`${t('bar.as-of')} ${longDay(locale, page.asOf)}`}</p>
      <AccountsRuler page={page} />
      <div className="market-top" data-alone={page.curve === null || undefined}>
        <WhaleCurve
          page={page}
          peers={others.data ? peersPerTonne(others.data.markets, page.row.code) : null}
          onWhy={onWhy}
          onLevel={(level) => set({ level })}
        />
        {page.curve ? <Losers page={page} curve={page.curve} onWhy={onWhy} /> : null}
      </div>
      <div id="keys">
        <KeysTable page={page} />
      </div>
      <div className="market-three">
        <Category page={page} onWhy={onWhy} onEstimate={() => setSizing(true)} />
        <Movers page={page} onWhy={onWhy} />
        <Holes page={page} onWhy={onWhy} />
      </div>
      {sizing ? <SizeForm code={page.row.code} name={page.row.name} onClose={closeSize} /> : null}
      {why === null || sizing ? null : (
        <WhyPanel
          title={lookUp(locale, `why-of.market.${why}`) ?? why}
          why={page.why[why]}
          says={lookUp(locale, `why-says.market.${why}`)}
          inputName={(name) => lookUp(locale, `market-input.${name}`) ?? name}
          {...formulaOf(locale, why, page.level)}
          onClose={close}
        />
      )}
    </article>
  )
}

function formulaOf(locale: 'zh' | 'en', why: string, level: MemberLevel): { formula?: string } {
  const key = why === 'curve' ? `curve-${level === 'wholesaler' ? 'first' : 'sub'}` : why
  const words = lookUp(locale, `formula.market.${key}`)
  return words === null ? {} : { formula: words }
}

/** What the figures are of, how they moved, how many members, and what is missing. */
function Note({ page, onWhy }: { readonly page: MarketPage; readonly onWhy: (key: string) => void }) {
  const reading = useReading()
  const { t, locale, unit } = reading
  const { row, subDistributors, traced, lastMovement, asOf } = page
  const whole = wholeOf(row)
  const change = growth(row.litres, row.lastYearLitres)
  const gained = row.lastYearLitres === null ? null : inUnit(unit, row.litres - row.lastYearLitres, whole)
  const silent = lastMovement === null ? 0 : daysBetween(lastMovement, asOf)
  const facts = [
    row.concentration ? t('market.note-equal', { equal: fixed(locale, row.concentration.equal, 1) }) : '',
    t('market.note-members', { n: row.accounts }),
    subDistributors > 0
      ? t('market.note-subs', { n: subDistributors, share: traced })
      : t('market.note-no-subs'),
  ].join('')
  return (
    <>
      {t('market.note-window', {
        day: dayWords(reading, asOf),
        volume: volumeSaid(reading, row.litres, whole),
      })}
      {change === null ? (
        facts
      ) : (
        <>
          {' '}
          {/* The mark that follows stays with the figure: no line begins with it. */}
          <span className="note-kept">
            <button type="button" className="note-button" onClick={() => onWhy('volume')}>
              <Arrow direction={Math.sign(change)} /> {`${percent(locale, Math.abs(change))}% `}
              {signed(locale, gained, digitsOf(gained ?? 0))}
            </button>
            {facts.slice(0, 1)}
          </span>
          {facts.slice(1)}
        </>
      )}
      {t('market.end')}
      {(row.costUnknown ?? 0) > 0 ? ` ${t('market.note-cost', { n: row.costUnknown ?? 0 })}` : null}
      {silent > STALE_DAYS && lastMovement !== null ? (
        <span className="unsure-text">
          {' '}
          {t('market.stale', { day: dayWords(reading, lastMovement), n: silent })}
        </span>
      ) : null}
    </>
  )
}

import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useAfterPaint } from '../ui/after-paint.ts'
import { useDraft } from '../ui/draft.ts'
import { useLanguage } from '../ui/language.tsx'
import { moneyWord } from '../../language/money-words.ts'
import { useTitle } from '../ui/page.tsx'
import { useRight, useSession } from '../ui/session.ts'
import { usePhone } from '../ui/viewport.ts'
import { DealActions } from './deal/actions.tsx'
import { BreaksPart } from './deal/breaks-part.tsx'
import { firstDesk, type Desk, type DeskProps } from './deal/desk.ts'
import { headWords } from './deal/head-words.ts'
import { DeskHead, PhoneHead, type Side } from './deal/heads.tsx'
import { HowPart } from './deal/how-part.tsx'
import { useScenarios } from './deal/kept-scenarios.ts'
import { OrderPart } from './deal/order-part.tsx'
import { OursPart } from './deal/ours-part.tsx'
import { OwnLimits } from './deal/own-limits.tsx'
import { PartsPart } from './deal/parts-part.tsx'
import { RivalFields } from './deal/rival.tsx'
import { ScenariosPart } from './deal/scenarios-part.tsx'
import { Slip } from './deal/slip.tsx'
import { useSums, type Told } from './deal/sums.ts'
import './deal/deal.css'
import './deal/slip.css'

/**
 * The deal desk: what a case and a first order bring the wholesaler, told across the counter. Everything is typed here and computed here;
 * no figure comes from the server, so it works where there is no signal. Ours stands behind a tap, for who may see contribution.
 */
export function DealScreen() {
  const { t, locale } = useLanguage()
  useTitle(t('desk.title'))
  const { company } = useSession()
  return (
    <DealDesk
      money={moneyWord({ locale, currency: company.currency })}
      mayOurs={useRight('contribution.read')}
      phone={usePhone()}
      scenarios={useScenarios()}
    />
  )
}

/** What each key draws: so it asks nobody who is there, or how wide the screen is. */
function DealDesk({
  money,
  mayOurs,
  phone,
  scenarios: [scenarios, keep],
}: {
  readonly money: string
  readonly mayOurs: boolean
  readonly phone: boolean
  readonly scenarios: ReturnType<typeof useScenarios>
}) {
  const { t } = useLanguage()
  const { value: desk, set, clear, dirty } = useDraft('deal', firstDesk)
  const [side, setSide] = useState<Side>('theirs')
  // The slip answers each key in its own picture; what stands beneath it comes with the next.
  const late = useAfterPaint(desk)
  const told = useSums(late)
  const latest = useRef(desk)
  useLayoutEffect(() => {
    latest.current = desk
  }, [desk])
  const ready = told.sums !== null
  const actions = useMemo(
    () => (
      <DealActions
        now={() => latest.current}
        again={dirty ? clear : undefined}
        ready={ready}
        scenarios={scenarios}
        keep={keep}
        money={money}
      />
    ),
    [dirty, clear, ready, scenarios, keep, money],
  )
  const theirs = !phone || side === 'theirs'
  const ours = mayOurs && (!phone || side === 'ours')
  return (
    <div className="deal-desk">
      {phone ? (
        <PhoneHead sides={mayOurs} side={side} onSide={setSide} />
      ) : (
        <DeskHead words={headWords(told, { t, money })} actions={actions} />
      )}
      <div className="deal-columns">
        {theirs && <Slip desk={desk} late={late} set={set} sums={told.sums} money={money} />}
        <Rest desk={desk} told={told} set={set} money={money} theirs={theirs} ours={ours} />
      </div>
      <Limits />
      {theirs && <Compared desk={late} set={set} all={scenarios} onChange={keep} />}
      {phone && <footer className="deal-foot">{actions}</footer>}
    </div>
  )
}

const Limits = memo(OwnLimits)
const Compared = memo(ScenariosPart)

/** What is typed on the slip: alone it changes nothing else until the sums have come. */
const onSlip: ReadonlySet<string> = new Set([
  'spread',
  'n',
  'fullValue',
  'depositValue',
  'returnRate',
  'capPrize',
  'kept',
  'rebate',
  'delivery',
] satisfies (keyof Desk)[])

type RestProps = DeskProps & {
  readonly told: Told
  readonly money: string
  readonly theirs: boolean
  readonly ours: boolean
}

function isSame({ desk: before, ...old }: RestProps, { desk: now, ...next }: RestProps): boolean {
  return (
    (Object.keys(now) as (keyof Desk)[]).every(
      (field) => onSlip.has(field) || now[field] === before[field],
    ) && (Object.keys(next) as (keyof typeof next)[]).every((prop) => next[prop] === old[prop])
  )
}

/** Everything beneath the slip, or on a desk beside it. */
const Rest = memo(function Rest({ desk, set, told, money, theirs, ours }: RestProps) {
  const { t } = useLanguage()
  const mayOurs = useRight('contribution.read')
  return (
    <>
      {theirs && (
        <div className="deal-column">
          <OrderPart desk={desk} set={set} sums={told.sums} money={money} />
          <PartsPart desk={desk} set={set} sums={told.sums} />
          <RivalFields desk={desk} set={set} />
          <HowPart ours={mayOurs} />
        </div>
      )}
      <div className="deal-column">
        {ours && <OursPart desk={desk} set={set} sums={told.sums} />}
        {theirs && told.sums && <BreaksPart sums={told.sums} />}
        {!mayOurs && <p className="quiet deal-whom">{t('desk.ours-whom')}</p>}
      </div>
    </>
  )
}, isSame)

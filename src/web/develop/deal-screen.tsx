import { Button } from 'antd'
import { memo, useDeferredValue, useState } from 'react'
import { Choice } from '../ui/choice.tsx'
import { useDraft } from '../ui/draft.ts'
import { useLanguage } from '../ui/language.tsx'
import { moneyWord } from '../../language/money-words.ts'
import { PageHead, useTitle } from '../ui/page.tsx'
import { useRight, useSession } from '../ui/session.ts'
import { usePhone } from '../ui/viewport.ts'
import { BackLink } from './deal/back-link.tsx'
import { BreaksPart } from './deal/breaks-part.tsx'
import { firstDesk, type Desk, type DeskProps } from './deal/desk.ts'
import { headWords } from './deal/head-words.ts'
import { HowPart } from './deal/how-part.tsx'
import { MOST_SCENARIOS, useScenarios } from './deal/kept-scenarios.ts'
import { OrderPart } from './deal/order-part.tsx'
import { OursPart } from './deal/ours-part.tsx'
import { OwnLimits } from './deal/own-limits.tsx'
import { PartsPart } from './deal/parts-part.tsx'
import { RivalFields } from './deal/rival.tsx'
import { ScenariosPart } from './deal/scenarios-part.tsx'
import { SendButton } from './deal/send-button.tsx'
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
  const mayOurs = useRight('contribution.read')
  const phone = usePhone()
  const draft = useDraft('deal', firstDesk)
  const [side, setSide] = useState<'theirs' | 'ours'>('theirs')
  const [scenarios, keep] = useScenarios()
  const { value: desk, set } = draft
  const told = useSums(desk)
  const money = moneyWord({ locale, currency: company.currency })
  const full = scenarios.length >= MOST_SCENARIOS
  const putAside = () => {
    const used = new Set(scenarios.map(({ name }) => name))
    const name =
      [1, 2, 3].map((n) => t('desk.scenario', { n })).find((one) => !used.has(one)) ??
      t('desk.scenario', { n: 1 })
    keep([...scenarios, { id: crypto.randomUUID(), name, desk }])
  }
  const theirs = !phone || side === 'theirs'
  const ours = mayOurs && (!phone || side === 'ours')
  // The slip answers each key at once; what stands beneath it follows in its own time.
  const later = useDeferredValue(told)
  const compared = useDeferredValue(desk)
  const actions = (
    <>
      {draft.dirty && (
        <button type="button" className="link" onClick={() => draft.clear()}>
          {t('desk.again')}
        </button>
      )}
      <SendButton desk={desk} told={told} money={money} />
      <Button type="primary" disabled={full || told.sums === null} onClick={putAside}>
        {t(full ? 'desk.full' : 'desk.put-aside')}
      </Button>
    </>
  )
  return (
    <div className="deal-desk">
      {phone ? (
        <header className="deal-top">
          <BackLink />
          {mayOurs ? (
            <Choice
              label={t('desk.side')}
              value={side}
              options={[
                { value: 'theirs', label: t('desk.theirs') },
                { value: 'ours', label: t('desk.ours') },
              ]}
              onChange={setSide}
            />
          ) : (
            <strong>{t('desk.theirs')}</strong>
          )}
          <h1 className="visually-hidden">{t('desk.title')}</h1>
        </header>
      ) : (
        <>
          <span className="deal-side-back">
            <BackLink />
          </span>
          <PageHead words={headWords(told, { t, money })} note={t('desk.note')} actions={actions} />
        </>
      )}
      <div className="deal-columns">
        {theirs && <Slip desk={desk} set={set} told={told} money={money} />}
        <Rest desk={desk} told={later} set={set} money={money} theirs={theirs} ours={ours} />
      </div>
      <OwnLimits />
      {theirs && <Compared desk={compared} set={set} all={scenarios} onChange={keep} />}
      {phone && <footer className="deal-foot">{actions}</footer>}
    </div>
  )
}

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

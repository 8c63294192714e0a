import { listed } from '../../../language/message.ts'
import { useState } from 'react'
import type { Curve, CurveMember, MarketPage } from '../../../contract/market.ts'
import { lookUp } from '../../../language/index.ts'
import { Section } from '../../ui/page.tsx'
import { WhyButton } from '../../ui/why.tsx'
import { columnDigits, fixed, inUnit, MISSING } from '../../ui/figures.ts'
import { moneyWord, unitWord, useReading, type Reading } from '../../ui/reading.ts'
import { moneyScale } from './axis-money.ts'
import { MemberName } from './member-name.tsx'
import { wholeOf } from './volume.ts'

const FEW = 4

/** Who costs more than he brings, worst first, and what the figures say about it; where nobody does, who leaves least a tonne. */
export function Losers({
  page,
  curve,
  onWhy,
}: {
  readonly page: MarketPage
  readonly curve: Curve
  readonly onWhy: (key: string) => void
}) {
  const reading = useReading()
  const { t, locale, unit } = reading
  const [all, setAll] = useState(false)
  const members = [...curve.best, ...curve.worst]
  const losing = members.filter(({ contribution }) => contribution < 0).toReversed()
  const lost = losing.length > 0
  const thin = members
    .filter(({ perTonne }) => perTonne !== null)
    .toSorted((a, b) => (a.perTonne ?? 0) - (b.perTonne ?? 0))
    .slice(0, FEW)
  const rows = lost ? (all ? losing : losing.slice(0, FEW)) : thin
  const left = lost ? curve.loss.members - rows.length : 0
  const rest = curve.loss.amount - rows.reduce((sum, { contribution }) => sum + contribution, 0)
  const money = moneyScale(reading, lost ? [curve.loss.amount] : rows.map((row) => row.contribution))
  const whole = wholeOf(page.row)
  const digits = columnDigits(rows.map(({ litres }) => inUnit(unit, litres, whole)))
  const title = t(lost ? 'losers.title' : 'losers.thin')
  const lostLitres = losing.reduce((sum, { litres }) => sum + Math.max(0, litres), 0)
  return (
    <Section
      title={title}
      note={
        <>
          {t('losers.year', { money: money.word })} <WhyButton of={title} onOpen={() => onWhy('curve')} />
        </>
      }
      aside={
        lost && curve.loss.members > FEW ? (
          <button type="button" className="link no-print" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('losers.less', { n: FEW }) : t('losers.all', { n: curve.loss.members })}
          </button>
        ) : undefined
      }
    >
      <table className="plain-table losers">
        <thead>
          <tr>
            <th scope="col">
              {t(page.level === 'wholesaler' ? 'losers.member-first' : 'losers.member-sub')}
            </th>
            <th scope="col" className="number">
              {unitWord(reading)}
            </th>
            <th scope="col" className="number">
              {t('losers.contribution')}
            </th>
            <th scope="col" className="number">
              {t('col.per-tonne', { money: moneyWord(reading) })}
            </th>
            {lost ? <th scope="col">{t('losers.why')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((member) => (
            <tr key={member.id}>
              <th scope="row">
                <MemberName member={member} level={page.level} />
                {member.suppliers.length > 0 ? (
                  <span className="sub" title={member.suppliers.join(' · ')}>
                    {t('losers.from', { names: listed(locale, member.suppliers) })}
                  </span>
                ) : null}
              </th>
              <td className="number">{fixed(locale, inUnit(unit, member.litres, whole), digits)}</td>
              <td
                className="number"
                title={money.exact(member.contribution)}
                data-loss={member.contribution < 0 || undefined}
              >
                {money.say(member.contribution)}
              </td>
              <td className="number">{fixed(locale, member.perTonne, 0)}</td>
              {lost ? (
                <td className="loss-why">
                  {reasonsOf(reading, member).map((words) => (
                    <span key={words} title={words}>
                      {words}
                    </span>
                  ))}
                </td>
              ) : null}
            </tr>
          ))}
          {left > 0 ? (
            <tr>
              <th scope="row">{t('losers.rest', { n: left })}</th>
              <td className="number">{MISSING}</td>
              <td className="number" data-loss>
                {money.say(rest)}
              </td>
              <td className="number">{MISSING}</td>
              <td className="quiet">{MISSING}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
      {lost && losing.length === curve.loss.members && page.row.litres > 0 ? (
        <p className="market-small">
          {t('losers.share', {
            n: losing.length,
            share: lostLitres / page.row.litres,
          })}
        </p>
      ) : null}
    </Section>
  )
}

function reasonsOf({ locale, ...reading }: Reading, member: CurveMember): readonly string[] {
  return member.reasons.flatMap(({ code, facts }) => {
    const component = facts['component']
    const named =
      typeof component === 'string'
        ? { ...facts, component: (lookUp(locale, `step.${component}`) ?? component).toLowerCase() }
        : facts
    const words = lookUp(locale, `loss.${code}`, named)
    return words === null || reading.t === undefined ? [] : [words]
  })
}

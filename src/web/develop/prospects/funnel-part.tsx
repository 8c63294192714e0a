import { useQuery } from '@tanstack/react-query'
import { useState, type CSSProperties } from 'react'
import type { Funnel } from '../../../contract/prospect-funnel.ts'
import type { Source } from '../../../domain/develop/prospect.ts'
import { figure, percent } from '../../../language/message.ts'
import { prospectsApi } from '../../prospects-api.ts'
import { Choice } from '../../ui/choice.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import { useSession } from '../../ui/session.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { useAddress } from '../../ui/address.ts'

const ways = ['source', 'owner', 'market'] as const

/** What became of those found in twelve months: how far they came, how long it took, what one won cost, who brought them. */
export function FunnelPart() {
  const { get } = useAddress()
  const [by, setBy] = useState<(typeof ways)[number]>('source')
  const node = get('node')
  const ask = { by, ...(node === undefined ? {} : { node }) }
  const funnel = useQuery({ queryKey: ['prospects', 'funnel', ask], queryFn: () => prospectsApi.funnel(ask) })
  if (funnel.error) return <Failed error={funnel.error} onRetry={() => void funnel.refetch()} />
  if (!funnel.data) return <Loading rows={8} head={false} />
  return <Shown funnel={funnel.data} by={by} onBy={setBy} />
}

/** Of the room beside the figure. Beside nobody found there is no bar. */
function share(reached: number, found: number) {
  return { '--share': found === 0 ? 0 : reached / found } as CSSProperties
}

function Shown({
  funnel,
  by,
  onBy,
}: {
  readonly funnel: Funnel
  readonly by: (typeof ways)[number]
  readonly onBy: (by: (typeof ways)[number]) => void
}) {
  const { t, locale } = useLanguage()
  const { company } = useSession()
  const days = ({ days: of }: Funnel['leadTime']) =>
    of
      ? t('prospect.lead-days', {
          low: Math.round(of.low),
          high: Math.round(of.high),
          median: Math.round(of.median * 10) / 10,
        })
      : t('prospect.lead-none')
  const signed = funnel.steps.find(({ stage }) => stage === 'signed')?.reached ?? 0
  const cost = (key: string) => funnel.costs?.find(({ source }) => source === key)
  const money = (minor: number) => figure(locale, minor / 10 ** company.minorDigits)
  return (
    <>
      <Section
        title={t('prospect.funnel-says', { from: funnel.from, to: funnel.to, n: funnel.found, signed })}
      >
        <table className="prospect-table">
          <thead>
            <tr>
              <th scope="col">{t('prospect.stage')}</th>
              <th scope="col">{t('prospect.funnel-reached')}</th>
              <th scope="col" className="number">
                {t('prospect.funnel-standing')}
              </th>
              <th scope="col" className="number">
                {t('prospect.funnel-lost')}
              </th>
            </tr>
          </thead>
          <tbody>
            {funnel.steps.map((step) => (
              <tr key={step.stage}>
                <th scope="row">{t(`prospect.stage-${step.stage}`)}</th>
                <td className="prospect-reached">
                  <b>{figure(locale, step.reached)}</b>
                  <span style={share(step.reached, funnel.found)} />
                </td>
                <td className="number">{figure(locale, step.standing)}</td>
                <td className="number">{figure(locale, step.lostHere)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section
        title={t('prospect.lead')}
        note={days(funnel.leadTime)}
        aside={
          <Choice
            label={t('prospect.by')}
            value={by}
            options={ways.map((value) => ({ value, label: t(`prospect.by-${value}`) }))}
            onChange={onBy}
          />
        }
      >
        {/* Wider than a phone: whoever has only a keyboard moves it by the arrows. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be reached by keys */}
        <div className="prospect-scroll" role="group" aria-label={t('prospect.lead')} tabIndex={0}>
          <table className="prospect-table">
            <thead>
              <tr>
                <th scope="col">{t(`prospect.by-${by}`)}</th>
                <th scope="col" className="number">
                  {t('prospect.found')}
                </th>
                <th scope="col" className="number">
                  {t('prospect.signed')}
                </th>
                <th scope="col" className="number">
                  {t('prospect.lead')}
                </th>
                <th scope="col" className="number">
                  {t('prospect.within')}
                </th>
                <th scope="col" className="number">
                  {t('prospect.open-still')}
                </th>
                {funnel.costs && by === 'source' && (
                  <th scope="col" className="number">
                    {t('prospect.cost')}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {funnel.groups.map((group) => (
                <tr key={group.key}>
                  <th scope="row">
                    {by === 'source'
                      ? t(`prospect.source-${group.key as Source}`)
                      : group.name || t('prospect.nobody')}
                  </th>
                  <td className="number">{figure(locale, group.found)}</td>
                  <td className="number">{figure(locale, group.signed)}</td>
                  <td className="number">{group.found === 0 ? t('app.missing') : days(group.leadTime)}</td>
                  <td className="number">
                    {group.leadTime.within30 === null
                      ? t('app.missing')
                      : percent(locale, group.leadTime.within30)}
                  </td>
                  <td className="number">{figure(locale, group.leadTime.open)}</td>
                  {funnel.costs && by === 'source' && (
                    <td className="number">
                      {cost(group.key)?.perWon == null
                        ? t('prospect.cost-unknown')
                        : money(cost(group.key)?.perWon ?? 0)}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="quiet">{t('prospect.lead-how')}</p>
      </Section>
      {funnel.referrers.length > 0 && (
        <Section title={t('prospect.referrers')}>
          <ul className="prospect-lines">
            {funnel.referrers.map((one, at) => (
              <li key={`${one.kind}-${one.id ?? String(at)}`}>
                {t(one.all > one.direct ? 'prospect.referrer-line' : 'prospect.referrer-short', {
                  ...one,
                  name: one.name || t('prospect.hidden'),
                })}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

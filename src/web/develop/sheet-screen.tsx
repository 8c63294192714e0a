import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Sheet, SheetFact } from '../../contract/concern.ts'
import { figure, percent } from '../../language/message.ts'
import { lookUp } from '../../language/index.ts'
import { paths } from '../paths.ts'
import { prospectsApi } from '../prospects-api.ts'
import { useLanguage } from '../ui/language.tsx'
import { PageHead, Section, useTitle } from '../ui/page.tsx'
import { useSession } from '../ui/session.ts'
import { Failed, Loading } from '../ui/states.tsx'
import './prospects/prospects.css'

const money = new Set(['case-spread', 'support-total', 'support'])
const shares = new Set(['our-growth', 'category', 'share', 'rebuy'])

/** The negotiation sheet: what this person cares about first, said with facts from nearby. Made to be printed; nobody else is named. */
export function SheetScreen() {
  const { t } = useLanguage()
  const { id } = useParams({ strict: false }) as { id: string }
  const { person } = useSearch({ strict: false }) as { person?: string }
  const sheet = useQuery({
    queryKey: ['prospects', 'sheet', id, person ?? ''],
    queryFn: () => prospectsApi.sheet(id, person),
  })
  useTitle(t('sheet.title'))
  if (sheet.data) return <Shown sheet={sheet.data} />
  if (sheet.error) return <Failed error={sheet.error} onRetry={() => void sheet.refetch()} whole />
  return <Loading rows={8} />
}

function Shown({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useLanguage()
  const [first] = sheet.parts
  return (
    <>
      <PageHead
        words={t('sheet.says', {
          name: sheet.person ? `${sheet.name} · ${sheet.person.name}` : sheet.name,
          first: first ? t(`concern.${first.concern}`) : '',
        })}
        note={t('sheet.note', { place: sheet.nearby, from: sheet.from, to: sheet.to })}
        actions={
          <>
            <Link className="button-quiet" to={paths.prospect} params={{ id: sheet.prospect }}>
              {t('sheet.back')}
            </Link>
            <Button type="primary" onClick={() => window.print()}>
              {t('sheet.print')}
            </Button>
          </>
        }
      />
      <div className="sheet-parts">
        {sheet.parts.map(({ concern, points, facts }, at) => (
          <Section
            key={concern}
            title={t(`concern.${concern}`)}
            note={at === 0 ? t('sheet.first') : points > 0 ? t('sheet.points', { n: points }) : undefined}
          >
            <dl className="prospect-facts">
              {facts.map((fact) => (
                <Fact key={`${fact.fact}-${fact.of ?? ''}`} fact={fact} />
              ))}
            </dl>
          </Section>
        ))}
      </div>
    </>
  )
}

/** Money of a case with all its decimals, so that a range lines up. */
function amount(minor: number, digits: number): string {
  const told = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return (minor / 10 ** digits).toLocaleString('en', told).replace('-', '−')
}

function Fact({ fact }: { readonly fact: SheetFact }) {
  const { t, locale } = useLanguage()
  const { company } = useSession()
  const of = fact.of === null ? '' : (lookUp(locale, `support.${fact.of}`) ?? fact.of)
  const said = (value: number) => {
    if (shares.has(fact.fact)) return percent(locale, value)
    if (money.has(fact.fact)) return amount(value, company.minorDigits)
    // To be said across a table: a hundred cases and more are told whole.
    return figure(locale, Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10)
  }
  const words = () => {
    if (fact.value === null) return t(fact.why === 'few' ? 'sheet.few' : 'sheet.unknown')
    if (fact.low === null || fact.high === null) return said(fact.value)
    return t('sheet.range', {
      low: said(fact.low),
      high: said(fact.high),
      value: said(fact.value),
      n: fact.n ?? 0,
    })
  }
  return (
    <>
      <dt>
        {lookUp(locale, `fact.${fact.fact === 'support' && of === '' ? 'support-total' : fact.fact}`, {
          of,
        }) ?? fact.fact}
      </dt>
      <dd className={fact.value === null ? 'quiet' : undefined}>{words()}</dd>
    </>
  )
}

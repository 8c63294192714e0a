import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Sheet, SheetFact } from '../../contract/concern.ts'
import { factWords } from '../../language/sheet-words.ts'
import { paths } from '../paths.ts'
import { prospectsApi, sheetPdf } from '../prospects-api.ts'
import { useLanguage } from '../ui/language.tsx'
import { PageHead, Section, useTitle } from '../ui/page.tsx'
import { useSession } from '../ui/session.ts'
import { Failed, Loading } from '../ui/states.tsx'
import './prospects/prospects.css'

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
  const { t, locale } = useLanguage()
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
            <Button onClick={() => window.print()}>{t('sheet.print')}</Button>
            <a className="button-link" href={sheetPdf(sheet.prospect, sheet.person?.id, locale)} download>
              {t('sheet.pdf')}
            </a>
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

function Fact({ fact }: { readonly fact: SheetFact }) {
  const { locale } = useLanguage()
  const { company } = useSession()
  const { name, said } = factWords(locale, fact, company.minorDigits)
  return (
    <>
      <dt>{name}</dt>
      <dd className={fact.value === null ? 'quiet' : undefined}>{said}</dd>
    </>
  )
}

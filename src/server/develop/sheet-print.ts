import type { Content } from 'pdfmake/interfaces.js'
import type { Sheet as Negotiation } from '../../contract/concern.ts'
import { translator, type Locale } from '../../language/index.ts'
import { factWords } from '../../language/sheet-words.ts'
import type { CompanyDay } from '../db/company-day.ts'
import type { Sheet } from '../print/pdf.ts'

/** Close enough for all five concerns on one page. */
const tight = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
}

/** The negotiation sheet on paper: what this person cares about first, each argument with its facts; nobody else is named. */
export function negotiationSheet(
  { name, person, nearby, from, to, parts }: Negotiation,
  { locale, company }: { readonly locale: Locale; readonly company: CompanyDay },
): Sheet {
  const t = translator(locale)
  const whom = person ? `${name} · ${person.name}` : name
  const [first] = parts
  return {
    title: t('sheet.file', { name }),
    locale,
    foot: t('sheet.made', { company: company.name, day: company.today }),
    content: [
      { text: t('sheet.title'), style: 'title' },
      {
        text: t('sheet.says', { name: whom, first: first ? t(`concern.${first.concern}`) : '' }),
        alignment: 'center',
        margin: [0, 0, 0, 12],
      },
      ...parts.map(({ concern, facts }, at): Content => ({
        stack: [
          {
            text: [
              t(`concern.${concern}`),
              ...(at === 0 ? [{ text: `  ${t('sheet.first')}`, style: 'quiet' }] : []),
            ],
            style: 'head',
          },
          {
            table: {
              widths: [210, '*'],
              body: facts.map((fact) => {
                const { name: what, said } = factWords(locale, fact, company.digits)
                const quiet = fact.value === null ? { color: '#8a9499' } : {}
                return [
                  { text: what, color: '#46524f' },
                  { text: said, ...quiet },
                ]
              }),
            },
            layout: tight,
          },
        ],
        unbreakable: true,
      })),
      { text: t('sheet.note', { place: nearby, from, to }), style: 'quiet', margin: [0, 16, 0, 0] },
    ],
  }
}

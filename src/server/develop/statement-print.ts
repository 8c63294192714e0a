import type { Content, TableCell } from 'pdfmake/interfaces.js'
import type { TradeStatement } from '../../contract/claim.ts'
import { translator, type Locale } from '../../language/index.ts'
import { shortDay } from '../../language/message.ts'
import { exactMinor, moneyWord, sayMinor } from '../../language/money-words.ts'
import { monthWords, periodWords } from '../../language/trade-words.ts'
import type { CompanyDay } from '../db/company-day.ts'
import type { Sheet } from '../print/pdf.ts'

type How = { readonly locale: Locale; readonly company: CompanyDay }

/** A statement as a sheet that both sides read, check and sign: whom it is between, six sums, each line, room for two seals. */
export function statementSheet(statement: TradeStatement, { locale, company }: How): Sheet {
  const t = translator(locale)
  const { accountName: account, accountCode: code, month, closingMinor } = statement
  const said = { month: monthWords(locale, month), name: account }
  const closing = sayMinor(closingMinor, { locale, ...company })
  return {
    title: t('statement.file', { account, month }),
    locale,
    foot: t('statement.made', { company: company.name, day: company.today }),
    content: [
      { text: `${t('statement.title')} · ${said.month}`, style: 'title' },
      {
        text: t('statement.whom', { company: company.name, account, code }),
        style: 'quiet',
        alignment: 'center',
      },
      {
        text:
          closingMinor === 0
            ? t('statement.says-none', said)
            : t('statement.says', { ...said, closing }).replaceAll(/<\/?closing>/g, ''),
        style: 'head',
      },
      sums(statement, { locale, company }),
      { text: t('statement.lines'), style: 'head' },
      lines(statement, { locale, company }),
      { text: t('statement.agree'), margin: [0, 24, 0, 28] },
      {
        columns: [company.name, account].map((name) => ({
          stack: [
            { text: t('statement.seal', { name }), style: 'quiet' },
            { canvas: [{ type: 'line', x1: 0, y1: 44, x2: 200, y2: 44, lineWidth: 0.5 }] },
          ],
        })),
        unbreakable: true,
      },
    ],
  }
}

const rules = {
  hLineWidth: (at: number) => (at === 1 ? 0.8 : 0.3),
  vLineWidth: () => 0,
  hLineColor: (at: number) => (at === 1 ? '#1b2226' : '#cbc8be'),
  paddingLeft: () => 0,
  paddingRight: () => 8,
}

function sums(statement: TradeStatement, { locale, company }: How): Content {
  const t = translator(locale)
  const { openingMinor, accruedMinor, settledMinor, closingMinor, claimedMinor } = statement
  const all = [
    ['opening', openingMinor],
    ['accrued', accruedMinor],
    ['settled', -settledMinor],
    ['closing', closingMinor],
    ['claimed', claimedMinor],
    ['unclaimed', closingMinor - claimedMinor],
  ] as const
  return {
    columns: [all.slice(0, 4), all.slice(4)].map((part) => ({
      table: {
        widths: ['*', 'auto'],
        body: part.map(([key, minor]): TableCell[] => [
          { text: t(`statement.${key}`), bold: key === 'closing' },
          {
            text: sayMinor(minor, { locale, ...company }),
            alignment: 'right',
            bold: key === 'closing',
          },
        ]),
      },
      layout: 'noBorders',
    })),
    columnGap: 32,
  }
}

function lines({ lines: all }: TradeStatement, { locale, company }: How): Content {
  const t = translator(locale)
  const money = moneyWord({ locale, currency: company.currency })
  if (all.length === 0) return { text: t('statement.none'), style: 'quiet' }
  const head = [
    t('statement.col-day'),
    t('statement.col-what'),
    t('statement.col-policy'),
    t('statement.col-period'),
    t('statement.col-amount', { money }),
    t('statement.col-balance', { money }),
  ]
  const right = (minor: number, quiet: boolean): TableCell => ({
    text: exactMinor(minor, { locale, ...company }),
    alignment: 'right',
    // What adds nothing to the balance stands back.
    ...(quiet ? { color: '#8a9499' } : {}),
  })
  return {
    table: {
      headerRows: 1,
      widths: ['auto', 'auto', '*', 'auto', 'auto', 'auto'],
      body: [
        head.map((text, at): TableCell => ({ text, style: 'columns', alignment: at > 3 ? 'right' : 'left' })),
        ...all.map((line): TableCell[] => [
          { text: shortDay(locale, line.on), noWrap: true },
          { text: t(`statement.kind-${line.kind}`), noWrap: true },
          `${line.policyCode} ${line.policyName}`,
          { text: periodWords(locale, line.periodKind, line.period), noWrap: true },
          right(line.amountMinor, line.kind !== 'accrual' && line.kind !== 'settlement'),
          right(line.balanceMinor, false),
        ]),
      ],
    },
    layout: rules,
  }
}

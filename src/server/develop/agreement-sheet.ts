import type { Content, TableCell } from 'pdfmake/interfaces.js'
import type { AgreementView } from '../../contract/agreement.ts'
import { translator, type Locale } from '../../language/index.ts'
import { figure, listed } from '../../language/message.ts'
import { moneyWord, sayMinor } from '../../language/money-words.ts'
import { monthWords } from '../../language/trade-words.ts'
import type { Sheet } from '../print/pdf.ts'

type Version = AgreementView['versions'][number]
/** What is printed: Chinese, or each paragraph in both, the Chinese first. */
export type Words = 'zh' | 'both'
/** A drawn signature as the address of its own data. */
export type Ask = {
  readonly view: AgreementView
  readonly version: Version
  readonly words: Words
  readonly currency: string
  readonly digits: number
  readonly drawn: string | null
}

type Say = { readonly locale: Locale; readonly t: ReturnType<typeof translator>; readonly money: string }

/** A version of an agreement as a contract: numbered clauses, tables of targets and tiers, room or signature for both. */
export function agreementSheet(ask: Ask): Sheet {
  const { view, version, words, currency } = ask
  const locales: readonly Locale[] = words === 'zh' ? ['zh'] : ['zh', 'en']
  const says = locales.map((locale): Say => ({
    locale,
    t: translator(locale),
    money: moneyWord({ locale, currency }),
  }))
  /** One paragraph a language; the second smaller. */
  const each = (text: (say: Say) => string, style?: string): Content[] =>
    says.map((say, at) => ({
      text: text(say),
      ...(style === undefined ? {} : { style }),
      ...(at > 0 ? { fontSize: style === 'title' ? 12 : 9, color: '#43515a' } : {}),
    }))
  const { t } = translatorOf(says)
  const foot = {
    code: view.code,
    version: version.version,
    ...(version.signature ? { digest: version.signature.textDigest.slice(0, 32) } : {}),
  }
  const unsigned = version.state === 'draft' || version.state === 'sent'
  return {
    title: `${view.code} ${view.party}`,
    locale: 'zh',
    foot: t('contract.foot', foot as never),
    content: [
      ...each((say) => say.t('contract.title'), 'title'),
      ...each(
        (say) =>
          [
            say.t('contract.number', {
              code: view.code,
              version: version.version,
              kind: say.t(`agreement.kind-${version.kind}`),
            }),
            ...(unsigned ? [say.t('contract.draft')] : []),
          ].join(' · '),
        'centred',
      ),
      ...each((say) => say.t('contract.party-a', { name: view.company }), 'party'),
      ...each((say) => say.t('contract.party-b', { name: view.party }), 'party'),
      ...each((say) => say.t('contract.opening'), 'party'),
      ...clauses(ask, says, each),
      signatures(ask, each),
    ],
  }
}

const translatorOf = ([first]: readonly Say[]) => first ?? { t: translator('zh') }

type Each = (text: (say: Say) => string, style?: string) => Content[]

function clauses({ view, version, currency, digits }: Ask, says: readonly Say[], each: Each): Content[] {
  const { draft } = version
  const { targets, rebate, support, firstOrder } = draft
  /** A rate may have four decimals of a minor unit: all that are there are printed, those of the currency always. */
  const rateSaid = (minor: number) =>
    (minor / 10 ** digits)
      .toFixed(digits + 4)
      .replace(/0{1,4}$/, '')
      .replace(/\.$/, '')
  const said = ({ locale }: Say, minor: number) => sayMinor(minor, { locale, currency, digits })
  const named = (ids: readonly string[], of: Readonly<Record<string, string>>, { locale }: Say) =>
    listed(
      locale,
      ids.map((id) => of[id] ?? id),
    )
  const cases = targets.reduce((total, one) => total + one.cases, 0)
  const both = (text: (say: Say) => string) => says.map(text).join(' / ')
  const part = (key: Head, paragraphs: Content[], table: Content[] = []): Content[] => {
    const head: Content = { text: both((say) => say.t(`contract.head-${key}`)), style: 'head' }
    // A head does not stand alone at the end of a page; what is longer than a page has to break.
    return [{ stack: [head, ...paragraphs], unbreakable: lengthOf(paragraphs) < LONG }, ...table]
  }
  return [
    ...part('term', [
      ...each((say) => say.t('contract.term', { from: draft.from, to: draft.to })),
      ...(version.to < draft.to ? each((say) => endSaid(say, version)) : []),
    ]),
    ...part(
      'ground',
      each((say) =>
        say.t('contract.ground', {
          markets: named(draft.markets, view.names.markets, say),
          products:
            draft.products === null
              ? say.t('contract.all-products')
              : named(draft.products, view.names.products, say),
        }),
      ),
    ),
    ...part(
      'targets',
      [
        ...(firstOrder ? each((say) => say.t('contract.first-order', firstOrderFacts(firstOrder))) : []),
        ...each((say) =>
          cases === 0 ? say.t('contract.targets-none') : say.t('contract.targets', { n: cases }),
        ),
      ],
      targets.length === 0
        ? []
        : [
            rows(
              [both((say) => say.t('contract.month')), both((say) => say.t('contract.cases'))],
              targets.map(({ month, cases: n }) => [
                both((say) => monthWords(say.locale, month)),
                figure('zh', n),
              ]),
            ),
          ],
    ),
    ...part(
      'rebate',
      each((say) => say.t(rebate === null ? 'contract.rebate-none' : `contract.rebate-${rebate.mode}`)),
      rebate === null
        ? []
        : [
            rows(
              [
                both((say) => say.t('contract.from-cases')),
                both((say) => say.t('contract.rate', { money: say.money })),
              ],
              rebate.tiers.map(({ from, rate }) => [figure('zh', from), rateSaid(rate)]),
            ),
          ],
    ),
    ...part(
      'support',
      each((say) =>
        support.perCaseMinor + support.onceMinor === 0
          ? say.t('contract.support-none')
          : say.t('contract.support', {
              ...(support.perCaseMinor > 0 ? { perCase: said(say, support.perCaseMinor) } : {}),
              ...(support.onceMinor > 0 ? { once: said(say, support.onceMinor) } : {}),
            } as never),
      ),
    ),
    ...part(
      'pay',
      each((say) =>
        draft.payDays === 0
          ? say.t('contract.pay-at-once')
          : say.t('contract.pay-within', { n: draft.payDays }),
      ),
    ),
    ...part(
      'visits',
      each((say) =>
        draft.visitEveryDays === null
          ? say.t('contract.visits-none')
          : say.t('contract.visits', { n: draft.visitEveryDays }),
      ),
    ),
    ...part(
      'exclusive',
      !draft.exclusive || draft.exclusivityWords === ''
        ? each((say) => say.t(draft.exclusive ? 'agreement.exclusivity-usual' : 'contract.exclusive-none'))
        : [{ text: draft.exclusivityWords }],
    ),
    ...part(
      'resale',
      each((say) => say.t('contract.resale')),
    ),
    ...part(
      'change',
      each((say) => say.t('contract.change')),
    ),
    ...part(
      'other',
      draft.otherWords === '' ? each((say) => say.t('contract.other-none')) : [{ text: draft.otherWords }],
    ),
  ]
}

function firstOrderFacts({ cases, dueOn }: NonNullable<Version['draft']['firstOrder']>) {
  return { ...(cases === null ? {} : { n: cases }), ...(dueOn === null ? {} : { day: dueOn }) } as never
}

/** What was signed stands above it: an end that came before is no term of it. */
function endSaid({ t }: Say, { draft, to }: Version): string {
  return to < draft.from ? t('contract.term-never') : t('contract.term-ended', { day: to })
}

/** Characters from which a clause may break over the page. */
const LONG = 1500

function lengthOf(paragraphs: readonly Content[]): number {
  return paragraphs.reduce<number>((sum, one) => sum + JSON.stringify(one).length, 0)
}

type Head =
  | 'term'
  | 'ground'
  | 'targets'
  | 'rebate'
  | 'support'
  | 'pay'
  | 'visits'
  | 'exclusive'
  | 'resale'
  | 'change'
  | 'other'

function line([first, second]: readonly [string, string], style?: string): TableCell[] {
  const look = style === undefined ? {} : { style }
  return [
    { text: first, ...look },
    { text: second, alignment: 'right', ...look },
  ]
}

/** Two columns with hairlines, the figures at the right; a long one goes on over the page with its head. */
function rows(head: readonly [string, string], body: readonly (readonly [string, string])[]): Content {
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      widths: [160, 120],
      body: [line(head, 'columns'), ...body.map((one) => line(one))],
    },
    layout: 'lightHorizontalLines',
    margin: [0, 4, 0, 6],
  }
}

/** Kept together: a signature alone on a page signs nothing. */
function signatures({ view, version, drawn }: Ask, each: Each): Content {
  const { signature } = version
  const theirs: Content[] = signature
    ? [
        ...(drawn === null
          ? each((say) => say.t('contract.scan'))
          : [{ image: drawn, fit: [180, 60] as [number, number] }]),
        ...each((say) => say.t('contract.signed', { signer: signature.signer, day: signature.day })),
      ]
    : [{ text: ' ', margin: [0, 44, 0, 0] }, ...each((say) => say.t('contract.day-line'))]
  return {
    unbreakable: true,
    margin: [0, 24, 0, 0],
    columns: [
      {
        stack: [
          ...each((say) => say.t('contract.sign-a')),
          { text: view.company },
          { text: ' ', margin: [0, 44, 0, 0] },
          ...each((say) => say.t('contract.day-line')),
        ],
      },
      { stack: [...each((say) => say.t('contract.sign-b')), { text: view.party }, ...theirs] },
    ],
  }
}

import { agreementSignature, type OneAgreement } from '../../agreements-api.ts'
import { figure, listed } from '../../../language/message.ts'
import { monthWords, termsWords } from '../../../language/trade-words.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { dayWords, useReading } from '../../ui/reading.ts'
import { Cliffs } from '../policies/cliffs.tsx'

type Version = OneAgreement['versions'][number]

/** What a version says, and who has signed it. */
export function VersionFacts({
  version: { version, draft, signature, policy },
  of: { id: agreement, names },
}: {
  readonly version: Version
  readonly of: Pick<OneAgreement, 'id' | 'names'>
}) {
  const { t, locale } = useLanguage()
  const reading = useReading()
  const money = useMinorMoney()
  const { rebate, support, products, targets, firstOrder } = draft
  const cases = targets.reduce((sum, one) => sum + one.cases, 0)
  const given = [
    ...(support.perCaseMinor > 0
      ? [t('agreement.support-case', { sum: money.said(support.perCaseMinor) })]
      : []),
    ...(support.onceMinor > 0 ? [t('agreement.support-once', { sum: money.said(support.onceMinor) })] : []),
  ]
  const named = (ids: readonly string[], of: Readonly<Record<string, string>>) =>
    listed(
      locale,
      ids.map((id) => of[id] ?? id),
    )
  const facts = [
    [
      'agreement.col-days',
      t('agreement.days', { from: dayWords(reading, draft.from), to: dayWords(reading, draft.to) }),
    ],
    ['agreement.fact-markets', named(draft.markets, names.markets)],
    ['agreement.fact-skus', products === null ? t('agreement.skus-all') : named(products, names.products)],
    [
      'agreement.fact-targets',
      cases === 0 ? t('agreement.targets-none') : t('agreement.targets-sum', { n: figure(locale, cases) }),
    ],
    [
      'agreement.first',
      firstOrder
        ? t('agreement.first-said', {
            ...(firstOrder.cases === null ? {} : { n: firstOrder.cases }),
            ...(firstOrder.dueOn === null ? {} : { day: dayWords(reading, firstOrder.dueOn) }),
          } as never)
        : null,
    ],
    [
      'agreement.fact-rebate',
      rebate === null ? t('agreement.no-rebate') : termsWords(locale, rebate, 'term', money.said),
    ],
    ['agreement.fact-policy', policy],
    ['agreement.fact-support', given.length === 0 ? null : listed(locale, given)],
    [
      'agreement.fact-pay',
      draft.payDays === 0 ? t('agreement.pay-at-once') : t('agreement.pay-within', { n: draft.payDays }),
    ],
    [
      'agreement.fact-visits',
      draft.visitEveryDays === null
        ? t('agreement.visits-none')
        : t('agreement.visits-every', { n: draft.visitEveryDays }),
    ],
    ['agreement.fact-exclusive', t(draft.exclusive ? 'agreement.exclusive-yes' : 'agreement.exclusive-no')],
  ] as const
  return (
    <>
      <dl className="trade-facts">
        {facts.map(([key, words]) =>
          words === null ? null : (
            <div key={key}>
              <dt>{t(key)}</dt>
              <dd>{words}</dd>
            </div>
          ),
        )}
      </dl>
      {rebate !== null && <Cliffs terms={rebate} />}
      {targets.length > 0 && (
        <details className="trade-more">
          <summary>{t('agreement.targets')}</summary>
          <dl className="trade-facts">
            {targets.map(({ month, cases: n }) => (
              <div key={month}>
                <dt>{monthWords(locale, month)}</dt>
                <dd className="trade-number">{figure(locale, n)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {[draft.exclusivityWords, draft.otherWords]
        .filter((words) => words !== '')
        .map((words) => (
          <p key={words} className="trade-said agreement-words">
            {words}
          </p>
        ))}
      {signature !== null && (
        <>
          <h3 className="trade-head">{t('agreement.signature')}</h3>
          <p>
            {t(`agreement.signed-${signature.kind}`, {
              signer: signature.signer,
              day: dayWords(reading, signature.day),
            })}
          </p>
          <p>
            <a className="link" href={agreementSignature(agreement, version)}>
              {t('agreement.signature-see')}
            </a>
          </p>
          <p className="trade-quiet agreement-digest">
            {t('agreement.digest', { digest: signature.digest })}
          </p>
        </>
      )}
    </>
  )
}

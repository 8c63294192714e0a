import { useState } from 'react'
import type { PriceSpan, ProductForm, SizeSpan } from '../../../contract/masters-products.ts'
import { addDays } from '../../../domain/day.ts'
import { figure, longDay } from '../../../language/message.ts'
import { useLanguage } from '../../ui/language.tsx'
import { PeriodForm, type Editing } from './period-form.tsx'

const ALWAYS = '1970-01-01'

/** What holds from when to when: pack and cost, and each tier's list price. A period is opened to correct it. */
export function Periods({ product, today }: { readonly product: ProductForm; readonly today: string }) {
  const { t, locale } = useLanguage()
  const [editing, setEditing] = useState<Editing | null>(null)
  const { may, seesCosts } = product
  const days = ({ from, to }: { from: string; to: string | null }) => {
    const since = from === ALWAYS ? t('masters.beginning') : longDay(locale, from)
    // Kept as the first day on which it no longer holds; a person reads the last on which it does.
    if (to !== null) return t('masters.span', { from: since, to: longDay(locale, addDays(to, -1)) })
    return from === ALWAYS ? t('masters.always') : t('masters.since', { from: since })
  }
  const size = ({ packUnits, unitMl, cost, excise }: SizeSpan) => {
    const pack =
      packUnits === null || unitMl === null
        ? t('masters.pack-unknown')
        : t('masters.pack-of', { units: packUnits, ml: unitMl })
    const known = (value: number | null | undefined) =>
      value === null || value === undefined ? t('app.missing') : figure(locale, value)
    return seesCosts ? t('masters.size-said', { pack, cost: known(cost), excise: known(excise) }) : pack
  }
  const row = (span: SizeSpan | PriceSpan, words: string, edit: Editing) => (
    <li key={span.from}>
      <span>{words}</span>
      {may ? (
        <button type="button" className="link" onClick={() => setEditing(edit)}>
          {days(span)}
        </button>
      ) : (
        <span>{days(span)}</span>
      )}
    </li>
  )
  const add = (edit: Editing) =>
    may ? (
      <button type="button" className="link" onClick={() => setEditing(edit)}>
        {t('masters.add-period')}
      </button>
    ) : null
  const form = (tier: Editing['tier']) =>
    editing !== null && editing.tier === tier ? (
      <PeriodForm
        key={`${editing.step}${editing.began ?? ''}`}
        product={product}
        editing={editing}
        today={today}
        onClose={() => setEditing(null)}
      />
    ) : null
  return (
    <>
      <h3>{t('masters.sizes')}</h3>
      <ul className="masters-past">
        {product.sizes.map((span) =>
          row(span, size(span), { step: 'correct', began: span.from, tier: undefined }),
        )}
      </ul>
      <p>{add({ step: 'add', tier: undefined })}</p>
      {form(undefined)}
      <p>{t('masters.sizes-note')}</p>
      <h3>{t('masters.list-price')}</h3>
      {product.prices.map(({ tier, spans }) => (
        <div key={tier}>
          <p>
            <b>{t(`tier.${tier}`)}</b>
          </p>
          <ul className="masters-past">
            {spans.map((span) =>
              row(span, figure(locale, span.list), { step: 'correct', began: span.from, tier }),
            )}
          </ul>
          <p>
            {spans.length === 0 ? t('masters.no-price') : null} {add({ step: 'add', tier })}
          </p>
          {form(tier)}
        </div>
      ))}
    </>
  )
}

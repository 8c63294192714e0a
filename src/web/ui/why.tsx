import { useEffect, useRef } from 'react'
import type { Why } from '../../contract/assess.ts'
import { addDays } from '../../domain/day.ts'
import { longDay } from '../../language/message.ts'
import { useLanguage } from './language.tsx'
import { Facts } from './page.tsx'
import { whyUnit, whyValue } from './why-value.ts'
import './why.css'

/** The round f beside a title or a figure: opens the "why" of it. */
export function WhyButton({ of, onOpen }: { readonly of: string; readonly onOpen: () => void }) {
  const { t } = useLanguage()
  return (
    <button type="button" className="why-button" aria-label={`${t('why.title')}: ${of}`} onClick={onOpen}>
      <span aria-hidden="true" />
    </button>
  )
}

function asItIs(name: string): string {
  return name
}

/**
 * What one figure says, in words and with its days; beneath, what went into it and how it is reckoned. At the right of the
 * screen; the screen keeps which one in its address. `inputName` gives the words of an input's name, where it has any. Esc closes.
 */
export function WhyPanel({
  title,
  why,
  inputName = asItIs,
  formula,
  says,
  onClose,
}: {
  readonly title: string
  readonly why: Why | undefined
  readonly inputName?: (name: string) => string
  readonly formula?: string
  /** What is measured and with whom it is compared: sentences. */
  readonly says?: string | null
  readonly onClose: () => void
}) {
  const { t, locale } = useLanguage()
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    close.current?.focus()
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [onClose])
  return (
    <aside className="why-panel" aria-label={`${t('why.title')}: ${title}`}>
      <div className="why-head">
        <h2>{title}</h2>
        <button ref={close} type="button" className="link" onClick={onClose}>
          {t('app.close')}
        </button>
      </div>
      {why === undefined ? (
        <p className="quiet">{t('why.none')}</p>
      ) : (
        <>
          {says ? <p className="why-says">{says}</p> : null}
          <p className={says ? undefined : 'quiet'}>
            {why.after !== null && why.to !== null
              ? t('why.days', {
                  from: longDay(locale, addDays(why.after, 1)),
                  to: longDay(locale, why.to),
                })
              : why.to !== null
                ? longDay(locale, why.to)
                : ''}
          </p>
          <h3>{t('why.inputs')}</h3>
          <dl className="why-inputs">
            {why.inputs.map((input) => (
              <div key={input.name}>
                <dt>{inputName(input.name)}</dt>
                <dd>
                  {whyValue(locale, input) ?? t('app.missing')}
                  {input.value !== null && <span className="quiet"> {whyUnit(locale, input)}</span>}
                </dd>
              </div>
            ))}
          </dl>
          <h3>{t('why.formula')}</h3>
          <p className="why-formula">{formula ?? why.formula}</p>
          <p className="quiet why-foot">
            <Facts
              of={[
                why.policy === null ? '' : t('why.policy', { version: why.policy }),
                why.frozenOn === null ? '' : t('why.frozen', { day: why.frozenOn }),
              ]}
            />
          </p>
        </>
      )}
    </aside>
  )
}

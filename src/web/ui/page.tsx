import { Fragment, useEffect, type ReactNode } from 'react'
import { useLanguage } from './language.tsx'
import { Sentence, type Mark } from './sentence.tsx'
import './page.css'

/** Names the browser's tab. */
export function useTitle(title: string): void {
  const { t } = useLanguage()
  const name = t('app.name')
  useEffect(() => {
    document.title = title ? `${title} · ${name}` : name
  }, [title, name])
}

/** From here on a sentence would need a third line beside the actions: it gets the whole width, and they stand beneath it. */
const LONG = 110

/** How wide text is, in halves of a Chinese character. Marks are not seen. */
function widthOf(words: string): number {
  const seen = words.replace(/<\/?\w+>/g, '')
  return [...seen].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0)
}

/** Facts of one line, with a dot between: the line breaks between two of them, not inside a date. */
export function Facts({ of }: { readonly of: readonly string[] }) {
  return of
    .filter((fact) => fact !== '')
    .map((fact, i, all) => (
      <Fragment key={fact}>
        <span className="fact">{i < all.length - 1 ? `${fact} ·` : fact}</span>{' '}
      </Fragment>
    ))
}

/** Head of a screen: the sentence that answers, what it is of, and the actions at the right (the primary one last). */
export function PageHead({
  words,
  marks,
  note,
  actions,
}: {
  readonly words: string
  readonly marks?: Readonly<Record<string, Mark>>
  readonly note?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <header className="page-head" data-long={widthOf(words) > LONG || undefined}>
      <div>
        <Sentence words={words} {...(marks ? { marks } : {})} />
        {note !== undefined && <p className="page-note">{note}</p>}
      </div>
      {actions !== undefined && <div className="page-actions">{actions}</div>}
    </header>
  )
}

/** A part of a screen: a black line starts it, no box around it. */
export function Section({
  title,
  note,
  aside,
  children,
  id,
}: {
  readonly title: string
  readonly note?: ReactNode
  readonly aside?: ReactNode
  readonly children: ReactNode
  readonly id?: string
}) {
  return (
    <section className="section" aria-label={title} {...(id ? { id } : {})}>
      <div className="section-head">
        <h2>{title}</h2>
        {note !== undefined && <span className="section-note">{note}</span>}
        {aside !== undefined && <span className="section-aside">{aside}</span>}
      </div>
      {children}
    </section>
  )
}

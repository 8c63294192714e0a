import { useId, useState, type ReactNode } from 'react'
import { useLanguage } from '../../ui/language.tsx'

/**
 * One of the four steps. Open: a black line, a title, what is in it. Folded: one pale line that says what came of it, and a link that
 * opens it again. To come: a pale line without a link.
 */
export function Step({
  n,
  title,
  note,
  aside,
  children,
}: {
  readonly n: number
  readonly title: string
  readonly note?: ReactNode
  readonly aside?: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <section className="step" aria-label={title}>
      <div className="step-head">
        <h2>
          <span>{n}</span>
          {title}
        </h2>
        <div className="step-note">{note}</div>
        {aside !== undefined && <div className="step-aside">{aside}</div>}
      </div>
      {children}
    </section>
  )
}

export function FoldedStep({
  n,
  title,
  words,
  open: word,
  children,
  pale = false,
}: {
  readonly n: number
  readonly title: string
  readonly words: ReactNode
  /** The link that opens it: 改 while it can be changed, 看 afterwards. */
  readonly open?: string
  readonly pale?: boolean
  readonly children?: ReactNode
}) {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <section className="step folded" data-open={open} data-pale={pale} aria-label={title}>
      <div className="step-head">
        <h2>
          <span>{n}</span>
          {title}
        </h2>
        <div className="step-note">{words}</div>
        {word !== undefined && (
          <div className="step-aside">
            <button
              type="button"
              className="link"
              aria-expanded={open}
              aria-controls={id}
              aria-label={`${open ? t('wizard.fold') : word}: ${title}`}
              onClick={() => setOpen(!open)}
            >
              {open ? t('wizard.fold') : word}
            </button>
          </div>
        )}
      </div>
      {word !== undefined && (
        <div id={id} className="step-inside" hidden={!open}>
          {open && children}
        </div>
      )}
    </section>
  )
}

import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import './sentence.css'

/** What a figure of the sentence does: opens something, or marks a loss or a guess. Without `to` or `onPick` it is only underlined. */
export type Mark = {
  readonly tone?: 'opens' | 'loss' | 'unsure'
  readonly onPick?: () => void
  readonly to?: string
  readonly search?: Record<string, string>
}

const NOTHING: Readonly<Record<string, Mark>> = {}
const TAG = /<(\w+)>(.*?)<\/\1>/g

/**
 * The answer of a screen, as a heading. `words` may mark figures, `<keys>10 位</keys>大客户…`, and `marks` says what each of them does;
 * a mark that is not named is plain text.
 */
export function Sentence({
  words,
  marks = NOTHING,
}: {
  readonly words: string
  readonly marks?: Readonly<Record<string, Mark>>
}) {
  return <h1 className="sentence">{marked(words, marks)}</h1>
}

/** What must not begin a line. */
const CLOSING = /^[，。；、：！？）,.;:!?)%]+/

/** The same marks in other text. A figure that can be pressed is a box, and a line may break after a box: what closes it is tied to it. */
export function marked(words: string, marks: Readonly<Record<string, Mark>>): ReactNode {
  const parts: ReactNode[] = []
  let from = 0
  for (const found of words.matchAll(TAG)) {
    const [whole, name = '', text = ''] = found
    const after = found.index + whole.length
    const [closing = ''] = CLOSING.exec(words.slice(after)) ?? []
    parts.push(
      words.slice(from, found.index),
      <span className="sentence-stuck" key={found.index}>
        <Figure text={text} mark={marks[name]} />
        {closing}
      </span>,
    )
    from = after + closing.length
  }
  parts.push(words.slice(from))
  return parts.map((part, i) =>
    typeof part === 'string' ? <Fragment key={`text-${String(i)}`}>{part}</Fragment> : part,
  )
}

function Figure({ text, mark }: { readonly text: string; readonly mark: Mark | undefined }) {
  if (!mark) return text
  const className = `sentence-figure ${mark.tone ?? 'opens'}`
  if (mark.to)
    return (
      <Link className={className} to={mark.to} search={mark.search ?? true}>
        {text}
      </Link>
    )
  if (mark.onPick)
    return (
      <button type="button" className={className} onClick={mark.onPick}>
        {text}
      </button>
    )
  return <span className={className}>{text}</span>
}

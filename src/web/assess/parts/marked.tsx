import type { Span } from '../../../domain/chain/name-match.ts'

/** Text with what was found underlined in ink. */
export function Marked({ text, spans }: { readonly text: string; readonly spans: readonly Span[] }) {
  const [span] = spans
  if (!span) return <>{text}</>
  return (
    <>
      {text.slice(0, span[0])}
      <mark className="found">{text.slice(span[0], span[1])}</mark>
      {text.slice(span[1])}
    </>
  )
}

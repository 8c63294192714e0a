import { Fragment, type ReactNode } from 'react'

const TAG = /<(\w+)>(.*?)<\/\1>/g

/**
 * A sentence of the catalogue with parts that are more than words: `<key>10</key> key accounts` gives the part `key` to its
 * renderer. What a renderer is missing for stays plain, so a translation can never break a screen.
 */
export function Rich({
  text,
  parts,
}: {
  readonly text: string
  readonly parts: Readonly<Record<string, (inside: string) => ReactNode>>
}) {
  const pieces: ReactNode[] = []
  let at = 0
  for (const found of text.matchAll(TAG)) {
    const [whole, name = '', inside = ''] = found
    if (found.index > at) pieces.push(text.slice(at, found.index))
    pieces.push(<Fragment key={found.index}>{parts[name]?.(inside) ?? inside}</Fragment>)
    at = found.index + whole.length
  }
  if (at < text.length) pieces.push(text.slice(at))
  return <>{pieces}</>
}

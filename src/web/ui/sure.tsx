import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from './language.tsx'
import './sure.css'

/** A link for what cannot be taken back: pressed, it asks in its own place, with staying as it is at hand. */
export function Sure({
  ask,
  name,
  words,
  yes,
  busy,
  onYes,
}: {
  readonly ask: string
  /** Where there are several of them: which one this is, for who cannot see it. */
  readonly name?: string
  /** What would be lost. */
  readonly words: string
  readonly yes: string
  readonly busy: boolean
  readonly onYes: () => void
}) {
  const { t } = useLanguage()
  const [asking, setAsking] = useState(false)
  // Whoever pressed by mistake presses Enter.
  const stay = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (asking) stay.current?.focus()
  }, [asking])
  if (!asking)
    return (
      <button
        type="button"
        className="link"
        disabled={busy}
        aria-label={name}
        onClick={() => setAsking(true)}
      >
        {ask}
      </button>
    )
  return (
    <div className="sure" role="alertdialog" aria-label={ask}>
      <p>{words}</p>
      <Button
        loading={busy}
        onClick={() => {
          setAsking(false)
          onYes()
        }}
      >
        {yes}
      </Button>
      <Button type="primary" ref={stay} onClick={() => setAsking(false)}>
        {t('app.cancel')}
      </Button>
    </div>
  )
}

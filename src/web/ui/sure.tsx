import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from './language.tsx'
import './sure.css'

/** A link for what cannot be taken back: pressed, it asks in its own place, with staying as it is at hand. */
export function Sure({
  ask,
  words,
  yes,
  busy,
  onYes,
}: {
  readonly ask: string
  /** What would be lost. */
  readonly words: string
  readonly yes: string
  readonly busy: boolean
  readonly onYes: () => void
}) {
  const { t } = useLanguage()
  const [asking, setAsking] = useState(false)
  const stay = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (asking) stay.current?.focus()
  }, [asking])
  if (!asking)
    return (
      <button type="button" className="link" disabled={busy} onClick={() => setAsking(true)}>
        {ask}
      </button>
    )
  return (
    <div className="sure" role="alertdialog" aria-label={ask}>
      <p>{words}</p>
      <Button loading={busy} onClick={onYes}>
        {yes}
      </Button>
      <Button type="primary" ref={stay} onClick={() => setAsking(false)}>
        {t('app.cancel')}
      </Button>
    </div>
  )
}

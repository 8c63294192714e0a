import { Button } from 'antd'
import { useState } from 'react'
import { useLanguage } from '../../ui/language.tsx'
import type { Desk } from './desk.ts'
import { slipText } from './slip-text.ts'
import { sumsOf } from './sums.ts'

/** The slip as a text for a chat: by the device's own way of sharing, else by the clipboard. Only theirs goes out. */
export function SendButton({
  now,
  ready,
  money,
}: {
  readonly now: () => Desk
  readonly ready: boolean
  readonly money: string
}) {
  const { t, locale } = useLanguage()
  const [done, setDone] = useState<'copied' | 'failed' | null>(null)
  const send = async () => {
    const desk = now()
    const text = slipText(desk, sumsOf(desk), { t, locale, money })
    try {
      if (typeof navigator.share === 'function') await navigator.share({ text })
      else {
        await navigator.clipboard.writeText(text)
        setDone('copied')
      }
    } catch (error) {
      // Who closes the sheet of the device has changed their mind.
      if ((error as Error).name !== 'AbortError') setDone('failed')
    }
  }
  return (
    <>
      {done !== null && (
        <span role="status" className="deal-sent">
          {t(`desk.send-${done}`)}
        </span>
      )}
      <Button disabled={!ready} onClick={() => void send()}>
        {t('desk.send')}
      </Button>
    </>
  )
}

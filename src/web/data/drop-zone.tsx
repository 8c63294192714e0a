import { Button } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useLanguage } from '../ui/language.tsx'
import { usePhone } from '../ui/viewport.ts'
import { useBring } from './incoming.tsx'

/** The place that says where files go: dropped here (or anywhere), chosen, or pasted from a sheet. */
export function DropZone({
  words,
  note,
  small = false,
  children,
}: {
  readonly words: string
  readonly note?: string
  /** One line, where it is not what the screen is for. */
  readonly small?: boolean
  readonly children?: ReactNode
}) {
  const { t } = useLanguage()
  const phone = usePhone()
  const input = useRef<HTMLInputElement>(null)
  const { files } = useBring()
  return (
    <div className="drop-zone" data-small={small} role="group" aria-label={words}>
      <input
        ref={input}
        type="file"
        multiple
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('import.choose')}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])]
          event.target.value = ''
          files(chosen)
        }}
      />
      <Button type={small ? 'default' : 'primary'} onClick={() => input.current?.click()}>
        {t('import.choose')}
      </Button>
      {phone && !small && <PasteButton />}
      <span className="drop-words">{words}</span>
      {note !== undefined && <span className="quiet">{note}</span>}
      {children}
    </div>
  )
}

/** Where there is no Ctrl-V: reads the clipboard, or where the browser does not let us, gives a field to paste into. */
function PasteButton() {
  const { t } = useLanguage()
  const { text } = useBring()
  const [typing, setTyping] = useState(false)
  const read = async () => {
    try {
      text(await navigator.clipboard.readText())
    } catch {
      setTyping(true)
    }
  }
  return (
    <>
      <Button onClick={() => void read()}>{t('wizard.paste')}</Button>
      {typing && (
        <textarea
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button was pressed to paste, and here it is done
          autoFocus
          rows={3}
          className="paste-field"
          aria-label={t('wizard.paste-here')}
          placeholder={t('wizard.paste-here')}
          onPaste={(event) => {
            event.preventDefault()
            if (text(event.clipboardData.getData('text/plain'))) setTyping(false)
          }}
        />
      )}
    </>
  )
}

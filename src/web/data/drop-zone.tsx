import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useLanguage } from '../ui/language.tsx'

/** Takes one file: dropped here or chosen. */
export function DropZone({ onFile }: { readonly onFile: (file: File) => void }) {
  const { t } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  return (
    <div
      className="drop-zone"
      data-over={over}
      role="group"
      aria-label={t('import.choose')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const file = event.dataTransfer.files[0]
        if (file) onFile(file)
      }}
    >
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('import.choose')}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
      <Button type="primary" onClick={() => input.current?.click()}>
        {t('import.choose')}
      </Button>
      <span className="drop-words">{t('import.drop')}</span>
      <span className="quiet">{t('import.one-file')}</span>
    </div>
  )
}

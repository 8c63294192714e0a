import { Button } from 'antd'
import { useState } from 'react'
import { useLanguage } from '../../ui/language.tsx'
import { saveFile } from '../../ui/save-file.ts'

/** Recovery codes, shown this once: to be copied, saved or printed, and then put away. */
export function RecoveryCodesShown({
  codes,
  email,
  done,
  onDone,
}: {
  readonly codes: readonly string[]
  readonly email: string
  readonly done: string
  readonly onDone: () => void
}) {
  const { t } = useLanguage()
  const [copied, setCopied] = useState(false)
  const text = codes.join('\n')
  const head = t('second.recovery-head', { email })
  return (
    <div className="second-codes">
      <p role="status">{t('second.recovery-made', { n: codes.length })}</p>
      <p className="second-print-head">{head}</p>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="second-actions">
        <Button onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          {copied ? t('start.copied') : t('start.copy')}
        </Button>
        <Button
          onClick={() => saveFile(`${t('second.recovery-file')}.txt`, `${head}\n\n${text}\n`, 'text/plain')}
        >
          {t('second.recovery-save')}
        </Button>
        <Button onClick={() => window.print()}>{t('second.recovery-print')}</Button>
      </div>
      <Button type="primary" onClick={onDone}>
        {done}
      </Button>
    </div>
  )
}

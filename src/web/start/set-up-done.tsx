import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { paths } from '../paths.ts'
import { useLanguage } from '../ui/language.tsx'
import { Sentence } from '../ui/sentence.tsx'
import { StartHead } from './start-head.tsx'

/** The company is there: the administrator's one-time link, to copy or to open at once. It is shown only here. */
export function SetUpDone({
  company,
  name,
  link,
}: {
  readonly company: string
  readonly name: string
  /** Path of this installation, `/link/TOKEN`. */
  readonly link: string
}) {
  const { t } = useLanguage()
  const [copied, setCopied] = useState(false)
  const whole = new URL(link, location.origin).href
  return (
    <main className="sheet start">
      <StartHead />
      <Sentence words={t('start.done-title', { company })} />
      <p className="quiet">{t('start.done-note', { name })}</p>
      <p className="start-link">
        <span className="quiet">{t('start.link')}</span>
        <code>{whole}</code>
      </p>
      <div className="start-foot">
        <Button
          onClick={() => {
            void navigator.clipboard.writeText(whole).then(() => setCopied(true))
          }}
        >
          {copied ? t('start.copied') : t('start.copy')}
        </Button>
        <Link to={paths.link} params={{ token: whole.split('/').at(-1) ?? '' }} className="button-link">
          {t('start.open-link')}
        </Link>
      </div>
    </main>
  )
}

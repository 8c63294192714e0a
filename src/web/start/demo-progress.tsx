import { percent } from '../../language/message.ts'
import { useLanguage } from '../ui/language.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Sentence } from '../ui/sentence.tsx'
import { StartHead } from './start-head.tsx'

/** The demo company while it is made; `done` 0..1. */
export function DemoProgress({ done }: { readonly done: number; readonly step: string }) {
  const { t, locale } = useLanguage()
  return (
    <>
      <StartHead />
      <Sentence words={t('start.demo-title')} />
      <ProgressBar label={t('start.demo-title')} done={done} />
      <p className="quiet">{t('start.demo-done', { done: percent(locale, Math.round(done * 100) / 100) })}</p>
    </>
  )
}

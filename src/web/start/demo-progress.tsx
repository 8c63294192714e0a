import { lookUp } from '../../language/index.ts'
import { percent } from '../../language/message.ts'
import { useLanguage } from '../ui/language.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Sentence } from '../ui/sentence.tsx'
import { StartHead } from './start-head.tsx'

/** The demo company while it is made: what is being made, in the words of the command line, and how far; `done` 0..1. */
export function DemoProgress({ done, step }: { readonly done: number; readonly step: string }) {
  const { t, locale } = useLanguage()
  return (
    <>
      <StartHead />
      <Sentence words={t('start.demo-title')} />
      <ProgressBar label={t('start.demo-title')} done={done} />
      <p role="status">{lookUp(locale, `cli.demo.${step}`) ?? t('cli.demo.company')}</p>
      <p className="quiet">{t('start.demo-done', { done: percent(locale, Math.round(done * 100) / 100) })}</p>
    </>
  )
}

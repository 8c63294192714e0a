import { memo, type ReactNode } from 'react'
import { Choice } from '../../ui/choice.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { PageHead } from '../../ui/page.tsx'
import { BackLink } from './back-link.tsx'

export type Side = 'theirs' | 'ours'

/** On a phone: the way back and, for who may see ours, which side is shown. No menu: it is held across a counter. */
export const PhoneHead = memo(function PhoneHead({
  sides,
  side,
  onSide,
}: {
  readonly sides: boolean
  readonly side: Side
  readonly onSide: (side: Side) => void
}) {
  const { t } = useLanguage()
  return (
    <header className="deal-top">
      <BackLink />
      {sides ? (
        <Choice
          label={t('desk.side')}
          value={side}
          options={[
            { value: 'theirs', label: t('desk.theirs') },
            { value: 'ours', label: t('desk.ours') },
          ]}
          onChange={onSide}
        />
      ) : (
        <strong>{t('desk.theirs')}</strong>
      )}
      <h1 className="visually-hidden">{t('desk.title')}</h1>
    </header>
  )
})

export const DeskHead = memo(function DeskHead({
  words,
  actions,
}: {
  readonly words: string
  readonly actions: ReactNode
}) {
  const { t } = useLanguage()
  return (
    <>
      <span className="deal-side-back">
        <BackLink />
      </span>
      <PageHead words={words} note={t('desk.note')} actions={actions} />
    </>
  )
})

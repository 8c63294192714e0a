import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Draft } from '../ui/draft.ts'
import { useEscape } from '../ui/escape.ts'
import { useLanguage } from '../ui/language.tsx'
import { useUndo } from '../ui/undo-bar.tsx'
import './form-foot.css'

/**
 * Under a form that is a screen: saves, or says why not; throws the changes away, for ten seconds not for good. Esc asks first. Stands
 * inside the form.
 */
export function FormFoot<T extends object>({
  draft,
  locked,
  busy,
}: {
  readonly draft: Draft<T>
  /** Why nothing can be saved; null: it can, once something differs. */
  readonly locked: string | null
  readonly busy: boolean
}) {
  const { t } = useLanguage()
  const offer = useUndo()
  const [asking, setAsking] = useState(false)
  const asked = asking && draft.dirty
  useEscape(draft.dirty, () => setAsking(!asked))
  // The one who pressed Esc by mistake presses Enter.
  const stay = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (asked) stay.current?.focus()
  }, [asked])
  const drop = () => {
    const kept = draft.value
    draft.clear()
    setAsking(false)
    offer({ words: t('form.dropped'), undo: async () => draft.set(kept) })
  }
  if (asked)
    return (
      <div className="form-foot" role="alertdialog" aria-label={t('form.drop-sure')}>
        <p>{t('form.drop-sure')}</p>
        <Button onClick={drop}>{t('form.drop')}</Button>
        <Button type="primary" ref={stay} onClick={() => setAsking(false)}>
          {t('drawer.stay')}
        </Button>
      </div>
    )
  const why = locked ?? (draft.dirty ? null : t('form.same'))
  return (
    <div className="form-foot">
      {why !== null && <p className="quiet">{why}</p>}
      {draft.dirty && locked === null && (
        <Button onClick={drop} disabled={busy}>
          {t('form.drop')}
        </Button>
      )}
      <Button type="primary" htmlType="submit" disabled={why !== null} loading={busy}>
        {t('app.save')}
      </Button>
    </div>
  )
}

import { Button } from 'antd'
import { useRef, type ReactNode, type RefObject } from 'react'
import type { Draft } from './draft.ts'
import { DraftNote } from './draft-note.tsx'
import { Drawer } from './drawer.tsx'
import { FormFault } from './form-fault.tsx'
import { useLanguage } from './language.tsx'
import { unread } from './unread.ts'

/**
 * A form in a drawer whose draft is kept: what is kept and how to throw it away, save by button or Enter, and what was refused. It is not
 * sent while a number in it cannot be read.
 */
export function DraftDrawer({
  title,
  draft,
  changed = false,
  saveWord,
  mayBeSame = true,
  busy,
  error,
  onSave,
  onClose,
  form,
  className,
  children,
}: {
  readonly title: string
  readonly draft: Pick<Draft<object>, 'dirty' | 'clear' | 'changes' | 'savedAt' | 'restored'>
  /** Whether something beside the draft would be lost. */
  readonly changed?: boolean
  readonly saveWord: string
  /** Whether it may be saved as it was found. */
  readonly mayBeSame?: boolean
  readonly busy: boolean
  readonly error: unknown
  readonly onSave: () => Promise<void>
  readonly onClose: () => void
  readonly form?: RefObject<HTMLFormElement | null>
  readonly className?: string
  readonly children: ReactNode
}) {
  const { t } = useLanguage()
  const own = useRef<HTMLFormElement>(null)
  const ref = form ?? own
  return (
    <Drawer
      title={title}
      note={<DraftNote draft={draft} />}
      onClose={onClose}
      dirty={draft.dirty || changed}
      footer={
        <>
          {draft.dirty && <Button onClick={draft.clear}>{t('form.drop')}</Button>}
          <Button
            type="primary"
            loading={busy}
            disabled={!mayBeSame && !draft.dirty}
            onClick={() => ref.current?.requestSubmit()}
          >
            {saveWord}
          </Button>
        </>
      }
    >
      <form
        ref={ref}
        className={className}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!unread(event.currentTarget)) void onSave()
        }}
      >
        {children}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
      <FormFault error={error} />
    </Drawer>
  )
}
